// cspell:ignore FENNIMORE MERROWFEN THORNWICK PALEGROVE QUILLMARROW HOLLOWMERE BRAMBLECOURT SPZNK groupby topcount
// Several allotments of one SKU, and what assignLicense does to them (design of cloud licensing).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GroupRow } from '../../../src/sandbox/tenant/rows';
import { productIds } from '../../../src/sandbox/tenant/products';
import { setupCloud, top } from './setupCloud';

const skuId = productIds.expenses;

function setup(options: { folder?: string } = {}) {
  const opened = setupCloud(options);
  const { ask, rows } = opened;
  const pools = () => rows(`${top}/allotments?$filter=skuId eq ${skuId}`);
  const used = async () => (await pools()).map(({ consumedUnits }) => Number(consumedUnits));
  const inSkus = async () => {
    const { body } = await ask('/subscribedSkus?$select=skuId,consumedUnits');
    return Number(body.value?.find((sku) => sku['skuId'] === skuId)?.['consumedUnits']);
  };
  const own = (personId: string) =>
    rows(`/users/${personId}/cloudLicensing/assignments?$expand=allotment($filter=skuId in (${skuId}))`).then(
      (found) => found.filter(({ allotment }) => allotment),
    );
  const assignLicense = (personId: string, body: object) =>
    ask(`POST /users/${personId}/assignLicense`, { version: undefined, body });
  return { ...opened, pools, used, inSkus, own, assignLicense };
}

test('each purchase is an allotment with seats, state and dates of its own', async () => {
  const { pools } = setup();
  const [first, second] = await pools();
  expect([first?.['allottedUnits'], second?.['allottedUnits']]).toEqual([50, 20]);
  const stateOf = (row: Record<string, unknown> | undefined) =>
    (row?.['subscriptions'] as { state: string }[])[0]?.state;
  expect([stateOf(first), stateOf(second)]).toEqual(['active', 'warning']);
});

test('somebody on both takes two seats, which the directory counts as well', async () => {
  const { pools, used, inSkus, own, assignTo, person, tenant } = setup();
  const [before, counted, free] = [await used(), await inSkus(), tenant.freeSeats(skuId)];
  for (const { id } of await pools()) expect((await assignTo(id, `users/${person(0)}`)).status).toBe(201);
  expect(await used()).toEqual(before.map((units) => units + 1));
  expect(await inSkus()).toBe(counted + 2);
  expect(tenant.freeSeats(skuId)).toBe(free - 2);
  expect(await own(person(0))).toHaveLength(2);
});

test('assignLicense changes the plans of every assignment, and takes all of them away', async () => {
  const { pools, used, own, assignTo, assignLicense, person, tenant } = setup();
  const before = await used();
  for (const { id } of await pools()) await assignTo(id, `users/${person(0)}`);
  const disabledPlans = [tenant.sku(skuId)?.plans[0]?.id ?? ''];
  await assignLicense(person(0), { addLicenses: [{ skuId, disabledPlans }], removeLicenses: [] });
  const plans = (await own(person(0))).map(({ disabledServicePlanIds }) => disabledServicePlanIds);
  expect(plans).toEqual([disabledPlans, disabledPlans]);
  await assignLicense(person(0), { addLicenses: [], removeLicenses: [skuId] });
  expect(await own(person(0))).toEqual([]);
  expect(await used()).toEqual(before);
});

test('a plan is off for a person only where every assignment has it off', async () => {
  const { ask, pools, own, assignTo, person, tenant } = setup();
  for (const { id } of await pools()) await assignTo(id, `users/${person(0)}`);
  const body = { disabledServicePlanIds: [tenant.sku(skuId)?.plans[0]?.id] };
  const [first, second] = await own(person(0));
  const patch = (row: Record<string, unknown> | undefined) =>
    ask(`PATCH ${top}/assignments/${String(row?.['id'])}`, { body });
  const disabled = () =>
    tenant.user(person(0))?.licenses.find((source) => source.skuId === skuId)?.disabledPlans;
  await patch(first);
  expect(disabled()).toEqual([]);
  await patch(second);
  expect(disabled()).toEqual(body.disabledServicePlanIds);
});

test('taking one of two away leaves the license', async () => {
  const { ask, pools, used, own, assignTo, person, tenant } = setup();
  const before = await used();
  for (const { id } of await pools()) await assignTo(id, `users/${person(0)}`);
  const [first] = await own(person(0));
  expect((await ask(`DELETE ${top}/assignments/${String(first?.['id'])}`)).status).toBe(204);
  expect(await used()).toEqual([before[0], Number(before[1]) + 1]);
  expect(tenant.user(person(0))?.licenses.some((source) => source.skuId === skuId)).toBe(true);
});

test('assignLicense gives from a pool with free seats, and a full pool is refused by itself', async () => {
  const { pools, used, own, assignTo, assignLicense, people, tenant } = setup();
  const [first, second] = await pools();
  const [usedOfFirst = 0] = await used();
  const takers = people.slice(1).map(({ id }) => id);
  const others = tenant.users
    .filter(
      ({ id, licenses, usageLocation, userType }) =>
        usageLocation !== null &&
        userType === 'Member' &&
        !takers.includes(id) &&
        !licenses.some((source) => source.skuId === skuId),
    )
    .map(({ id }) => id);
  for (const id of [...takers, ...others].slice(0, 50 - usedOfFirst))
    expect((await assignTo(first?.['id'], `users/${id}`)).status).toBe(201);
  const last = people[0]?.id ?? '';
  expect((await assignTo(first?.['id'], `users/${last}`)).status).toBe(400);
  const reply = await assignLicense(last, { addLicenses: [{ skuId }], removeLicenses: [] });
  expect(reply.status).toBe(200);
  expect((await own(last)).map(({ allotment }) => (allotment as { id: string }).id)).toEqual([
    second?.['id'],
  ]);
});

test('a group on a pool gets no more seats than the pool has', async () => {
  const { rows, pools, assignTo, tenant, emulator } = setup();
  const [, second] = await pools();
  const isNew = (id: string) => !tenant.user(id)?.licenses.some((source) => source.skuId === skuId);
  const group = tenant.groups.find(
    ({ memberIds, licenses, securityEnabled, isAssignableToRole }) =>
      licenses.length === 0 &&
      securityEnabled &&
      !isAssignableToRole &&
      memberIds.filter((id) => tenant.user(id) && isNew(id)).length > 25,
  ) as GroupRow;
  expect((await assignTo(second?.['id'], `groups/${group.id}`)).status).toBe(201);
  emulator.settle();
  const line = `${top}/allotments/${String(second?.['id'])}`;
  expect((await pools())[1]?.['consumedUnits']).toBe(20);
  expect((await rows(`${line}/waitingMembers?$top=999`)).length).toBeGreaterThan(0);
});

test('where a license comes from, who holds a seat and every id survive a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pools-'));
  try {
    const before = setup({ folder });
    const { id } = (await before.pools())[1] ?? {};
    const who = before.person(0);
    await before.assignTo(id, `users/${who}`);
    const rooms = (await before.allotment('MERROWFEN_ROOMS'))['id'];
    const line = `${top}/allotments/${String(rooms)}/waitingMembers`;
    const [own, waiting] = [await before.own(who), await before.rows(line)];
    before.tenant.close();
    const after = setup({ folder });
    expect([await after.own(who), await after.rows(line)]).toEqual([own, waiting]);
    after.tenant.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
