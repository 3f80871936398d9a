import { readCatalogue } from '../../src/licensing/catalogue/readCatalogue';
import shipped from '../../src/licensing/catalogue/catalogue.json';
import { decodeTable, makeCatalogue, type CatalogueFile } from '../../manifest/makeCatalogue';

const heading =
  'Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names ';
const suite = '05E9A617-0261-4CEE-BB44-138D3EF5D965';
const [first, second, plan, other] = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const table = [
  heading,
  `Microsoft 365 E3,SPE_E3,${suite},TEAMS1,57ff2da0-773e-42df-b2af-ffb7a2317929,Microsoft Teams`,
  `Microsoft 365 E3,SPE_E3,${suite},PLAN_A,${plan},"Plan A, ""new"""`,
  `Café,CAFE,${first},PLAN_B,${other},`,
  // The same part number for another product.
  `Café (trial),CAFE,${second},PLAN_A,${plan},"Plan A, ""new"""`,
  '',
].join('\r\n');

const base: CatalogueFile = shipped;

function make(text = table) {
  const made = makeCatalogue(text, base);
  if ('faults' in made) throw new Error(made.faults.join('\n'));
  return made;
}

test('the table becomes a catalogue that the app reads, with names of products and plans', () => {
  const { catalogue, products } = make();
  const { entries, microsoftPlans } = readCatalogue(catalogue);
  expect(products).toBe(3);
  expect(entries).toHaveLength(base.entries.length + 2);
  const entryOf = (skuId = '') => entries.find(({ skuIds }) => skuIds.includes(skuId.toLowerCase()));
  expect(entryOf(suite)).toMatchObject({ id: 'microsoft-365-e3', skuPartNumbers: ['SPE_E3'] });
  expect(entryOf(first)).toMatchObject({ name: 'Café', owner: 'microsoft', skuPartNumbers: ['CAFE'] });
  expect(entryOf(second)).toMatchObject({ name: 'Café (trial)', skuPartNumbers: [] });
  expect(microsoftPlans).toMatchObject({ [plan ?? '']: 'Plan A, "new"', [other ?? '']: 'PLAN_B' });
});

test('a second run over its own result changes nothing', () => {
  const { catalogue } = make();
  expect(makeCatalogue(table, catalogue)).toMatchObject({ catalogue });
});

test.each([
  ['UTF-8', Buffer.from(table)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${table}`)],
  ['UTF-16', Buffer.from(`\uFEFF${table}`, 'utf16le')],
  ['windows-1252', Buffer.from(table, 'latin1')],
])('a table in %s is read', (_name, bytes) => {
  expect(make(decodeTable(bytes)).catalogue).toEqual(make().catalogue);
});

test('another file is refused with what it lacks, and a spoilt row is named', () => {
  expect(makeCatalogue('a,b\r\n1,2', base)).toEqual({
    faults: [expect.stringContaining('Product_Display_Name, String_Id, GUID')],
  });
  expect(makeCatalogue(`${heading}\nX,Y,no-guid,P,${plan},N`, base)).toEqual({
    faults: ['Line 2, column GUID: "no-guid" is no GUID.'],
  });
  const rows = ['', `"Office\r\n365",A,${first},P,${plan},N`, '', `B,B,${second},P,no-plan,N`];
  expect(makeCatalogue([heading, ...rows].join('\r\n'), base)).toEqual({
    faults: ['Line 6, column Service_Plan_Id: "no-plan" is no GUID.'],
  });
});

test.each([
  ['\n', ','],
  ['\r\n', ','],
  ['\r\n', ';'],
  ['\n', '\t'],
])('rows without any text, as Excel leaves them, count as lines: %j, %j', (end, delimiter) => {
  const cleared = [',,,,,', ' ,"",,,\u00A0,', '', '  '];
  const rows = [
    '',
    ',,,,,',
    heading,
    ...cleared,
    `A,A,${first},P,no-plan,N`,
    ...cleared,
    `"B${end}b",B,${second},P,no-plan,N`,
  ];
  const text = rows.map((row) => row.replaceAll(',', delimiter)).join(end);
  expect(makeCatalogue(text, base)).toEqual({
    faults: [8, 13].map((line) => `Line ${line}, column Service_Plan_Id: "no-plan" is no GUID.`),
  });
});

test('a row whose cells are out of place is named with its line', () => {
  const faultsOf = (...rows: readonly string[]) => makeCatalogue([heading, ...rows].join('\n'), base);
  expect(faultsOf(`X, new,Y,${first},P,${plan},N`)).toEqual({
    faults: [expect.stringMatching(/^Line 2: .*7/)],
  });
  expect(faultsOf(`X,Y,${first}`)).toEqual({ faults: [expect.stringMatching(/^Line 2: .*3/)] });
  expect(faultsOf(`X,Y,${first},P,${plan},N`, `"X,Y,${first},P,${plan},N`)).toEqual({
    faults: expect.arrayContaining([expect.stringMatching(/^Line 3: .*quote/i)]) as readonly string[],
  });
});

test.each(['???', 'ï»¿', '\uFEFF\uFEFF'])('a heading behind a spoilt mark, %s, is known', (mark) => {
  expect(make(`${mark}${table}`).catalogue).toEqual(make().catalogue);
});

test('blanks, line breaks, capitals and stray characters of the published table are put right', () => {
  const row = `"Teams Rooms \u0096\u00A0Basic\u200B\r\n(new)",ROOMS ,${first?.toUpperCase()} , PLAN_A,${plan}\u00A0,Plan A`;
  const { entries, microsoftPlans } = make(`${heading}\r\n${row}\r\n`).catalogue;
  expect(entries.at(-1)).toMatchObject({
    name: 'Teams Rooms – Basic (new)',
    skuIds: [first],
    skuPartNumbers: ['ROOMS'],
  });
  expect(microsoftPlans).toMatchObject({ [plan ?? '']: 'Plan A' });
});

test('a plan that the table names in several ways gets the name that people read most often', () => {
  const names = ['PLAN A', 'PLAN A', 'PLAN_A', 'PLAN_A', 'Plan a', 'Plan A', 'Plan A', 'PLAN_A'];
  const rows = names.map((name) => `X,X,${first},PLAN_A,${plan},${name}`);
  expect(make([heading, ...rows].join('\n')).catalogue.microsoftPlans).toMatchObject({
    [plan ?? '']: 'Plan A',
  });
});
