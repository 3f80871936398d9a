// cspell:ignore Benutzerprinzipalname Kollegin
// cspell:locale en-US,sv
import { guessColumns } from '../../src/files/guessColumns';
import type { ColumnKind } from '../../src/files/types';

const guid = '1c0b9a34-7f0e-4a5c-9a39-0d3f6a6f1d11';

function guess(...rows: string[][]): { kinds: ColumnKind[]; hasHeading: boolean } {
  const { columns, hasHeading } = guessColumns(rows.map((cells, index) => ({ line: index + 1, cells })));
  return { kinds: columns.map(({ kind }) => kind), hasHeading };
}

test.each([
  ['User principal name', 'Display name', 'Object ID'],
  ['userPrincipalName', 'displayName', 'id'],
  ['Användarens huvudnamn', 'Visningsnamn', 'Objekt-ID'],
  ['E-post', 'Namn', 'Användar-ID'],
  ['User name [userPrincipalName] Required', 'Name [displayName] Required', 'Id'],
  ['Benutzerprinzipalname', 'name', 'Objekt'],
])('columns under %s, %s and %s are known', (...headings) => {
  expect(guess(headings, ['anna@contoso.com', 'Anna Lind', guid])).toEqual({
    kinds: ['address', 'display-name', 'object-id'],
    hasHeading: true,
  });
});

test('cells tell more than their heading', () => {
  expect(guess(['Name', 'Address'], ['anna@contoso.com', 'Box 1, Lund'])).toEqual({
    kinds: ['address', 'other'],
    hasHeading: true,
  });
});

test('a table without headings is known by its cells', () => {
  expect(guess(['Anna', 'anna@contoso.com'], ['Bo', 'bo@contoso.com'])).toEqual({
    kinds: ['other', 'address'],
    hasHeading: false,
  });
});

test('an unknown first line of a list may be somebody', () => {
  expect(guess(['Anna Lind'], ['bo@contoso.com'], ['cy@contoso.com'])).toEqual({
    kinds: ['address'],
    hasHeading: false,
  });
});

test('a list of words is a list of names', () => {
  expect(guess(['Anna Lind'], ['Bo Berg'])).toEqual({ kinds: ['display-name'], hasHeading: false });
});

test('a first row with an empty cell is somebody whose address is missing', () => {
  expect(guess(['Anna', ''], ['Bo', 'bo@contoso.com'], ['Cy', 'cy@contoso.com']).hasHeading).toBe(false);
});

test('a surname that is a heading elsewhere is somebody among surnames and given names', () => {
  expect(guess(['Person', 'Karl'], ['Lind', 'Anna'], ['Berg', 'Bo']).hasHeading).toBe(false);
  expect(guess(['Person', 'Team'], ['Karl Lind', 'Sales'], ['Bo Berg', 'IT']).hasHeading).toBe(true);
});

test.each([
  ['User', 'Admin', 'User'],
  ['User', 'Admin', 'Guest'],
])('a person with the role %s is no heading', (...roles) => {
  const rows = ['Lars Olsen', 'Anna Lind', 'Bo Berg'].map((name, index) => [name, roles[index] ?? '']);
  expect(guess(...rows)).toEqual({ kinds: ['display-name', 'other'], hasHeading: false });
});

test.each([
  ['Manager Email,Email - Work', ['m@b.se', 'a@b.se'], 1],
  ['SkuId,Tenant ID,Sign-in name', [guid, guid, 'a@b.se'], 2],
  ['Request ID,User', [guid, 'a@b.se'], 1],
  ['Device ID,Owner', [guid, 'a@b.se'], 1],
  ['ObjectGUID,Guid,Name', [guid, guid, 'Anna Lind'], 2],
  ['Recovery Email,Alternate email,Private e-mail,Mail', ['r@b.se', 's@b.se', 'p@b.se', 'a@b.se'], 3],
  ['Mail,UserPrincipalName,Object ID', ['a@b.se', 'u@b.se', guid], 2],
])('under %s the column %s comes first', (headings, cells, first) => {
  const rows = [headings.split(','), cells].map((row, index) => ({ line: index + 1, cells: row }));
  expect(guessColumns(rows).order[0]).toBe(first);
});

test('distinct values come before repeated ones', () => {
  const rows = [1, 2, 3, 4].map((line) => ({ line, cells: ['m@b.se', `p${line}@b.se`] }));
  expect(guessColumns(rows).order).toEqual([1, 0]);
});

test('given name and surname are joined where there is no column of names', () => {
  const rows = [
    ['Last name', 'First name'],
    ['Lind', 'Anna'],
  ].map((cells, index) => ({ line: index + 1, cells }));
  const { columns, order } = guessColumns(rows);
  expect(columns[order[0] ?? 0]).toMatchObject({ kind: 'display-name', samples: [{ text: 'Anna Lind' }] });
});

test('titles and blank rows above the headings are no people', () => {
  const rows = [
    ['Report'],
    ['As of today'],
    ['Kollegin', 'Kontakt', 'Ort'],
    ['Anna Lind', 'a@b.se', 'Lund'],
  ].map((cells, index) => ({ line: index * 2 + 1, cells }));
  expect(guessColumns(rows)).toMatchObject({
    headings: [{ line: 1 }, { line: 3 }, { line: 5 }],
    rows: [{ line: 7 }],
  });
});

test('an empty column under a known heading is what the heading says', () => {
  expect(guess(['Name', 'E-mail'], ['Anna', '']).kinds).toEqual(['display-name', 'address']);
});

test('a few distinct cells are shown, shortened, and headings as they were written', () => {
  const rows = ['Anna', 'Anna', 'Bo', 'Cy', 'x'.repeat(300)].map((name, index) => ({
    line: index + 2,
    cells: [name],
  }));
  const { columns } = guessColumns([{ line: 1, cells: [' Display name '] }, ...rows.slice(0, 4)]);
  expect(columns).toMatchObject([{ heading: 'Display name', kind: 'display-name' }]);
  expect(columns[0]?.samples.map(({ text }) => text)).toEqual(['Anna', 'Bo', 'Cy']);
  expect(guessColumns(rows.slice(4)).columns[0]?.samples[0]?.text).toHaveLength(100);
});

test('the rows of a long table are looked at all over, not at its top alone', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [
    index < 600 ? 'unknown' : `p${index}@contoso.com`,
  ]);
  expect(guess(...rows).kinds).toEqual(['address']);
});

test('employee IDs and account names are told by their headings, accounts also by their domain', () => {
  expect(guess(['Employee ID', 'Department'], ['000123', 'Sales'], ['000124', 'IT']).kinds).toEqual([
    'employee-id',
    'other',
  ]);
  expect(guess(['SamAccountName', 'Office'], ['anber', 'Lund']).kinds).toEqual(['account', 'other']);
  expect(guess(['CONTOSO\\anber', 'Lund'], ['CONTOSO\\kli', 'Umeå']).kinds).toEqual(['account', 'other']);
});
