// cspell:ignore FENNIMORE MERROWFEN THORNWICK PALEGROVE QUILLMARROW HOLLOWMERE BRAMBLECOURT SPZNK groupby topcount
// The query options of cloud licensing (D, the pages of its lists; design: $count, compute and topcount, nested options).
import { productIds } from '../../../src/sandbox/tenant/products';
import { setupCloud, top } from './setupCloud';

test('pages have links that repeat the query', async () => {
  const { ask } = setupCloud();
  const seen: unknown[] = [];
  let line = `${top}/assignments?$top=7&$expand=assignedTo($select=id,displayName),allotment($select=id)`;
  for (let page = 0; page < 3; page += 1) {
    const { body } = await ask(line);
    expect(body.value).toHaveLength(7);
    seen.push(...(body.value ?? []).map(({ id }) => id));
    const link = String(body['@odata.nextLink']);
    expect(link).toMatch(
      /\?\$top=7&\$expand=assignedTo\(\$select=id,displayName\),allotment\(\$select=id\)&\$skipToken=/,
    );
    line = link.replace('https://graph.microsoft.com/beta', '');
  }
  expect(new Set(seen).size).toBe(21);
});

test('filters by SKU, by list, and by the plans of services', async () => {
  const { rows } = setupCloud();
  const { timesheets, sign } = productIds;
  const skus = async (filter: string, list = 'allotments') =>
    (await rows(`${top}/${list}?$filter=${filter}`)).map(({ skuId }) => skuId);
  expect(await skus(`skuId eq ${timesheets}`)).toEqual([timesheets]);
  expect((await skus(`skuId in (${timesheets},${sign})`)).sort()).toEqual([timesheets, sign].sort());
  const plan = '2123dfdc-71ef-4efa-a5d5-900ece47358e';
  expect(await skus(`services/any(c:c/planId eq ${plan})`)).toEqual([timesheets]);
  expect(
    await skus(`services/any(c:c/planId in (${plan},5c7e1d90-0b64-4f1e-9d27-c3a8e64f1a01))`),
  ).toHaveLength(2);
});

test('an expanded allotment that the filter inside does not match is left out', async () => {
  const { rows, assign, person } = setupCloud();
  await assign('SNORRIFAX_TIMESHEETS', `users/${person(0)}`);
  await assign('QUILLMARROW_INSIGHTS_CORE', `users/${person(0)}`);
  const filter = `$filter=skuId in (${productIds.timesheets});$select=skuId`;
  const own = await rows(`/users/${person(0)}/cloudLicensing/assignments?$expand=allotment(${filter})`);
  const shown = own.flatMap(({ allotment }) => (allotment ? [(allotment as { skuId: string }).skuId] : []));
  expect(shown).toEqual([productIds.timesheets]);
  expect(own.length).toBeGreaterThan(1);
});

test('the number of rows is bare, with the type of JSON', async () => {
  const { ask, rows } = setupCloud();
  const [first] = await rows(`${top}/assignmentErrors`);
  const filter = `$filter=skuId eq ${String(first?.['skuId'])}`;
  const { raw, headers } = await ask(`${top}/assignmentErrors/$count?${filter}`);
  expect(headers['Content-Type']).toBe('application/json');
  expect(raw).toBe(String((await rows(`${top}/assignmentErrors?${filter}&$top=999`)).length));
  const { body } = await ask(`${top}/allotments?$count=true&$top=1`);
  expect(body['@odata.count']).toBe((await rows(`${top}/allotments`)).length);
});

test('sums by SKU; a product without a SKU has its catalog id alone', async () => {
  const { rows } = setupCloud();
  const sums = 'allottedUnits with sum as totalAllottedUnits,consumedUnits with sum as totalConsumedUnits';
  const all = await rows(`${top}/allotments`);
  const bySku = await rows(`${top}/allotments?$apply=groupby((skuId,skuPartNumber), aggregate(${sums}))`);
  const expenses = all.filter(({ skuId }) => skuId === productIds.expenses);
  expect(expenses).toHaveLength(2);
  expect(bySku).toContainEqual({
    skuId: productIds.expenses,
    skuPartNumber: 'FRIBBLETORP_EXPENSES',
    totalAllottedUnits: 70,
    totalConsumedUnits: expenses.reduce((sum, { consumedUnits }) => sum + Number(consumedUnits), 0),
  });
  const byCatalog = await rows(`${top}/allotments?$apply=groupby((catalogId,skuId),aggregate(${sums}))`);
  expect(byCatalog).toContainEqual({
    catalogId: 'G2ALO6SPZNK7:0001',
    totalAllottedUnits: 12,
    totalConsumedUnits: 0,
  });
});

test('the allotment of a SKU with most free seats, without what was computed', async () => {
  const { rows } = setupCloud();
  const apply = `filter(skuId eq ${productIds.expenses})/compute(allottedUnits sub consumedUnits as availableUnits)/topcount(1, availableUnits)`;
  const found = await rows(`${top}/allotments?$apply=${apply}`);
  const all = await rows(`${top}/allotments?$filter=skuId eq ${productIds.expenses}`);
  const free = (row: Record<string, unknown>) => Number(row['allottedUnits']) - Number(row['consumedUnits']);
  expect(found).toHaveLength(1);
  expect(found[0]?.['id']).toBe([...all].sort((one, other) => free(other) - free(one))[0]?.['id']);
  expect(found[0]).not.toHaveProperty('availableUnits');
});

test('an object alone may come inside value, where the sandbox is set to that', async () => {
  const { ask, rows, emulator } = setupCloud();
  const [first] = await rows(`${top}/allotments?$top=1&$select=id`);
  emulator.settings.wrapsSingles = true;
  const { body } = await ask(`${top}/allotments/${String(first?.['id'])}?$select=id`);
  expect(body.value).toMatchObject({ id: first?.['id'] });
  expect(body).not.toHaveProperty('id');
});
