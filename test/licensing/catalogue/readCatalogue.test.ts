import shipped from '../../../src/licensing/catalogue/catalogue.json';
import { readCatalogue } from '../../../src/licensing/catalogue/readCatalogue';
import { guid } from '../support/samples';

const plain = { id: 'tern-board', name: 'Tern Board', publisher: 'Tern', owner: 'isv' };

const faultsOf = (json: unknown): readonly string[] => readCatalogue(json).faults;

const faultsOfEntry = (changes: object) => faultsOf({ entries: [{ ...plain, ...changes }] });

test('the shipped catalogue is valid and names products of Microsoft alone', () => {
  const { entries, linkHosts } = readCatalogue(shipped);
  expect(entries.length).toBeGreaterThan(20);
  expect(new Set(entries.map(({ owner }) => owner))).toEqual(new Set(['microsoft']));
  expect(linkHosts.size).toBe(0);
});

test('what an entry leaves out is filled, and GUIDs are told in lower case', () => {
  const entry = { ...plain, skuIds: [guid(1).toUpperCase()], planNames: { [guid(2).toUpperCase()]: 'Plan' } };
  expect(readCatalogue({ $schema: './x.json', entries: [entry] }).entries).toEqual([
    {
      ...plain,
      skuIds: [guid(1)],
      skuPartNumbers: [],
      assignedBy: 'graph',
      links: {},
      installTarget: undefined,
      entraAppId: undefined,
      planNames: { [guid(2)]: 'Plan' },
    },
  ]);
});

test('the hosts of all links and install pages are gathered', () => {
  const { linkHosts } = readCatalogue({
    entries: [
      { ...plain, links: { manage: 'https://a.example/x', website: 'https://B.example' } },
      { ...plain, id: 'b', installTarget: { kind: 'marketplace', url: 'https://shop.example/?p=1' } },
      { ...plain, id: 'c', installTarget: { kind: 'teams-app', teamsAppId: 'app' } },
    ],
  });
  expect(linkHosts).toEqual(new Set(['a.example', 'b.example', 'shop.example']));
});

test.each([
  ['turns the direction of text', 'Tern \u202Edraob'],
  ['has a character without width', 'Te\u200Brn Board'],
  ['has an isolate', '\u2066Tern'],
  ['has a blank letter', 'Tern\u3164Board'],
])('a name that %s is refused', (_what, name) => {
  const fault = 'entries[0] "tern-board" name: must not have invisible characters or marks of direction';
  expect(faultsOfEntry({ name })).toEqual([fault]);
  expect(faultsOfEntry({ planNames: { [guid(1)]: name } })).toHaveLength(1);
  expect(faultsOfEntry({ name: 'Tärnan – لوحة 板' })).toEqual([]);
});

test.each([
  'http://tern.example/',
  'javascript:alert(1)',
  'https://tern.example@evil.example/',
  'https://tern.example:8443/',
  'https://localhost/',
  'https://tern .example/',
  'https://1.2.3.999/',
  '//tern.example/',
])('the link %s is refused, with one line', (manage) => {
  const faults = faultsOfEntry({ links: { manage } });
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(['entries[0] "tern-board" links.manage']);
});

test.each([
  [{ skuIds: ['not-a-guid'] }, 'entries[0] "tern-board" skuIds.0: must be a GUID'],
  [{ entraAppId: '42' }, 'entries[0] "tern-board" entraAppId: must be a GUID'],
  [{ planNames: { x: 'Plan' } }, 'entries[0] "tern-board" planNames.x: must be a GUID'],
  [{ name: '' }, 'entries[0] "tern-board" name: must not be empty'],
  [{ name: 'x'.repeat(121) }, 'entries[0] "tern-board" name: must have at most 120 characters'],
  [{ id: 'Tern Board' }, 'entries[0] "Tern Board" id: must be lower-case letters, digits and hyphens'],
  [
    { skuPartNumbers: Array.from({ length: 51 }, (_, index) => `P${index}`) },
    'entries[0] "tern-board" skuPartNumbers: must have at most 50 ids',
  ],
  [
    { installTarget: { kind: 'teams-app', teamsAppId: '../x' } },
    'entries[0] "tern-board" installTarget.teamsAppId: must be the id of a Teams app',
  ],
])('the entry with %j is refused by its name and place', (changes, expected) => {
  expect(faultsOfEntry(changes)).toEqual([expected]);
});

test.each([
  ['an owner that is none', { owner: 'someone' }, 'owner'],
  ['a key that is not known', { color: 'red' }, 'color'],
  ['an install target of no kind', { installTarget: { kind: 'post' } }, 'installTarget.kind'],
  ['an install page without its address', { installTarget: { kind: 'vendor-page' } }, 'installTarget.url'],
])('%s is refused', (_name, changes, place) => {
  expect(faultsOfEntry(changes).map((fault) => fault.split(':')[0])).toEqual([
    `entries[0] "tern-board" ${place}`,
  ]);
});

test('every fault of every entry is named at once, clashes among them', () => {
  const lettered = 'abcdefab-0000-4000-8000-000000000001';
  const faults = faultsOf({
    entries: [
      { ...plain, skuIds: [lettered], skuPartNumbers: ['TERN'] },
      { ...plain, name: 7 },
      { ...plain, skuIds: [lettered.toUpperCase()], skuPartNumbers: ['tern'] },
      'nothing',
    ],
    extra: true,
  });
  expect(faults.map((fault) => fault.split(':')[0])).toEqual([
    'extra',
    'entries[1] "tern-board" name',
    'entries[3]',
    'entries[2] "tern-board" id',
    'entries[2] "tern-board" skuIds',
    'entries[2] "tern-board" skuPartNumbers',
  ]);
  expect(faults.at(-1)).toBe(
    'entries[2] "tern-board" skuPartNumbers: "tern" is taken by entries[0] "tern-board" already',
  );
});

test.each([[undefined], [null], [[]], ['x'], [{}], [{ entries: {} }]])(
  'the file %j is no catalogue',
  (json) => {
    expect(faultsOf(json)).not.toEqual([]);
  },
);

test('more entries than a catalogue may have are refused', () => {
  const entries = Array.from({ length: 2_001 }, (_, index) => ({ ...plain, id: `e${index}` }));
  expect(faultsOf({ entries })).toEqual(['entries: must have at most 2000 entries']);
});

test('one entry with a fault leaves the others, and so does a second one of the same product', () => {
  const { entries, faults } = readCatalogue({
    entries: [
      plain,
      { ...plain, id: 'Bad Id' },
      { ...plain, name: 'Second' },
      null,
      { ...plain, id: 'other' },
    ],
  });
  expect(entries.map(({ id, name }) => [id, name])).toEqual([
    ['tern-board', 'Tern Board'],
    ['other', 'Tern Board'],
  ]);
  expect(faults.length).toBeGreaterThanOrEqual(3);
  expect(readCatalogue('no catalogue').entries).toEqual([]);
});
