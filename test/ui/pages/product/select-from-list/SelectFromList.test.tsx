import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import type { Match, MatchEntry, Me } from '../../../../../src/directory/types';
import type { LicensingAdapter } from '../../../../../src/licensing/licensingAdapter';
import type { Holder, LicensedGroup } from '../../../../../src/licensing/types';
import { ProductPage } from '../../../../../src/ui/pages/product/ProductPage';
import type { ProductTab } from '../../../../../src/ui/routes';
import {
  fakeGroup,
  fakeHolder,
  fakeLicensedGroup,
  fakePerson,
  fakeSeat,
  via,
} from '../../../support/fakeHolders';
import {
  fakeCatalogue,
  fakeDirectory,
  fakeEntry,
  fakeLicensing,
  fakeMe,
  fakeOwned,
  fakeRef,
} from '../../../support/fakeServices';
import { renderWithServices } from '../../../support/renderWithServices';
import { stubLayout } from '../../../support/stubLayout';
import { createTestTableReader } from '../../../support/tableReader';

const group = fakeGroup();
const twins = [fakePerson(3, { displayName: 'Ann Berg' }), fakePerson(8, { displayName: 'Ann Berg' })];
const address = (number: number): string => `person.${number}@wrenfold.example`;

/** Finds "person.7@…" as person 7, the group, "Ann Berg" twice, and nothing else. */
function answer({ text }: MatchEntry): Match {
  const number = /^person\.(\d+)@/.exec(text)?.[1];
  if (number) return { kind: 'matched', principal: fakePerson(Number(number)) };
  if (text === group.displayName) return { kind: 'matched', principal: group };
  if (text === 'Ann Berg') return { kind: 'ambiguous', candidates: twins };
  return { kind: 'unknown', why: 'not-found' };
}

interface SetupOptions {
  readonly holders?: readonly Holder[];
  readonly groups?: readonly LicensedGroup[];
  readonly access?: Me['access'];
  readonly tab?: ProductTab;
  readonly licensing?: Partial<LicensingAdapter>;
  /** A read that waits until the test completes it. */
  readonly isHeldBack?: boolean;
}

const holdersOfTest = [
  fakeHolder(fakePerson(1)),
  fakeHolder(fakePerson(2), fakeSeat({ path: via(group) })),
  fakeHolder(fakePerson(3)),
  fakeHolder(fakePerson(4)),
];

async function setup(options: SetupOptions = {}) {
  stubLayout();
  const { holders = holdersOfTest, groups = [fakeLicensedGroup({ group })], access, licensing } = options;
  function Page() {
    const [tab, setTab] = useState<ProductTab>(options.tab ?? 'users');
    const nothing = (): void => undefined;
    return (
      <ProductPage
        productKey={fakeRef.product}
        tab={tab}
        onTabChange={setTab}
        onAssign={nothing}
        onInstall={nothing}
        onBack={nothing}
      />
    );
  }
  const { user } = await renderWithServices(<Page />, {
    services: {
      me: fakeMe(access),
      tables: createTestTableReader(),
      catalogue: fakeCatalogue(fakeEntry()),
      directory: fakeDirectory({ match: (entries) => Promise.resolve(entries.map(answer)) }),
      licensing: fakeLicensing({
        listProducts: () => Promise.resolve([fakeOwned()]),
        listHolders: () => Promise.resolve({ holders, total: holders.length, next: undefined }),
        listGroups: () => Promise.resolve(groups),
        ...licensing,
      }),
    },
    isHeldBack: options.isHeldBack ?? false,
  });
  // A pane that opens or closes hides the rest from screen readers a moment later, and itself if jsdom focuses late.
  const find = (name: string | RegExp) => screen.findByRole('button', { name, hidden: true });
  const press = async (name: string | RegExp) => user.click(await find(name));
  async function pasteInPane(text: string): Promise<void> {
    await user.click(
      await screen.findByRole('textbox', { name: 'Names, addresses, or object IDs', hidden: true }),
    );
    await user.paste(text);
  }
  return { user, press, find, pasteInPane };
}

test('says who of a pasted list has the product and how, and selects them', async () => {
  const { press, pasteInPane, find } = await setup();
  await press('Select from a list');
  await pasteInPane([1, 2, 7].map(address).concat('Sales EU', 'who@wrenfold.example').join('\n'));
  const result =
    "2 of the 4 in the list have Plover Notes: 1 directly, 1 through a group · 1 group assigns it · 1 doesn't have it";
  expect(await screen.findByText(result)).toHaveAttribute('role', 'status');
  expect(screen.getByText('5 lines: 4 matched, 1 not found.')).toHaveAttribute('role', 'status');
  await press('Select 3');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByText('2 users and 1 group selected')).toBeInTheDocument();
  expect(screen.getByText('· 1 of them not shown', { exact: false })).toBeInTheDocument();
  expect(await find('Unassign licenses')).not.toHaveAttribute('aria-disabled', 'true');
});

test('what was selected by hand is replaced, and the pane says so before', async () => {
  const { user, press, pasteInPane } = await setup();
  await user.click(screen.getByRole('checkbox', { name: 'Select Person 4' }));
  await press('Select from a list');
  await pasteInPane(`${address(1)}\n${address(2)}`);
  expect(await screen.findByText("This replaces what's selected now: 1 user selected.")).toBeInTheDocument();
  await press('Select 2');
  expect(screen.getByText('2 users selected')).toBeInTheDocument();
  expect(screen.getByRole('checkbox', { name: 'Select Person 4', hidden: true })).not.toBeChecked();
});

test('a list pasted on the page opens the pane with it', async () => {
  const { user } = await setup();
  await user.paste(`${address(1)}; ${address(7)}`);
  expect(
    await screen.findByText(/^1 of the 2 in the list has Plover Notes: 1 directly · 1 doesn't have it$/),
  ).toBeInTheDocument();
});

test('a text pasted into a field of the page stays there', async () => {
  const { user } = await setup();
  await user.click(screen.getByRole('searchbox'));
  await user.paste(address(1));
  expect(screen.getByRole('searchbox')).toHaveValue(address(1));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('a recipient pasted into the search is searched for by its address', async () => {
  const { user } = await setup();
  await user.click(screen.getByRole('searchbox'));
  await user.paste(`Person 2 <${address(2)}>;`);
  await waitFor(() => expect(screen.queryByText('Person 1')).not.toBeInTheDocument());
  expect(screen.getByText('Person 2')).toBeInTheDocument();
});

test('a file dropped on the page is looked up', async () => {
  await setup();
  const bytes = Uint8Array.from(Buffer.from(`${address(1)}\n${address(2)}`));
  const file = Object.assign(new File([bytes], 'leavers.txt'), {
    arrayBuffer: () => Promise.resolve(bytes.buffer),
  });
  const event = createEvent.drop(window);
  Object.assign(event, { dataTransfer: { types: ['Files'], files: [file] } });
  await act(async () => Promise.resolve(fireEvent(window, event)));
  expect(await screen.findByText(/^2 of the 2 in the list have Plover Notes/)).toBeInTheDocument();
});

test("someone who isn't loaded yet isn't said to lack the product", async () => {
  let release: () => void = () => undefined;
  const rest = new Promise<void>((resolve) => {
    release = resolve;
  });
  const [first, ...others] = holdersOfTest;
  if (!first) throw new Error('no holders');
  const { press, pasteInPane, find } = await setup({
    isHeldBack: true,
    licensing: {
      listHolders: async ({ cursor }) => {
        if (cursor === undefined) return { holders: [first], total: 4, next: 'more' };
        await rest;
        return { holders: others, total: undefined, next: undefined };
      },
    },
  });
  await press('Select from a list');
  await pasteInPane(`${address(1)}\n${address(4)}`);
  expect(await screen.findByText(/^Checking who has it…/)).toBeInTheDocument();
  expect(screen.queryByText(/have it$/)).not.toBeInTheDocument();
  expect(await find('Select')).toHaveAttribute('aria-disabled', 'true');
  await act(async () => Promise.resolve(release()));
  expect(await screen.findByText('2 of the 2 in the list have Plover Notes: 2 directly')).toBeInTheDocument();
});

test('a candidate that is chosen counts, and those without the product can be looked at and copied', async () => {
  const { press, pasteInPane } = await setup();
  await press('Select from a list');
  await pasteInPane(`Ann Berg\n${address(7)}`);
  await screen.findByText("None of the 1 in the list has Plover Notes · 1 doesn't have it");
  expect(screen.getByText('2 lines: 1 matched, 1 ambiguous.')).toBeInTheDocument();
  await press(`Select Ann Berg, ${address(3)}`);
  await screen.findByText("1 of the 2 in the list has Plover Notes: 1 directly · 1 doesn't have it");
  await press("Don't have it (1)");
  const grid = await screen.findByRole('grid', { name: "Don't have it", hidden: true });
  expect(within(grid).getByText('Person 7')).toBeInTheDocument();
  await press('Copy or export');
  expect(await screen.findByText(/^Plover-Notes-\S+-have-it-2031-03-01\.csv, 1 row$/)).toBeInTheDocument();
});

test('closing keeps the list, and Start over forgets it', async () => {
  const { press, pasteInPane, find } = await setup();
  await press('Select from a list');
  await pasteInPane(`${address(1)}\nwho@wrenfold.example`);
  await screen.findByText(/1 not found\.$/);
  await press('Close');
  await waitFor(() => expect(screen.queryByText(/1 not found\.$/)).not.toBeInTheDocument());
  await press('Select from a list');
  expect(await screen.findByText(/1 not found\.$/)).toBeInTheDocument();
  await press('Start over');
  expect(screen.queryByText(/1 not found\.$/)).not.toBeInTheDocument();
  expect(await find('Select')).toHaveAttribute('aria-disabled', 'true');
});

test('the next list that is pasted on the page does not select those of the one before again', async () => {
  const { user, press } = await setup();
  await user.paste(`${address(1)}\n${address(2)}`);
  await press('Select 2');
  await user.paste(`${address(4)}\n${address(7)}`);
  expect(
    await screen.findByText("1 of the 2 in the list has Plover Notes: 1 directly · 1 doesn't have it"),
  ).toBeInTheDocument();
});

test('the next list replaces one that was selected, whichever way it comes, and only its own lines count', async () => {
  const { press, pasteInPane } = await setup();
  await press('Select from a list');
  await pasteInPane(`${address(1)}\n${address(2)}\nwho@wrenfold.example`);
  await press('Select 2');
  await press('Select from a list');
  await pasteInPane(`${address(1)}\n${address(4)}\nelse@wrenfold.example`);
  expect(await screen.findByText('2 of the 2 in the list have Plover Notes: 2 directly')).toBeInTheDocument();
  const lines = within(screen.getByRole('grid', { name: 'Lines to check', hidden: true }));
  expect(lines.getByText('else@wrenfold.example')).toBeInTheDocument();
  expect(lines.queryByText('who@wrenfold.example')).not.toBeInTheDocument();
  await press('Select 2');
  expect(screen.getByRole('checkbox', { name: 'Select Person 2', hidden: true })).not.toBeChecked();
});

test('who is chosen after the list was selected is selected with the others', async () => {
  const { press, pasteInPane } = await setup();
  await press('Select from a list');
  await pasteInPane(`${address(1)}\nAnn Berg`);
  await press('Select 1');
  await press('Select from a list');
  await press(`Select Ann Berg, ${address(3)}`);
  await press('Select 2');
  expect(screen.getByText('2 users selected')).toBeInTheDocument();
});

test('the reason that no one can be selected is exact', async () => {
  const { press, pasteInPane, find } = await setup();
  const reason = async (text: string) => expect(await find('Select')).toHaveAccessibleDescription(text);
  await press('Select from a list');
  await reason('Paste a list first.');
  await pasteInPane('who@wrenfold.example\nelse@wrenfold.example');
  await screen.findAllByText('who@wrenfold.example');
  await reason('We found no users or groups in the list.');
  await press('Start over');
  await pasteInPane('Ann Berg\nwho@wrenfold.example');
  await screen.findAllByText('Ann Berg');
  await reason('Check the lines of the list first.');
  await press('Start over');
  await pasteInPane(`Name,Mail\nPerson 1,${address(1)}\nPerson 2,${address(2)}`);
  await screen.findByRole('combobox', { name: /column/i, hidden: true });
  await reason('Select a column first.');
});

test("if some holders could not be read, the result doesn't claim who lacks the product", async () => {
  const { press, pasteInPane } = await setup({
    licensing: {
      listHolders: () => Promise.resolve({ holders: holdersOfTest, unread: 2, total: 6, next: undefined }),
    },
  });
  await press('Select from a list');
  await pasteInPane(`${address(1)}\n${address(7)}`);
  expect(
    await screen.findByText(/^We couldn't read 2 of the users who have it, so some/),
  ).toBeInTheDocument();
  await press("Don't have it, as far as we could read (1)");
});

test('a reader, who can change nothing, is offered no selection', async () => {
  const { user } = await setup({ access: 'read' });
  expect(screen.queryByRole('button', { name: 'Select from a list' })).not.toBeInTheDocument();
  await user.paste(`${address(1)}\n${address(2)}`);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
