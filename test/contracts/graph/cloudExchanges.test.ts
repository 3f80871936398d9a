// cspell:ignore FENNIMORE MERROWFEN THORNWICK PALEGROVE QUILLMARROW HOLLOWMERE BRAMBLECOURT SPZNK groupby topcount
// The example exchanges of Microsoft's pages and design text, answered with the same keys and types of values (D; design where said).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import samples from './cloudSamples.json';
import type { CloudRow } from './setupCloud';
import { setupCloud, top } from './setupCloud';

/** Kinds of the texts that a client can tell apart. */
const kinds: readonly (readonly [string, RegExp])[] = [
  // Samples show ids of both looks.
  ['id', /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z2-7]{52})$/],
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['time', /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)$/],
  ['type', /^#?microsoft\.graph\./],
  ['metadata', /\$metadata#/],
  ['link', /^https:/],
];

/** Keys and kinds of values, at every depth. Of a list, the first item stands for all. */
function kindsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [kindsOf(value[0])];
  if (typeof value === 'string') return kinds.find(([, shape]) => shape.test(value))?.[0] ?? 'text';
  if (typeof value !== 'object' || value === null) return typeof value;
  const entries = Object.entries(value).filter(([name]) => name !== '@odata.context');
  return Object.fromEntries(entries.map(([name, inner]) => [name, kindsOf(inner)]));
}

/** Leaves out what the samples shorten: properties that the type has and a sample does not show. */
function without(row: CloudRow | undefined, ...names: readonly string[]): CloudRow {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => !names.includes(name)));
}

function expectLike(answer: unknown, sample: unknown): void {
  expect(kindsOf(answer)).toEqual(kindsOf(sample));
}

function setup({ shapes = 'reference' }: { shapes?: 'reference' | 'design' } = {}) {
  const opened = setupCloud();
  opened.emulator.settings.cloudShapes = shapes;
  return opened;
}

test('list allotments', async () => {
  const { rows } = setup();
  const found = await rows(`${top}/allotments?$filter=skuId eq ${productIds.timesheets}`);
  expectLike({ value: found.map((row) => without(row, 'subscriptions')) }, samples.listAllotments);
});

test('list allotments with the members in line', async () => {
  const { rows } = setup();
  const query =
    '$select=id,allottedUnits,consumedUnits,assignableTo&$expand=waitingMembers($select=id,waitingSinceDateTime)';
  const found = await rows(`${top}/allotments?${query}`);
  const inLine = found.find(({ waitingMembers }) => (waitingMembers as unknown[]).length > 0);
  expectLike({ value: [inLine] }, samples.allotmentsWithWaitingMembers);
});

test('sum up allotments', async () => {
  const { ask } = setup();
  const sums = 'allottedUnits with sum as totalAllottedUnits, consumedUnits with sum as totalConsumedUnits';
  const { body } = await ask(`${top}/allotments?$apply=groupby((skuId,skuPartNumber), aggregate(${sums}))`);
  expectLike(body, samples.sums);
});

test('the allotment of a third party’s product (design)', async () => {
  const { allotment } = setup({ shapes: 'design' });
  expectLike(await allotment('FENNIMORE_KIOSK'), samples.thirdPartyAllotment);
});

test('create, update and delete an assignment', async () => {
  const { ask, allotment, bodyOf, person } = setup();
  const { id, services } = await allotment('QUILLMARROW_INSIGHTS_CORE');
  const plan = (services as { planId: string }[])[1]?.planId;
  const type = { '@odata.type': '#microsoft.graph.cloudLicensing.assignment' };
  const body = { ...type, ...bodyOf(id, `users/${person(0)}`, [plan]) };
  const created = await ask(`POST ${top}/assignments`, { body });
  expect(created.status).toBe(201);
  expectLike(created.body, samples.assignment);
  const pathOf = (base: string) => `${base}/assignments/${String(created.body['id'])}`;
  const own = `/users/${person(0)}/cloudLicensing`;
  const pool = `/allotments/${String(id)}`;
  for (const base of [top, `${top}${pool}`, own, `${own}${pool}`]) {
    const updated = await ask(`PATCH ${pathOf(base)}`, { body });
    expect([base, updated.status]).toEqual([base, 200]);
    expectLike(updated.body, samples.assignment);
  }
  for (const base of ['/me/cloudLicensing', `/me/cloudLicensing${pool}`])
    expect((await ask(`PATCH ${pathOf(base)}`, { body })).status).toBe(404);
  const deleted = await ask(`DELETE ${pathOf(own)}`);
  expect([deleted.status, deleted.raw]).toEqual([204, undefined]);
});

test.each([
  ['an allotment', 'assignedTo@odata.bind'],
  ['a person', 'allotment@odata.bind'],
])('on %s only %s is needed', async (_, needed) => {
  const { ask, allotment, bodyOf, person } = setup();
  const { id } = await allotment('QUILLMARROW_INSIGHTS_CORE');
  const body = Object.fromEntries(
    Object.entries(bodyOf(id, `users/${person(0)}`)).filter(
      ([name]) => name === needed || name === 'disabledServicePlanIds',
    ),
  );
  const base =
    needed === 'allotment@odata.bind'
      ? `/users/${person(0)}/cloudLicensing`
      : `${top}/allotments/${String(id)}`;
  expect((await ask(`POST ${base}/assignments`, { body })).status).toBe(201);
});

test('a person’s own assignment is changed at both addresses below me', async () => {
  const { ask, allotment, assign, bodyOf, tenant } = setup();
  const { id } = await allotment('QUILLMARROW_INSIGHTS_CORE');
  const owner = `users/${tenant.personas.find(({ key }) => key === 'global-admin')?.userId}`;
  const { body: created } = await assign('QUILLMARROW_INSIGHTS_CORE', owner);
  for (const base of ['/me/cloudLicensing', `/me/cloudLicensing/allotments/${String(id)}`]) {
    const line = `PATCH ${base}/assignments/${String(created['id'])}`;
    const updated = await ask(line, { body: bodyOf(id, owner) });
    expect([base, updated.status]).toEqual([base, 200]);
    expectLike(
      { ...updated.body, disabledServicePlanIds: ['551f1755-0184-9e51-0bc7-f32bae5a1afb'] },
      samples.assignment,
    );
  }
});

test('a group is assigned to at its own address', async () => {
  const { ask, allotment, bodyOf } = setup();
  const { id } = await allotment('QUILLMARROW_INSIGHTS_CORE');
  const body = bodyOf(id, `groups/${groupIds.empty}`);
  const created = await ask(`POST /groups/${groupIds.empty}/cloudLicensing/assignments`, { body });
  expect(created.status).toBe(201);
});

test('a new assignment comes with the addresses of its ends (design)', async () => {
  const { assign, person } = setup({ shapes: 'design' });
  const { body } = await assign('SNORRIFAX_TIMESHEETS', `users/${person(0)}`);
  expectLike({ ...body, disabledServicePlanIds: [] }, samples.assignmentWithEnds);
});

test('list assignment errors', async () => {
  const { rows } = setup();
  const found = await rows(`${top}/assignmentErrors?$top=100`);
  expectLike({ value: found.filter(({ code }) => code === 'MissingDependency') }, samples.errors);
});

test('a page of assignments (design)', async () => {
  const { ask } = setup({ shapes: 'design' });
  const query = '$top=3&$expand=assignedTo($select=id,displayName)';
  const { body } = await ask(`${top}/assignments?${query}`);
  const value = body.value?.map((row) => ({ ...row, disabledServicePlanIds: [] }));
  expectLike({ ...body, value }, samples.assignmentsPage);
});

test('a usage right with where it comes from (design)', async () => {
  const { ask, rows, assign, person } = setup({ shapes: 'design' });
  await assign('SNORRIFAX_TIMESHEETS', `users/${person(0)}`);
  const base = `/users/${person(0)}/cloudLicensing/usageRights`;
  const [right] = await rows(`${base}?$filter=skuId eq ${productIds.timesheets}`);
  const expand = '$expand=assignments($expand=allotment($select=id),assignedTo($select=id,displayName))';
  expectLike((await ask(`${base}/${String(right?.['id'])}?${expand}`)).body, samples.usageRight);
});

test('a person with assignments in one call (design)', async () => {
  const { ask, assign, person } = setup({ shapes: 'design' });
  await assign('SNORRIFAX_TIMESHEETS', `users/${person(0)}`);
  const query =
    '$select=id,displayName,assignedLicenses&$expand=cloudLicensing/assignments($expand=allotment)';
  const { body } = await ask(`/users/${person(0)}?${query}`);
  expect(Object.keys(body).filter((name) => !name.startsWith('@'))).toEqual([
    'id',
    'displayName',
    'assignedLicenses',
    'assignments',
  ]);
  expect((body['assignments'] as CloudRow[]).at(-1)).toHaveProperty('allotment.skuId', productIds.timesheets);
  // v1.0 does not know the relation.
  expect((await ask(`/users/${person(0)}?${query}`, { version: undefined })).status).toBe(400);
});

test('every sample is held against an answer', () => {
  const self = readFileSync(join('test', 'contracts', 'graph', 'cloudExchanges.test.ts'), 'utf8');
  for (const name of Object.keys(samples)) expect(self).toContain(`samples.${name}`);
});
