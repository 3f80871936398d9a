import type { PrincipalRef } from '../../../src/base/principal';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import { license } from '../../licensing/support/samples';
import { inputOf, noSteps, openOperations, scopeOf, walk, walkBack } from '../openOperations';

let close: (() => void) | undefined;

function setup() {
  const world = openOperations();
  close = world.close;
  const { cast, tenant, throughGroup } = world;
  const pool = cast.plain;
  const skuId = productIds.timesheets;
  const input = (principal: PrincipalRef) => inputOf(principal, { add: [license(pool)] });
  const begin = async (group: { readonly id?: string; readonly name: string }) => {
    const scope = scopeOf({ kind: 'through-group', pools: [pool], group });
    return { ...scope, context: await throughGroup.prepare?.(scope) };
  };
  const made = () => tenant.groups.filter(({ displayName }) => displayName === 'Timesheet people');
  return { ...world, pool, skuId, input, begin, made };
}

afterEach(() => {
  close?.();
  close = undefined;
});

const newGroup = { name: 'Timesheet people' };
const outcomesOf = (walked: Awaited<ReturnType<typeof walk>>) => walked.map(({ outcome }) => outcome);
const done = { kind: 'done' };
const pending = { kind: 'done', pending: true };

test('a group is made and licensed once, however often the job begins', async () => {
  const { begin, made, skuId } = setup();
  const { context } = await begin(newGroup);
  expect(await begin(newGroup)).toMatchObject({ context: { groupId: made()[0]?.id } });
  expect(made()).toHaveLength(1);
  expect(made()[0]).toMatchObject({ securityEnabled: true, licenses: [{ skuId, disabledPlans: [] }] });
  expect(context).toEqual({ groupId: made()[0]?.id, isMade: true, carriedBefore: false });
});

test('people join the group, and are followed until each has the license', async () => {
  const { begin, cast, input, paths, settle, pool, throughGroup } = setup();
  const scope = await begin(newGroup);
  settle();
  const inputs = [cast.newcomer, cast.inheritor, cast.unknownPerson].map(input);
  const walked = await walk(throughGroup, inputs, scope);
  expect(outcomesOf(walked)).toMatchObject([
    pending,
    pending,
    { kind: 'failed', reason: 'principal-not-found' },
  ]);
  const joined = inputs.slice(0, 2);
  expect(await throughGroup.poll?.(joined, scope)).toEqual([undefined, undefined]);
  settle();
  expect(await throughGroup.poll?.(joined, scope)).toEqual([done, done]);
  expect(paths(cast.newcomer.id, pool.product)).toHaveLength(1);
});

test('who could not be given a license by the group ends with the reason', async () => {
  const { cast, settle, throughGroup } = setup();
  const scope = scopeOf({ kind: 'through-group', pools: [cast.full], group: newGroup });
  const begun = { ...scope, context: await throughGroup.prepare?.(scope) };
  const input = inputOf(cast.newcomer, { add: [license(cast.full)] });
  await walk(throughGroup, [input], begun);
  settle();
  expect(await throughGroup.poll?.([input], begun)).toEqual([
    { kind: 'failed', reason: 'no-licenses-available' },
  ]);
});

test('an undo takes people out again, and they lose what the group gave', async () => {
  const { begin, cast, input, made, paths, settle, pool, throughGroup } = setup();
  const scope = await begin(newGroup);
  const walked = await walk(throughGroup, [cast.newcomer, cast.inheritor].map(input), scope);
  settle();
  const back = await walkBack(throughGroup, walked, scope);
  expect(outcomesOf(back)).toEqual([pending, pending]);
  expect(made()).toMatchObject([{ memberIds: [] }]);
  const { header } = scope;
  const undo = { ...scope, header: { ...header, subject: { ...header.subject, isUndo: true } } };
  const inputs = back.map((one) => one.input);
  expect(await throughGroup.poll?.(inputs, undo)).toEqual([undefined, undefined]);
  settle();
  expect(await throughGroup.poll?.(inputs, undo)).toEqual([done, done]);
  expect(paths(cast.newcomer.id, pool.product)).toEqual([]);
});

test('a chosen group that gives the product keeps its apps, and who is in it has it already', async () => {
  const { begin, cast, input, tenant, throughGroup, adapter, pool, skuId } = setup();
  const principal = { kind: 'group', id: groupIds.nordic } as const;
  const plan = tenant.sku(skuId)?.plans[0]?.id ?? '';
  await adapter.apply({ principal, add: [license(pool, plan)], remove: [] });
  const scope = await begin({ id: principal.id, name: 'Nordic' });
  expect(scope.context).toEqual({ groupId: principal.id, isMade: false, carriedBefore: true });
  expect(tenant.group(principal.id)?.licenses).toContainEqual({ skuId, disabledPlans: [plan] });
  const member = { kind: 'user', id: cast.nestedGroupMembers[0] ?? '' } as const;
  const walked = await walk(throughGroup, [member].map(input), scope);
  expect(outcomesOf(walked)).toEqual([{ kind: 'skipped', reason: 'no-change' }]);
});

test('a member of a chosen group without the product gets it, and stays a member by an undo', async () => {
  const { begin, cast, input, settle, throughGroup } = setup();
  const scope = await begin({ id: groupIds.nordic, name: 'Nordic' });
  const member = { kind: 'user', id: cast.nestedGroupMembers[0] ?? '' } as const;
  const walked = await walk(throughGroup, [member].map(input), scope);
  expect(outcomesOf(walked)).toEqual([pending]);
  settle();
  expect(await throughGroup.poll?.([input(member)], scope)).toEqual([done]);
  expect(await walkBack(throughGroup, walked, scope)).toEqual([]);
});

test.each([
  ['picnic', 'group-not-licensable'],
  ['newsletter', 'group-not-licensable'],
  ['approvers', 'group-not-licensable'],
  ['sweden', 'group-not-licensable'],
] as const)('the group %s is refused as %s before anything is sent', async (key, reason) => {
  const { begin, cast, emulator, input, throughGroup } = setup();
  const before = emulator.writes.entries().length;
  const scope = await begin({ id: groupIds[key], name: key });
  const walked = await walk(throughGroup, [cast.newcomer].map(input), scope);
  expect(outcomesOf(walked)).toEqual([{ kind: 'failed', reason }]);
  expect(emulator.writes.entries()).toHaveLength(before);
});

test('nobody is sent through a group with a product that is closed, and a group is no member', async () => {
  const { begin, cast, emulator, input, pool, skuId, throughGroup } = setup();
  const open = await begin(newGroup);
  expect(outcomesOf(await walk(throughGroup, [cast.nestedGroup].map(input), open))).toEqual([
    { kind: 'failed', reason: 'group-not-licensable' },
  ]);
  emulator.actAsOtherAdmin('sku-suspended', { skuIds: [skuId] });
  const scope = scopeOf({ kind: 'through-group', pools: [pool], group: newGroup }, { id: 'another-job' });
  const closed = { ...scope, context: await throughGroup.prepare?.(scope) };
  expect(outcomesOf(await walk(throughGroup, [cast.newcomer].map(input), closed))).toEqual([
    { kind: 'failed', reason: 'product-suspended' },
  ]);
});

test('an unknown group stops the job', async () => {
  const { begin, cast } = setup();
  await expect(begin({ id: cast.unknownPerson.id, name: 'Nobody' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('who was started and is a member now was added by the job', async () => {
  const { begin, cast, directory, input, throughGroup } = setup();
  const scope = await begin(newGroup);
  const { groupId } = scope.context as { groupId: string };
  await directory.addMember(groupId, cast.newcomer.id);
  const before = { seats: [], wasMember: false };
  const started = [cast.newcomer, cast.holder].map((one) => ({
    input: input(one),
    before,
    wasStarted: true,
  }));
  expect(await throughGroup.precheck?.(started, scope)).toMatchObject([
    { kind: 'settled', outcome: pending },
    { kind: 'run' },
  ]);
  // Even where a reading does not show it yet, and it is sent again.
  expect(await throughGroup.execute(input(cast.newcomer), { ...scope, ...noSteps })).toEqual(pending);
});

test('while readings do not show the new group yet, people join it and leave it all the same', async () => {
  const { begin, cast, input, lateReadings, made, throughGroup } = setup();
  lateReadings();
  const scope = await begin(newGroup);
  const walked = await walk(throughGroup, [cast.newcomer].map(input), scope);
  expect(outcomesOf(walked)).toEqual([pending]);
  expect(
    await throughGroup.poll?.(
      walked.map((one) => one.input),
      scope,
    ),
  ).toEqual([undefined]);
  expect(outcomesOf(await walkBack(throughGroup, walked, scope))).toEqual([pending]);
  expect(made()).toMatchObject([{ memberIds: [] }]);
});

test('time left counts twenty people a request', () => {
  const { throughGroup } = setup();
  const { header } = scopeOf({ kind: 'through-group', pools: [] });
  expect(throughGroup.timeLeftInMs?.(100_000, header)).toBe(5_000);
});
