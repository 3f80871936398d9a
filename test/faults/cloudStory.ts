import { allotmentsOf } from '../../src/sandbox/graph/resources/beta/allotments';
import { settleCloudSeats } from '../../src/sandbox/graph/resources/beta/cloudSeats';
import { cloudAssignmentKey } from '../../src/sandbox/tenant/cloudRows';
import type { Outcome } from '../../src/base/outcome';
import type { Principal, UserPrincipal } from '../../src/base/principal';
import { toPlannedItem, type LicenseJobSubject } from '../../src/license-jobs/licenseJob';
import { toPoolKey, toProductKey, type PoolKey } from '../../src/licensing/keys';
import type { Change, LicensingCode, PoolRef } from '../../src/licensing/types';
import { license } from '../licensing/support/samples';
import type { LicenseState } from './check/checkTruth';
import { checkGate, checkOverlaps } from './check/checkWire';
import { choosePeople } from './environment/people';
import { openEnvironment, type Environment, type EnvironmentOptions } from './environment/openEnvironment';
import type { Page } from './environment/openPage';

/** Pool of an allotment that no SKU of the directory has, as the app and as the tenant name it. */
export interface CloudPool extends PoolRef {
  readonly key: string;
  /** Plans that can be switched off. */
  readonly planIds: readonly string[];
}

/** Jobs over cloud licensing, in a tenant with two pools: one with twelve free seats, then one with six. */
export interface CloudStory {
  readonly environment: Environment;
  readonly from: CloudPool;
  readonly to: CloudPool;
  /** People with a seat of neither. */
  readonly people: readonly UserPrincipal[];
  /** The tab that plans jobs, unless another is named. */
  readonly page: Page;
}

/** The first allotments without a SKU of the directory that can be given to people. */
function poolsOf({ tenant, emulator }: Environment): readonly CloudPool[] {
  return allotmentsOf({ tenant, directory: { settings: emulator.settings } }).flatMap(
    ({ id, key, directorySkuId, catalogId, plans, assignableTo }) => {
      if (directorySkuId !== undefined || !assignableTo.includes('user')) return [];
      const planIds = plans.map((plan) => plan.id);
      const product =
        catalogId === undefined
          ? toProductKey('plans', planIds.toSorted().join('+'))
          : toProductKey('offer', catalogId);
      return [{ key, product, pool: toPoolKey('allotment', id), planIds }];
    },
  );
}

/**
 * Opens a story with so many people. Half of the seeds have a service that accepts an assignment which is there already, so that a
 * repetition shows in its log.
 */
export function openCloudStory(
  seed: number,
  count: number,
  options: Partial<EnvironmentOptions> = {},
): CloudStory {
  const environment = openEnvironment({ users: 200, ...options, seed, door: 'cloud-licensing' });
  const { tenant, emulator } = environment;
  emulator.settings.repeatedAssignments = seed % 2 === 0 ? 'accepted' : 'refused';
  const [from, to] = poolsOf(environment);
  if (!from || !to) throw new Error('the tenant has too few allotments');
  const taken = new Set([
    ...[from, to].flatMap(({ key }) => tenant.cloudSeats.get(key)?.holderIds ?? []),
    ...tenant.cloudAssignments.all().map(({ ownerId }) => ownerId),
  ]);
  const people = choosePeople(tenant, 60, environment.random).filter(({ id }) => !taken.has(id));
  return { environment, from, to, people: people.slice(0, count), page: environment.browser.openPage() };
}

/** Change of each principal of a job. */
type Wanted = Omit<Change, 'principal'>;

/** Gives a pool, with these plans off. */
export const giving = ({ product, pool }: PoolRef, ...disabledPlanIds: readonly string[]): Wanted => ({
  add: [license({ product, pool }, ...disabledPlanIds)],
  remove: [],
});

/** Gives the second pool and takes the first one. */
export const moving = ({ from, to }: CloudStory): Wanted => ({
  ...giving(to),
  remove: [{ product: from.product, pool: from.pool }],
});

/** Plans a job; returns its id. */
export function planIn(
  { from, to }: CloudStory,
  page: Page,
  kind: LicenseJobSubject['kind'],
  change: Wanted,
  principals: readonly Principal[],
): Promise<string> {
  return page.jobs.plan({
    operation: 'change-licenses',
    subject: { kind, products: [from, to].map(({ product, pool }) => ({ product, pool, name: product })) },
    items: principals.map((principal) => toPlannedItem(principal, change)),
  });
}

/** Gives everybody of the story the first pool, as if somebody had done so long ago. */
export function giveFirst({ environment, from, people }: CloudStory): void {
  const { tenant, clock } = environment;
  for (const { id: ownerId } of people) {
    const owner = { ownerKind: 'user', ownerId } as const;
    const id = cloudAssignmentKey(owner, from.key);
    const at = '2025-01-01T00:00:00Z';
    tenant.cloudAssignments.put({ id, ...owner, poolKey: from.key, disabledPlanIds: [], at });
  }
  settleCloudSeats(tenant, clock.now());
}

/** Assignments of somebody in both pools, by pool: the plans that are off, sorted. */
type Given = ReadonlyMap<PoolKey, string>;

/** Returns the assignments that the tenant has of people, by their ids. */
export function givenNow(
  { environment, from, to }: CloudStory,
  ids: readonly string[],
): ReadonlyMap<string, Given> {
  const rows = environment.tenant.cloudAssignments.all();
  return new Map(
    ids.map((id) => {
      const own = rows.filter(({ ownerId }) => ownerId === id);
      const given = [from, to].flatMap(({ key, pool }) =>
        own
          .filter(({ poolKey }) => poolKey === key)
          .map(({ disabledPlanIds }) => [pool, disabledPlanIds.toSorted().join()] as const),
      );
      return [id, new Map(given)];
    }),
  );
}

/** Takes everything of both pools from the people of a story, unlogged as if it had never been. */
export function takeAll({ environment, from, to, people }: CloudStory): void {
  const { tenant, clock } = environment;
  const ids = new Set(people.map(({ id }) => id));
  for (const { id, ownerId, poolKey } of tenant.cloudAssignments.all())
    if (ids.has(ownerId) && [from.key, to.key].includes(poolKey)) tenant.cloudAssignments.remove(id);
  settleCloudSeats(tenant, clock.now());
}

function after(given: Given, { add, remove }: Wanted): Given {
  const changed = new Map(given);
  for (const { pool } of remove) changed.delete(pool);
  for (const { pool, disabledPlanIds } of add) changed.set(pool, disabledPlanIds.toSorted().join());
  return changed;
}

/** The states in which an outcome says that somebody is. */
function statesOf(
  outcome: Outcome<LicensingCode> | undefined,
  before: Given,
  change: Wanted,
): readonly Given[] {
  const whole = after(before, change);
  if (outcome?.kind === 'done' || (outcome?.kind === 'skipped' && outcome.reason === 'no-change'))
    return [whole];
  if (outcome?.kind !== 'failed') return [before];
  const { made } = outcome;
  if (made) {
    const add = change.add.filter(({ pool }) => made.given.includes(pool));
    return [after(before, { add, remove: change.remove.filter(({ pool }) => made.taken.includes(pool)) })];
  }
  return outcome.reason === 'outcome-unknown' ? [before, whole] : [before];
}

const textOf = (given: Given | undefined): string => JSON.stringify([...(given ?? [])].sort());

/** Says where a report is not as the tenant is, that was so `before` the job. */
export function checkReport(
  story: CloudStory,
  { status, items }: LicenseState,
  before: ReadonlyMap<string, Given>,
): readonly string[] {
  const now = givenNow(story, [...before.keys()]);
  const untrue = [...items].flatMap(({ input: { principal, change }, outcome }, index) => {
    const states = statesOf(outcome, before.get(principal.id) ?? new Map(), change).map(textOf);
    const truly = textOf(now.get(principal.id));
    return states.includes(truly) ? [] : [`item ${index}: ${JSON.stringify(outcome)}, in fact ${truly}`];
  });
  return [...(status === 'finished' ? [] : [`the job ended as ${status}`]), ...untrue];
}

/** Says what happened twice, without a seat, too early, or at the same time as another change of the same person. */
function checkService({ environment: { emulator, network, unserved } }: CloudStory): readonly string[] {
  return [
    ...emulator.writes.doubleEffects().map(({ id, at }) => `an effect of ${id} happened twice, at ${at}`),
    ...emulator.writes.seatViolations().map(({ skuId, free }) => `${skuId} has ${free} free seats`),
    ...checkGate(network.exchanges),
    ...checkOverlaps(network.exchanges),
    ...unserved.map((line) => `the emulator does not know ${line}`),
  ];
}

/** Runs a story in virtual time, and says what was not as it has to be. */
export function tell(
  story: CloudStory,
  name: string,
  work: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const { clock } = story.environment;
  const run = async (): Promise<readonly string[]> => {
    const problems = await work();
    // The last note may still be on its way into the journal.
    await clock.wait(1_000);
    return [...problems, ...checkService(story)].map((problem) => `${name}: ${problem}`);
  };
  return clock.run(run());
}
