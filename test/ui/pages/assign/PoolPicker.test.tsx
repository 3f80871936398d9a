// cspell:locale en-US,sv
import { screen, waitFor, within } from '@testing-library/react';
import type { Principal } from '../../../../src/base/principal';
import type { Pool } from '../../../../src/licensing/types';
import {
  fromDraftOptions,
  mergeOptions,
  toDraftOptions,
  type EditedOptions,
} from '../../../../src/ui/pages/assign/useAssignOptions';
import { AssignPane } from '../../../../src/ui/pages/assign/AssignPane';
import { poolKeyOf, refOf } from '../../../licensing/support/samples';
import { fakeGroup, fakePerson } from '../../support/fakeHolders';
import { fakeJobs } from '../../support/fakeJobs';
import {
  fakeCatalogue,
  fakeDirectory,
  fakeEntry,
  fakeLicensing,
  fakeOwned,
  fakeRef,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

function poolOf(id: string, available: number, endsAt: string, over: Partial<Pool> = {}): Pool {
  const subscription = { id, status: 'enabled', seats: 10, createdAt: undefined } as const;
  return {
    key: poolKeyOf(id),
    capability: 'enabled',
    seats: { total: 10, assigned: 10 - available, available },
    subscriptions: [{ ...subscription, isTrial: id === 'trial', nextLifecycleAt: endsAt }],
    ...over,
  };
}

const years = poolOf('years', 5, '2028-03-01T00:00:00Z');
const trial = poolOf('trial', 2, '2027-03-01T00:00:00Z', { assignableTo: ['user'] });
const personal = poolOf('personal', 4, '2029-03-01T00:00:00Z', { isPersonal: true });
const closed = poolOf('closed', 9, '2029-03-01T00:00:00Z', { capability: 'suspended' });

interface SetupOptions {
  readonly pools?: readonly [Pool, ...Pool[]];
  readonly people?: readonly Principal[];
  readonly locale?: string;
}

async function setup(options: SetupOptions = {}) {
  const { pools = [years, trial, personal, closed], people = [fakePerson(1)], locale = 'en-US' } = options;
  stubLayout();
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  const { user } = await renderWithServices(
    <AssignPane productKey={fakeRef.product} onClose={() => undefined} />,
    {
      locale,
      services: {
        catalogue: fakeCatalogue(fakeEntry()),
        jobs,
        directory: fakeDirectory({
          search: (text) => Promise.resolve(people.filter(({ displayName }) => displayName.includes(text))),
          readComposition: () => Promise.resolve({ directUsers: 1, nestedGroups: 0 }),
        }),
        licensing: fakeLicensing({
          listProducts: () => Promise.resolve([fakeOwned({ pools })]),
          readHoldings: (refs) =>
            Promise.resolve(refs.map(({ kind, id }) => ({ principal: { kind, id }, seats: [] }))),
        }),
      },
    },
  );
  const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
  async function choose(name: string): Promise<void> {
    await user.click(await screen.findByRole('combobox'));
    await user.paste(name);
    await screen.findByRole('option', { name: new RegExp(name) });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByText(/Checking|Kontrollerar/)).not.toBeInTheDocument());
  }
  return { user, press, choose, planned: () => jobs.plans.at(-1) };
}

const optionNames = (group: HTMLElement) =>
  within(group)
    .getAllByRole('radio')
    .map((radio) => radio.closest('.fui-Radio')?.textContent);

test('every subscription that can be used is offered with what it has, and the app chooses by itself', async () => {
  const { press } = await setup();
  await press('Options');
  const group = await screen.findByRole('radiogroup', { name: 'Assign from' });
  expect(optionNames(group)).toEqual([
    'AutomaticThe one with enough licenses available and the latest end date. Now: Subscription 1, renews or expires on Mar 1, 2028.',
    'Subscription 1, renews or expires on Mar 1, 20285 available',
    'Subscription 2, renews or expires on Mar 1, 20272 available · Trial · only for people',
    'Subscription 3, renews or expires on Mar 1, 20294 available · bought by one person, who alone can assign it',
  ]);
  expect(within(group).getByRole('radio', { name: /^Automatic/ })).toBeChecked();
});

test('the chosen subscription is counted, named beside the options, and given from', async () => {
  const { user, press, choose, planned } = await setup();
  await choose('Person 1');
  expect(screen.getByText('5 available · 4 left after this')).toBeInTheDocument();
  await press('Options');
  await user.click(await screen.findByRole('radio', { name: /^Subscription 2/ }));
  expect(screen.getByText('2 available · 1 left after this')).toBeInTheDocument();
  await press('Back to the list');
  expect(screen.getByText(/Subscription 2, renews or expires on Mar 1, 2027$/)).toBeInTheDocument();
  await press('Assign');
  await screen.findByText(/^Assign Plover Notes to/);
  const pool = trial.key;
  expect(planned()?.subject.products).toMatchObject([{ pool }]);
  expect(planned()?.items[0]?.input.change.add).toMatchObject([
    { product: refOf(fakeOwned().identifiers.skuId ?? '').product, pool },
  ]);
});

test('a product with one subscription that can be used offers no choice', async () => {
  const { choose } = await setup({ pools: [years, closed] });
  await choose('Person 1');
  expect(screen.queryByRole('button', { name: 'Options' })).not.toBeInTheDocument();
});

test.each([
  [
    'a purchase of one person, for anyone',
    [personal],
    [fakePerson(1)],
    'Person 1',
    /^One person bought this subscription/,
  ],
  ['one for people only, for a group', [trial], [fakeGroup()], 'Sales EU', /can't be assigned to groups/],
] as const)('the pane warns of %s', async (_name, pools, people, name, warning) => {
  const { choose } = await setup({ pools, people });
  expect(screen.queryByText(warning)).not.toBeInTheDocument();
  await choose(name);
  expect(screen.getByText(warning)).toBeInTheDocument();
});

test('a subscription that can be given to the group is found, so that nothing is to be warned of', async () => {
  const late = { ...trial, key: poolKeyOf('late'), subscriptions: personal.subscriptions };
  const { choose } = await setup({ pools: [late, years], people: [fakeGroup()] });
  await choose('Sales EU');
  expect(screen.queryByText(/can't be assigned to groups/)).not.toBeInTheDocument();
});

test('the choice speaks Swedish', async () => {
  const { press } = await setup({ locale: 'sv-SE' });
  await press('Alternativ');
  const group = await screen.findByRole('radiogroup', { name: 'Tilldela från' });
  expect(optionNames(group)[2]).toMatch(/^Prenumeration 2, .*2 tillgängliga.* · bara för personer$/);
});

test('a chosen subscription is kept with an unfinished list, and a later choice wins', () => {
  const defaults = { disabledPlanIds: {}, method: { kind: 'direct' }, stopsWithoutSeats: false } as const;
  const chosen = { ...defaults, chosenPools: { one: trial.key, two: years.key } };
  const later: EditedOptions = { ...defaults, chosenPools: { two: trial.key } };
  const kept = toDraftOptions(chosen);
  expect(kept && fromDraftOptions(kept, undefined)).toEqual(chosen);
  expect(mergeOptions<EditedOptions>(chosen, later).chosenPools).toEqual({
    one: trial.key,
    two: trial.key,
  });
});
