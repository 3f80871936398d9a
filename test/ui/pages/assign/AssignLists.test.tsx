import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Match, MatchEntry } from '../../../../src/directory/types';
import type { TableReader } from '../../../../src/files/types';
import { AssignPane } from '../../../../src/ui/pages/assign/AssignPane';
import { zipSheets } from '../../../files/workbook/makeWorkbook';
import { fakeGroup, fakePerson } from '../../support/fakeHolders';
import { fakeJobs } from '../../support/fakeJobs';
import {
  fakeCatalogue,
  fakeDirectory,
  fakeEntry,
  fakeLicensing,
  fakeMe,
  fakeOwned,
  fakeRef,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';
import { createTestTableReader } from '../../support/tableReader';

const twins = [fakePerson(71, { displayName: 'Ann Berg' }), fakePerson(72, { displayName: 'Ann Berg' })];

/** Finds "person.7@…" as person 7, "Ann Berg" twice, and nothing else. */
function answer({ text }: MatchEntry): Match {
  const number = /^person\.(\d+)@/.exec(text)?.[1];
  if (number) return { kind: 'matched', principal: fakePerson(Number(number)) };
  const employee = /^10(\d+)$/.exec(text)?.[1];
  if (employee) return { kind: 'ambiguous', candidates: [fakePerson(Number(employee))] };
  if (text === 'Ann Berg') return { kind: 'ambiguous', candidates: twins };
  return { kind: 'unknown', why: 'not-found' };
}

interface SetupOptions {
  /** Default is true. */
  readonly canManageGroups?: boolean;
  readonly available?: number;
  readonly tables?: TableReader;
  readonly match?: (entries: readonly MatchEntry[]) => Promise<readonly Match[]>;
}

async function setup(options: SetupOptions = {}) {
  stubLayout();
  const { available = 1_000_000, tables = createTestTableReader(), canManageGroups = true } = options;
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  const saved: string[][] = [];
  let closed = 0;
  const { user } = await renderWithServices(
    <AssignPane productKey={fakeRef.product} onClose={() => (closed += 1)} />,
    {
      services: {
        catalogue: fakeCatalogue(fakeEntry()),
        jobs,
        saveFile: (...file) => void saved.push(file),
        tables,
        me: { ...fakeMe(), canManageGroups },
        directory: fakeDirectory({
          match: options.match ?? ((entries) => Promise.resolve(entries.map(answer))),
          search: (text) => Promise.resolve([fakePerson(1), fakeGroup({ displayName: text })]),
          readComposition: () => Promise.resolve({ directUsers: 40, nestedGroups: 0 }),
        }),
        licensing: fakeLicensing({
          listProducts: () =>
            Promise.resolve([fakeOwned({ seats: { total: available + 4, assigned: 4, available } })]),
        }),
      },
    },
  );
  const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
  async function paste(text: string): Promise<void> {
    await user.click(screen.getByRole('combobox', { name: 'Users and groups' }));
    await user.paste(text);
  }
  async function drop(...files: readonly File[]): Promise<void> {
    const event = createEvent.drop(window);
    Object.assign(event, { dataTransfer: { types: ['Files'], files } });
    await act(async () => Promise.resolve(fireEvent(window, event)));
  }
  return { user, jobs, saved, press, paste, drop, closed: () => closed };
}

/** Returns the filters of the list, as they are read. */
const filters = (): readonly (string | null)[] =>
  within(screen.getByRole('group', { name: 'Show only' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
const address = (number: number): string => `person.${number}@wrenfold.example`;
const addresses = (count: number): string =>
  Array.from({ length: count }, (_, index) => address(index + 1)).join('\n');
/** A file whose bytes can be read, unlike those of jsdom. */
function fakeFile(name: string, bytes: Uint8Array<ArrayBuffer>): File {
  return Object.assign(new File([bytes], name), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
}
const csv = (name: string, ...lines: readonly string[]): File =>
  fakeFile(name, Uint8Array.from(Buffer.from(lines.join('\n'))));

test('a pasted list becomes lines of the list, and what became of every line is said', async () => {
  const { paste, jobs, press } = await setup();
  await paste(`${addresses(3)}\nAnn Berg\nwho@wrenfold.example\n${address(2).toUpperCase()}`);
  expect(
    await screen.findByText('6 lines: 3 matched, 1 ambiguous, 1 not found, 1 duplicate.'),
  ).toBeInTheDocument();
  expect(screen.getByRole('combobox')).toHaveValue('');
  expect(await screen.findByRole('heading', { name: '3 in the list' })).toBeInTheDocument();
  const rows = within(screen.getByRole('grid', { name: 'Your list' })).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    '2 need your attention',
    expect.stringMatching(/^Ann Berg.*Matches 2 users or groups\. Select one\. Line 4, Pasted list/),
    expect.stringMatching(/^who@wrenfold\.example.*No match.*Line 5/),
    '3 users and groups',
    expect.stringContaining(address(1)),
    expect.stringContaining(address(2)),
    expect.stringContaining(address(3)),
    '1 duplicate',
    expect.stringMatching(/Same as line 2\. It's added only once\. Line 6/),
  ]);
  expect(filters()).toEqual(['All 6', 'Fix 2', 'Ready 3', 'Duplicates 1']);
  expect(screen.getByText('2 lines will be skipped')).toBeInTheDocument();
  await press('Assign');
  await waitFor(() => expect(jobs.plans[0]?.items).toHaveLength(3));
  const [plan] = jobs.plans;
  expect(plan?.items.map(({ input }) => input.source)).toEqual(
    [1, 2, 3].map((line) => ({ list: 'Pasted list', line })),
  );
  expect(plan?.subject.unresolved).toEqual({
    lines: [
      { list: 'Pasted list', line: 4, text: 'Ann Berg', reason: 'ambiguous' },
      { list: 'Pasted list', line: 5, text: 'who@wrenfold.example', reason: 'not-found' },
      { list: 'Pasted list', line: 6, text: 'person.2@wrenfold.example', reason: 'duplicate' },
    ],
    more: 0,
  });
});

test('a list that was read is read in another way, which removes the results of the first one', async () => {
  const { user, paste, press } = await setup();
  await paste(`${address(1)};${address(3)}\n${address(2)};`);
  await screen.findByText('3 lines: 3 matched.');
  await press('Change how "Pasted list" is read');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Delimiter' }), 'Semicolon');
  await press('Look up 2 lines');
  expect(await screen.findByText('2 lines: 2 matched.')).toBeInTheDocument();
  expect(await screen.findByRole('heading', { name: '2 in the list' })).toBeInTheDocument();
});

test('employee IDs that lead to one person each are asked about once', async () => {
  const { paste, press } = await setup();
  await paste('1001\n1002\nAnn Berg');
  await screen.findByText('Each of the 2 numbers is the employee ID or account name of one person.');
  await press('Add these 2 people');
  expect(await screen.findByText('3 lines: 2 matched, 1 ambiguous.')).toBeInTheDocument();
  expect(await screen.findByRole('heading', { name: '2 in the list' })).toBeInTheDocument();
});

test('people side by side on one line leave no empty lines', async () => {
  const { paste } = await setup();
  await paste(`Person 1 <${address(1)}>; "Two, Person" <${address(2)}>; Person 3 <${address(3)}>;`);
  expect(await screen.findByText('3 lines: 3 matched.')).toBeInTheDocument();
});

test('lines that are not matched are exported with their list, line and reason', async () => {
  const { paste, press, saved } = await setup();
  await paste(`${addresses(1)}\nwho@wrenfold.example\nperson.1@wrenfold.example`);
  await press('Fix 1');
  await press('Export this line');
  await press('Download');
  expect(saved[0]?.[0]).toMatch(/^lines-not-matched-\d{4}-\d\d-\d\d\.csv$/);
  expect(saved[0]?.[1]?.trim().split('\r\n')).toEqual([
    expect.stringMatching(/"Line","List","As written","Reason"$/),
    expect.stringMatching(/^2,"Pasted list","who@wrenfold\.example","No match in your organization\."$/),
  ]);
});

test('a workbook is read by the sheet that is chosen, and its rows are named with the sheet', async () => {
  const { drop, user, press } = await setup();
  const sheets = {
    Cover: [],
    People: [address(1), 'who@wrenfold.example'],
    Leavers: ['UPN', address(3), '#REF!'],
  };
  await drop(fakeFile('people.xlsx', zipSheets(sheets)));
  const sheet = await screen.findByRole('combobox', { name: 'Sheet' });
  expect(
    within(sheet)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(Object.keys(sheets));
  expect(screen.getByText('This sheet is empty.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Look up/ })).not.toBeInTheDocument();
  await user.selectOptions(sheet, 'Leavers');
  expect(await screen.findByRole('button', { name: 'Look up 2 lines' })).toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sheet' }), 'People');
  await press('Look up 2 lines');
  expect(await screen.findByText(/Line 2, people\.xlsx, People/)).toBeInTheDocument();
  expect(screen.getByText('2 lines: 1 matched, 1 not found.')).toBeInTheDocument();
});

test('where the first sheet is too long that is said, and another one can be chosen', async () => {
  const { drop, user, press } = await setup();
  const sheets = { Log: ['x'], People: [address(1)], Archive: ['y'] };
  await drop(fakeFile('people.xlsx', zipSheets(sheets, { Log: 200_001, Archive: 200_001 })));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Sheet' }), 'Archive');
  expect(await screen.findByDisplayValue('Archive')).toBeInTheDocument();
  expect(await screen.findByText('This list has too many lines')).toBeInTheDocument();
  expect(screen.getByText("This sheet can't be read. You can choose another one.")).toBeInTheDocument();
  expect(screen.queryByText('This sheet is empty.')).not.toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sheet' }), 'People');
  await press('Look up 1 line');
  expect(await screen.findByText('1 line: 1 matched.')).toBeInTheDocument();
  expect(screen.queryByText('This list has too many lines')).not.toBeInTheDocument();
});

test('a file of another format is named, with the way out', async () => {
  const { drop } = await setup();
  await drop(fakeFile('people.pdf', Uint8Array.from(Buffer.from('%PDF-1.7'))));
  expect(await screen.findByText("This type of file can't be read")).toBeInTheDocument();
  expect(screen.getByText('PDF (.pdf)')).toBeInTheDocument();
  expect(screen.getByText('Save the list as .xlsx or CSV and try again.')).toBeInTheDocument();
});

test('one name is still typed, not taken for a list', async () => {
  const { paste } = await setup();
  await paste('Berg, Anna');
  expect(screen.getByRole('combobox')).toHaveValue('Berg, Anna');
});

test('an ambiguous line is mended by choosing who is meant', async () => {
  const { paste, press } = await setup();
  await paste(`${address(1)}\nAnn Berg`);
  await press('Select Ann Berg, person.72@wrenfold.example');
  expect(await screen.findByText('2 lines: 2 matched.')).toBeInTheDocument();
  expect(screen.queryByText(/need.* your attention/)).not.toBeInTheDocument();
  expect(within(screen.getByRole('grid', { name: 'Your list' })).getByText(address(72))).toBeInTheDocument();
});

test('an unknown line is mended by correcting it', async () => {
  const { user, paste, press } = await setup();
  await paste(`${address(1)}\npersn.5@wrenfold.example`);
  const correct = 'Correct persn.5@wrenfold.example';
  await press(correct);
  await user.keyboard('x{Escape}');
  // The pane stays, and the correction begins again.
  expect(screen.getByRole('button', { name: correct })).toHaveFocus();
  await press(correct);
  const input = screen.getByRole('textbox', { name: 'Correction of persn.5@wrenfold.example' });
  expect(input).toHaveFocus();
  expect(input).toHaveValue('persn.5@wrenfold.example');
  await user.clear(input);
  await user.keyboard(`prson.5@wrenfold.example{Enter}`);
  await press('Correct prson.5@wrenfold.example');
  await user.clear(screen.getByRole('textbox', { name: /Correction/ }));
  await user.keyboard(`${address(5)}{ArrowLeft}{Enter}`);
  expect(await screen.findByText('2 lines: 2 matched.')).toBeInTheDocument();
});

test('a look-alike is asked about, and its correction begins without what cannot be seen', async () => {
  const unseen = `person.\u200d9@wrenfold.example`;
  const { paste, press } = await setup({
    match: (entries) =>
      Promise.resolve(
        entries.map(({ text }) => answer({ text: text.replace('\u200d', ''), kind: 'address' })),
      ),
  });
  await paste(`${address(1)}\n${unseen}`);
  expect(await screen.findByText('2 lines: 1 matched, 1 look-alike.')).toBeInTheDocument();
  expect(screen.getByText(/It contains invisible characters/)).toBeInTheDocument();
  await press(/^Correct/);
  expect(screen.getByRole('textbox', { name: /Correction/ })).toHaveValue(address(9));
});

test('lines are dropped alone or together, and the focus goes on to the next', async () => {
  const { paste, press } = await setup();
  await paste(`${address(1)}\nx@wrenfold.example\ny@wrenfold.example\n${address(1)}`);
  await press('Remove x@wrenfold.example');
  expect(document.activeElement).toHaveAttribute('role', 'gridcell');
  expect(document.activeElement).toHaveTextContent(/^y@wrenfold\.example/);
  await press('Duplicates 1');
  expect(screen.queryByText('y@wrenfold.example')).not.toBeInTheDocument();
  await press('Remove 1 (Duplicates)');
  expect(screen.getByRole('button', { name: 'All 2' })).toHaveFocus();
  expect(await screen.findByText('4 lines: 1 matched, 1 not found, 2 removed.')).toBeInTheDocument();
  expect(screen.getByText('y@wrenfold.example')).toBeInTheDocument();
});

const office = csv(
  'office.csv',
  'Name,Mail,Manager',
  `Ann,${address(1)},${address(11)}`,
  `Bo,${address(2)},"${address(12)}`,
);

test('a dropped file shows its columns and faults, and the column can be corrected', async () => {
  const { user, drop, press } = await setup();
  await drop(office, csv('other.csv', address(5)));
  expect(await screen.findByRole('heading', { name: 'office.csv' })).toHaveFocus();
  expect(screen.getByText('You can add one file at a time. Only office.csv was read.')).toBeInTheDocument();
  expect(screen.getByText('2 lines')).toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: 'Delimiter' })).toHaveDisplayValue('Comma');
  expect(screen.getByRole('combobox', { name: 'File encoding' })).toHaveDisplayValue('UTF-8');
  expect(screen.getByText("Line 3: a quotation mark isn't closed")).toBeInTheDocument();
  const column = screen.getByRole('combobox', { name: 'Column with the users and groups' });
  expect(column).toHaveDisplayValue('Mail (addresses)');
  expect(screen.getByText(`Such as ${address(1)} (Ann) and ${address(2)} (Bo)`)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Assign' })).toHaveAccessibleDescription(
    'Finish adding the list first, or cancel it.',
  );
  await user.selectOptions(column, 'Manager (addresses)');
  await press('Look up 2 lines');
  // The quotation mark isn't part of the address.
  expect(await screen.findByText('2 lines: 2 matched.')).toBeInTheDocument();
  expect(screen.getByText(address(11))).toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: 'Users and groups' })).toHaveFocus();
});

test('closing the pane asks first while a file waits for its column', async () => {
  const { user, drop, closed } = await setup();
  await drop(office);
  await screen.findByRole('heading', { name: 'office.csv' });
  await user.keyboard('{Escape}');
  const question = await screen.findByRole('alertdialog', { hidden: true });
  expect(question).toHaveTextContent(/office\.csv isn't added to your list yet/);
  expect(closed()).toBe(0);
  await user.click(within(question).getByRole('button', { name: 'Stop', hidden: true }));
  expect(closed()).toBe(1);
});

test('a file is read with another delimiter or encoding without being given again', async () => {
  const { user, drop, press } = await setup();
  const columnOptions = () =>
    within(screen.getByRole('combobox', { name: 'Column with the users and groups' }))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
  const text = `Name,Note;Mail\nÅsa,x;${address(1)}\nLars,y;${address(2)}\n`;
  await drop(fakeFile('people.csv', Uint8Array.from(Buffer.from(text, 'latin1'))));
  const delimiter = await screen.findByRole('combobox', { name: 'Delimiter' });
  await user.selectOptions(delimiter, 'Semicolon');
  await waitFor(() => expect(columnOptions()).toEqual(['Name,Note (something else)', 'Mail (addresses)']));
  const encoding = screen.getByRole('combobox', { name: 'File encoding' });
  expect(encoding).toHaveDisplayValue('Western European (Windows)');
  await user.selectOptions(encoding, 'Central European (Windows)');
  await waitFor(() => expect(encoding).toHaveDisplayValue('Central European (Windows)'));
  // The delimiter that was chosen before stays.
  expect(columnOptions()).toHaveLength(2);
  await press('Look up 2 lines');
  expect(await screen.findByText('2 lines: 2 matched.')).toBeInTheDocument();
});

test('a file that is no text in the encoding that is chosen is read as before', async () => {
  const { user, drop, press } = await setup();
  const text = `\uFEFFName,Mail\nAnn,${address(1)}\n`;
  await drop(fakeFile('people.csv', Uint8Array.from(Buffer.from(text, 'utf16le'))));
  const encoding = await screen.findByRole('combobox', { name: 'File encoding' });
  await user.selectOptions(encoding, 'UTF-8');
  expect(await screen.findByText("This file can't be read")).toBeInTheDocument();
  expect(encoding).toHaveDisplayValue('UTF-16');
  await press('Look up 1 line');
  expect(await screen.findByText('1 line: 1 matched.')).toBeInTheDocument();
});

test('a table of a web page that was saved as .xls is taken, and read as such', async () => {
  const { user, press } = await setup();
  const page = `<html><body><table><tr><th>Name</th><th>Email</th></tr><tr><td>Ann</td><td>${address(1)}</td></tr></table></body></html>`;
  const input = await screen.findByLabelText('Add from file', { selector: 'input' });
  await user.upload(input, fakeFile('people.xls', Uint8Array.from(Buffer.from(page))));
  await press('Look up 1 line');
  expect(await screen.findByText('1 line: 1 matched.')).toBeInTheDocument();
});

test('Add from file takes a file as dropping does, and what is no text is refused in words', async () => {
  const { user } = await setup();
  const input = screen.getByLabelText('Add from file', { selector: 'input' });
  await user.upload(input, fakeFile('a.txt', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0])));
  expect(await screen.findByText("This file can't be read")).toBeInTheDocument();
  await user.upload(input, csv('list.txt', address(1), address(2)));
  expect(await screen.findByText('2 lines: 2 matched.')).toBeInTheDocument();
  expect(screen.queryByText("This file can't be read")).not.toBeInTheDocument();
});

test('a file dragged over the window shows the drop hint, until it leaves', async () => {
  await setup();
  const hang = createEvent.dragEnter(window);
  Object.assign(hang, { dataTransfer: { types: ['Files'], files: [] } });
  fireEvent(window, hang);
  expect(screen.getByText('Drop the file to add everyone in it')).toBeInTheDocument();
  expect(hang.defaultPrevented).toBe(true);
  const leave = createEvent.dragLeave(window);
  Object.assign(leave, { relatedTarget: null });
  fireEvent(window, leave);
  expect(screen.queryByText('Drop the file to add everyone in it')).not.toBeInTheDocument();
});

test('a list of some length is summed up, filtered, searched and cleaned up', async () => {
  const { user, paste, press } = await setup({ available: 7 });
  await paste(addresses(10));
  await screen.findByRole('heading', { name: '10 in the list' });
  const list = () => screen.getByRole('grid', { name: 'Your list' });
  await screen.findByRole('button', { name: 'Ready 7' });
  expect(filters()).toEqual(['All 10', 'Ready 7', "Can't assign 3"]);
  await press('Filter by reason');
  await user.click(await screen.findByRole('menuitemradio', { name: 'No seats left (3)' }));
  expect(within(list()).getAllByRole('row')).toHaveLength(3);
  await press('All 10');
  await press('Search in the list');
  await user.type(screen.getByRole('searchbox', { name: 'Search in the list' }), 'person.10@');
  await waitFor(() => expect(within(list()).getAllByRole('row')).toHaveLength(1));
  await press('Search in the list');
  await press("Can't assign 3");
  await press("Remove all 3 (Can't assign)");
  expect(await screen.findByText('7 available · 0 left after this')).toBeInTheDocument();
  expect(filters()).toEqual(['All 7', 'Ready 7']);
});

test('lines that are open stay open for the next job', async () => {
  const { paste, press } = await setup();
  await paste(`${address(1)}\nx@wrenfold.example`);
  await screen.findByText('x@wrenfold.example');
  await press('Assign');
  await press('Assign more');
  expect(screen.getByText('x@wrenfold.example')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Your list' })).toBeInTheDocument();
  expect(filters()).toEqual(['All 1', 'Fix 1']);
});

test('many people may go through a new group, after it was said what that needs and means', async () => {
  const { user, jobs, paste, press } = await setup();
  await paste(addresses(600));
  await screen.findByRole('heading', { name: '600 in the list' });
  await press('Options');
  await user.click(
    await screen.findByRole('radio', {
      name: /Assign through a group\. Adding everyone takes about 10 seconds/,
    }),
  );
  expect(screen.getByText(/People who leave the group lose the license/)).toBeInTheDocument();
  expect(screen.getByText(/Group\.ReadWrite\.All, GroupMember\.ReadWrite\.All/)).toBeInTheDocument();
  const name = screen.getByRole('textbox', { name: /Group name/ });
  expect(name).toHaveValue('Plover Notes licenses');
  await user.clear(name);
  expect(screen.getByRole('button', { name: 'Assign' })).toHaveAccessibleDescription('Select a group first.');
  await user.type(name, 'Plover people');
  await press('Assign');
  await waitFor(() => expect(jobs.plans).toHaveLength(1));
  expect(jobs.plans[0]).toMatchObject({
    operation: 'through-group',
    subject: { group: { name: 'Plover people' } },
  });
});

test('an admin who may not change groups sees so, and assigns directly', async () => {
  const { paste, press } = await setup({ canManageGroups: false });
  await paste(addresses(500));
  await screen.findByRole('heading', { name: '500 in the list' });
  await press('Options');
  expect(await screen.findByRole('radio', { name: /Assign through a group/ })).toBeDisabled();
  expect(screen.getByText(/Your role doesn't let you change groups/)).toBeInTheDocument();
});

test('a group that exists is found by search, and says who gets the product besides', async () => {
  const { user, jobs, paste, press } = await setup();
  await paste(addresses(500));
  await screen.findByRole('heading', { name: '500 in the list' });
  await press('Options');
  await user.click(await screen.findByRole('radio', { name: /Assign through a group/ }));
  await user.click(screen.getByRole('radio', { name: 'Use an existing group' }));
  const picker = screen.getByRole('combobox', { name: 'Find the group' });
  await user.type(picker, 'Sales');
  const [option, ...others] = await screen.findAllByRole('option');
  expect(others).toEqual([]);
  if (option) await user.click(option);
  expect(
    await screen.findByText('The 40 people who are already in it also get the product.'),
  ).toBeInTheDocument();
  await press('Assign');
  await waitFor(() => expect(jobs.plans[0]?.subject.group).toEqual({ id: fakeGroup().id, name: 'Sales' }));
});

test('100,000 lines are looked up and previewed at once, and only those in view are rendered', async () => {
  const count = 100_000;
  const lines = Array.from({ length: count }, (_, index) => [index + 1] as const);
  const { drop, jobs, press } = await setup({
    // The worker has tests of its own; this one is about the page.
    tables: {
      read: () =>
        Promise.resolve({
          columns: [{ heading: undefined, kind: 'address', samples: [], isSecondary: false }],
          columnOrder: [0],
          hasHeading: false,
          headingLines: [],
          headings: [],
          headingCount: 0,
          rowCount: count,
          lineCount: count,
          faults: [],
          faultCount: 0,
          encoding: 'utf-8',
          delimiter: '\n',
        }),
      readAgain: () => Promise.reject(new Error('not asked for')),
      forget: () => Promise.resolve(),
      entries: () =>
        Promise.resolve(
          lines.map((line, index) => ({
            text: address(index),
            kind: 'address',
            lines: line,
            suspicion: undefined,
          })),
        ),
    },
    match: (entries) =>
      Promise.resolve(
        entries.map((_entry, index) =>
          index % 2 === 0
            ? { kind: 'matched', principal: fakePerson(index) }
            : { kind: 'unknown', why: 'not-found' },
        ),
      ),
  });
  await drop(csv('all.csv', 'x'));
  expect(await screen.findByText('100,000 lines: 50,000 matched, 50,000 not found.')).toBeInTheDocument();
  await screen.findByRole('button', { name: 'Ready 50,000' });
  expect(screen.getAllByRole('row').length).toBeLessThan(100);
  expect(screen.getByText(/takes about 42 minutes/)).toBeInTheDocument();
  await press('Assign');
  await waitFor(() => expect(jobs.plans[0]?.items).toHaveLength(50_000));
});
