import type { Outcome } from '../../../src/base/outcome';
import { createChangePaths } from '../../../src/license-jobs/change-paths/changePaths';
import { licenseJobSchema } from '../../../src/license-jobs/licenseJobSchema';
import { guid, refOf, user } from '../../licensing/support/samples';
import type { LicenseJobInput, LicenseJobSubject } from '../../../src/license-jobs/licenseJob';
import type { JobScope } from '../../../src/jobs/operation';
import type { LicensingCode } from '../../../src/licensing/types';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { inputOf, openOperations, scopeOf } from '../openOperations';

type Scope = JobScope<LicenseJobSubject>;

let close: (() => void) | undefined;

function setup() {
  const world = openOperations();
  close = world.close;
  const { adapter, directory, changeLicenses } = world;
  let now = 0;
  const clock = { now: () => (now += 1_000) };
  const operation = createChangePaths({
    licensing: adapter,
    directory,
    changeLicenses,
    clock,
    timeForChanges: (count) => count,
  });

  /** Goes through an item as the engine does, until its outcome is final or `polls` are over. */
  async function run(input: LicenseJobInput, scope: Scope, polls = 3) {
    const steps: { readonly kind: string }[] = [];
    const item = {
      ...scope,
      steps,
      writeStep: (step: unknown) => {
        steps.push(step as { readonly kind: string });
        return Promise.resolve();
      },
    };
    const [checked] =
      (await operation.precheck?.([{ input, before: undefined, wasStarted: false }], scope)) ?? [];
    const before = checked?.kind === 'run' ? checked.before : undefined;
    let outcome: Outcome<LicensingCode> | undefined =
      checked?.kind === 'settled' ? checked.outcome : await operation.execute(input, item);
    const first = outcome;
    for (let poll = 0; poll < polls && outcome?.kind === 'done' && outcome.pending; poll += 1) {
      world.settle();
      const [found] = (await operation.poll?.([input], scope)) ?? [];
      if (found) outcome = await operation.complete?.(input, found, { ...item, steps: [...steps] });
    }
    return { before, first, outcome, steps: steps.map(({ kind }) => kind) };
  }

  async function undo(
    input: LicenseJobInput,
    { before, outcome }: { readonly before: unknown; readonly outcome: Outcome<LicensingCode> | undefined },
    { header, context }: Scope,
  ) {
    const inverse = outcome && operation.invert?.(input, before, outcome, header);
    if (!inverse) return undefined;
    const subject = operation.invertSubject?.(header.subject, context) ?? header.subject;
    const scope = {
      header: { ...header, subject, undoOf: header.id },
      context: undefined,
      signal: new AbortController().signal,
    };
    return run(inverse, { ...scope, context: await operation.prepare?.(scope) });
  }
  return { ...world, operation, run, undo };
}

afterEach(() => {
  close?.();
  close = undefined;
});

const pending = { kind: 'done', pending: true };
const fieldStaff = { id: groupIds.fieldStaff, name: 'Field Staff' };

test('who has it directly and through a group leaves the group, loses both, and gets both back by an undo', async () => {
  const { cast, paths, run, undo, tenant } = setup();
  const { grouped: pool, twice } = cast;
  const input = { ...inputOf(twice, { remove: [pool] }), leave: [fieldStaff] };
  const scope = scopeOf({ kind: 'leave-groups', pools: [pool] });
  const before = paths(twice.id, pool.product);
  const left = await run(input, scope);
  expect(left).toMatchObject({ first: pending, outcome: { kind: 'done' }, steps: ['left', 'removed'] });
  expect(paths(twice.id, pool.product)).toEqual([]);
  expect(tenant.group(groupIds.fieldStaff)?.memberIds).not.toContain(twice.id);
  const back = await undo(input, left, scope);
  expect(back).toMatchObject({ outcome: { kind: 'done' }, steps: ['assigned', 'joined'] });
  expect([...paths(twice.id, pool.product)].sort()).toEqual([...before].sort());
});

test('an undo of a job that also took another product directly ends, though the group gives only one of them', async () => {
  const { adapter, cast, paths, run, undo } = setup();
  const { grouped, plain, inheritor } = cast;
  await adapter.apply(inputOf(inheritor, { add: [{ ...plain, disabledPlanIds: [] }] }).change);
  const input = { ...inputOf(inheritor, { remove: [plain] }), leave: [fieldStaff] };
  const scope = scopeOf({ kind: 'leave-groups', pools: [plain, grouped] });
  const left = await run(input, scope);
  expect(left).toMatchObject({ outcome: { kind: 'done' }, steps: ['left', 'removed'] });
  expect(await undo(input, left, scope)).toMatchObject({ outcome: { kind: 'done' } });
  expect(paths(inheritor.id, plain.product)).toHaveLength(1);
  expect(paths(inheritor.id, grouped.product)).toHaveLength(1);
});

test('who inherits it alone leaves the group; of the same job another loses a direct license', async () => {
  const { cast, paths, run } = setup();
  const { grouped: pool, inheritor, plain, holder } = cast;
  const scope = scopeOf({ kind: 'leave-groups', pools: [pool] });
  const input = { ...inputOf(inheritor, { remove: [pool] }), leave: [fieldStaff] };
  expect(await run(input, scope)).toMatchObject({ outcome: { kind: 'done' }, steps: ['left'] });
  expect(paths(inheritor.id, pool.product)).toEqual([]);
  const direct = scopeOf({ kind: 'leave-groups', pools: [plain] });
  expect(await run(inputOf(holder, { remove: [plain] }), direct)).toMatchObject({
    outcome: { kind: 'done' },
  });
  expect(paths(holder.id, plain.product)).toEqual([]);
});

test('who left the group meanwhile and has no direct license is left alone', async () => {
  const { cast, run } = setup();
  const { grouped: pool, newcomer } = cast;
  const input = { ...inputOf(newcomer, { remove: [pool] }), leave: [fieldStaff] };
  const { outcome } = await run(input, scopeOf({ kind: 'leave-groups', pools: [pool] }));
  expect(outcome).toEqual({ kind: 'skipped', reason: 'no-change' });
});

test('a migration removes the direct license only after the one through the group works', async () => {
  const { cast, operation, paths, run, undo, tenant } = setup();
  const { plain: pool, holder } = cast;
  const input = inputOf(holder, { remove: [pool] });
  const group = { id: groupIds.it, name: 'IT' };
  const begun = scopeOf({ kind: 'migrate-to-group', pools: [pool], group });
  const scope = { ...begun, context: await operation.prepare?.(begun) };
  const started = await run(input, scope, 0);
  expect(started).toMatchObject({ outcome: pending, steps: ['joined'] });
  expect(paths(holder.id, pool.product)).toContain('direct');
  const moved = await run(input, scope);
  expect(moved.outcome).toEqual({ kind: 'done' });
  expect(paths(holder.id, pool.product)).toEqual([groupIds.it]);
  const back = await undo(input, { before: started.before, outcome: moved.outcome }, scope);
  expect(back).toMatchObject({ outcome: { kind: 'done' }, steps: ['assigned', 'left'] });
  expect(paths(holder.id, pool.product)).toEqual(['direct']);
  expect(tenant.group(groupIds.it)?.memberIds).not.toContain(holder.id);
});

test('whose license through the group fails keeps the direct one, half done, and leaves the group by an undo', async () => {
  const { cast, operation, paths, run, undo } = setup();
  const { plain: pool, holder } = cast;
  const input = inputOf(holder, { remove: [pool] });
  const begun = scopeOf({ kind: 'migrate-to-group', pools: [pool], group: { id: groupIds.it, name: 'IT' } });
  const scope = { ...begun, context: await operation.prepare?.(begun) };
  const failing = await run(input, scope, 0);
  const steps = [{ kind: 'joined', at: 1 }];
  const outcome = await operation.complete?.(
    input,
    { kind: 'failed', reason: 'conflicting-plans' },
    { ...scope, steps, writeStep: () => Promise.reject(new Error('nothing is written')) },
  );
  expect(outcome).toEqual({
    kind: 'failed',
    reason: 'conflicting-plans',
    made: { given: [groupIds.it], taken: [] },
  });
  expect(paths(holder.id, pool.product)).toContain('direct');
  const back = await undo(input, { before: failing.before, outcome }, scope);
  expect(back).toMatchObject({ outcome: { kind: 'done' }, steps: ['left'] });
  expect(paths(holder.id, pool.product)).toEqual(['direct']);
});

/** A migration of the holder that is in the group and waits. */
async function startMigration({ cast, operation, run }: ReturnType<typeof setup>) {
  const { plain: pool, holder } = cast;
  const input = inputOf(holder, { remove: [pool] });
  const begun = scopeOf({ kind: 'migrate-to-group', pools: [pool], group: { id: groupIds.it, name: 'IT' } });
  const scope = { ...begun, context: await operation.prepare?.(begun) };
  const { before } = await run(input, scope, 0);
  return { input, scope, before, direct: { ...input.change, remove: [pool] }, holder, product: pool.product };
}

test('a migration that is stopped while it waits is half done, as far as it is known', async () => {
  const world = setup();
  const { input, scope } = await startMigration(world);
  const stop = (...kinds: string[]): unknown => {
    const steps = kinds.map((kind) => ({ kind, at: 1 }));
    return world.operation.stop?.(input, { ...scope, steps, writeStep: () => Promise.resolve() });
  };
  const made = { given: [groupIds.it], taken: [] };
  expect(stop('joined')).toEqual({ kind: 'failed', reason: 'stopped', made });
  // A member before, whom the job changed in nothing.
  expect(stop()).toEqual({ kind: 'failed', reason: 'stopped' });
  expect(stop('joined', 'verified')).toEqual({ kind: 'failed', reason: 'outcome-unknown', made });
  expect(stop('joined', 'verified', 'removed')).toEqual({ kind: 'done' });
});

test('a migration whose direct license is gone already is done, and its undo gives it back', async () => {
  const world = setup();
  const { input, scope, before, direct, holder, product } = await startMigration(world);
  world.settle();
  await world.adapter.apply(direct, { isBulk: true });
  const steps = [{ kind: 'joined', at: 1 }];
  const writeStep = () => Promise.resolve();
  const outcome = await world.operation.complete?.(input, { kind: 'done' }, { ...scope, steps, writeStep });
  expect(outcome).toEqual({ kind: 'done' });
  await world.undo(input, { before, outcome }, scope);
  expect(world.paths(holder.id, product)).toEqual(['direct']);
});

test('a removal of unknown outcome is not told as kept, and its undo gives the license back', async () => {
  const world = setup();
  const { input, scope, before, holder, product } = await startMigration(world);
  world.settle();
  const apply = world.adapter.apply.bind(world.adapter);
  const lose = jest.spyOn(world.adapter, 'apply').mockImplementation(async (...args) => {
    await apply(...args);
    return { kind: 'failed', reason: 'outcome-unknown' };
  });
  const steps = [{ kind: 'joined', at: 1 }];
  const writeStep = () => Promise.resolve();
  const outcome = await world.operation.complete?.(input, { kind: 'done' }, { ...scope, steps, writeStep });
  lose.mockRestore();
  expect(outcome).toMatchObject({ reason: 'outcome-unknown', made: { given: [groupIds.it] } });
  await world.undo(input, { before, outcome }, scope);
  expect(world.paths(holder.id, product)).toEqual(['direct']);
});

test('an undo leaves no group that alone gives the license', async () => {
  const world = setup();
  const { input, scope, before, direct, holder, product } = await startMigration(world);
  world.settle();
  await world.adapter.apply(direct, { isBulk: true });
  const made = { given: [groupIds.it], taken: [] };
  const back = await world.undo(
    input,
    { before, outcome: { kind: 'failed', reason: 'conflicting-plans', made } },
    scope,
  );
  expect(back).toMatchObject({ outcome: { kind: 'failed', reason: 'concurrent-change' }, steps: [] });
  expect(world.paths(holder.id, product)).toEqual([groupIds.it]);
});

test('an undo ends, half done, where one of the groups was deleted meanwhile', async () => {
  const { cast, paths, run, undo, tenant } = setup();
  const { grouped: pool, twice } = cast;
  const gone = { id: guid(4711), name: 'Deleted' };
  const input = { ...inputOf(twice, { remove: [pool] }), leave: [fieldStaff] };
  const scope = scopeOf({ kind: 'leave-groups', pools: [pool] });
  const { before, outcome } = await run(input, scope);
  const memberOf = [gone.id, fieldStaff.id];
  const back = await undo(
    { ...input, leave: [gone, fieldStaff] },
    { before: { ...(before as object), memberOf }, outcome },
    scope,
  );
  expect(back).toMatchObject({
    outcome: { kind: 'failed', reason: 'principal-not-found', made: { given: [pool.pool, fieldStaff.id] } },
  });
  expect(tenant.group(groupIds.fieldStaff)?.memberIds).toContain(twice.id);
  expect(paths(twice.id, pool.product)).toContain('direct');
});

test('a role-assignable group is refused before anything is sent', async () => {
  const { cast, emulator, operation, run } = setup();
  const { plain: pool, holder } = cast;
  const sent = emulator.writes.entries().length;
  const group = { id: groupIds.approvers, name: 'Approvers' };
  const begun = scopeOf({ kind: 'migrate-to-group', pools: [pool], group });
  const scope = { ...begun, context: await operation.prepare?.(begun) };
  const { outcome } = await run(inputOf(holder, { remove: [pool] }), scope);
  expect(outcome).toEqual({ kind: 'failed', reason: 'group-not-licensable' });
  expect(emulator.writes.entries()).toHaveLength(sent);
});

test('what the journal holds of it is read as it was written', () => {
  const input = {
    ...inputOf(user(1), { remove: [refOf(guid(900))] }),
    leave: [fieldStaff],
    leavesGroup: true,
  };
  const before = { seats: [], memberOf: [fieldStaff.id] };
  const step = { kind: 'left', at: 5, group: { id: fieldStaff.id, name: undefined } };
  const stored = JSON.parse(JSON.stringify({ input, before, step })) as Record<
    'input' | 'before' | 'step',
    unknown
  >;
  expect(licenseJobSchema.parseInput(stored.input)).toMatchObject({ leave: [fieldStaff], leavesGroup: true });
  expect(licenseJobSchema.parseBefore(stored.before)).toMatchObject(before);
  expect(licenseJobSchema.parseStep(stored.step)).toEqual(step);
  expect(licenseJobSchema.parseContext(null)).toBeUndefined();
});
