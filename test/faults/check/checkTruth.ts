import type { UserPrincipal } from '../../../src/base/principal';
import type { JobState } from '../../../src/jobs/job';
import type { LicenseJobInput, LicenseJobSubject } from '../../../src/license-jobs/licenseJob';
import type { Change, LicensingCode, PoolRef } from '../../../src/licensing/types';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import type { WriteEntry } from '../../../src/sandbox/graph/writeLog';
import type { LicenseSource } from '../../../src/sandbox/tenant/rows';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';

/** A license job as its report tells it. */
export type LicenseState = JobState<LicenseJobSubject, LicenseJobInput, LicensingCode>;

/** Service that the checks read. */
interface Service {
  readonly tenant: Tenant;
  readonly emulator: GraphEmulator;
  /** Client id of the app under test. */
  readonly appId: string;
}

type Input = LicenseJobInput;

/** The SKU that a pool of the directory is, read here without the code under test. */
function skuIdOf({ pool }: PoolRef): string {
  return pool.replace(/^directory:/, '');
}

function isGiven(
  added: Change['add'][number],
  sources: readonly LicenseSource[],
  isByGroup: boolean,
): boolean {
  return sources.some(
    ({ skuId, groupId, state, disabledPlans }) =>
      skuId === skuIdOf(added) &&
      (groupId !== null) === isByGroup &&
      state === 'Active' &&
      [...disabledPlans].sort().join() === [...added.disabledPlanIds].sort().join(),
  );
}

/** True if the service is in the state that an item asks for; independent of the code under test. */
export function holdsTruly(tenant: Tenant, { change }: Input, isByGroup = false): boolean {
  const sources = tenant.user(change.principal.id)?.licenses ?? [];
  const isTaken = (pool: PoolRef): boolean =>
    !sources.some(({ skuId, groupId }) => skuId === skuIdOf(pool) && groupId === null);
  return change.add.every((added) => isGiven(added, sources, isByGroup)) && change.remove.every(isTaken);
}

/**
 * Checks that the report matches the service (I3, I4): done and unchanged items hold, failed and cancelled ones do
 * not. For a finished job; the caller leaves out deleted users and those whom another admin changed meanwhile.
 */
export function checkReport(
  state: LicenseState,
  { tenant }: Service,
  isLeftOut: (input: Input) => boolean = () => false,
): string[] {
  const isByGroup = state.header.subject.kind === 'through-group';
  const { waiting, started, done, pending, skipped, failed, cancelled } = state.counts;
  const counts = waiting + started + done + pending + skipped + failed + cancelled;
  const problems = counts === state.items.length ? [] : [`the counts add up to ${counts}`];
  let index = 0;
  for (const { progress, outcome, input } of state.items) {
    const reported = outcome ? JSON.stringify(outcome) : `nothing (${progress})`;
    const isReported =
      outcome?.kind === 'done' || (outcome?.kind === 'skipped' && outcome.reason === 'no-change');
    const isSo = holdsTruly(tenant, input, isByGroup);
    if (outcome === undefined) problems.push(`item ${index} ended without an outcome, ${progress}`);
    else if (!isLeftOut(input) && isReported !== isSo)
      problems.push(`item ${index}: reported ${reported}, in fact ${isSo}`);
    index += 1;
  }
  return problems;
}

function isForeign({ id, kind, effects }: WriteEntry, inputs: ReadonlyMap<string, Input>): boolean {
  if (kind === 'group')
    return effects.some(
      (effect) => effect.what.startsWith('member') && 'id' in effect && !inputs.has(effect.id),
    );
  const change = inputs.get(id)?.change;
  const skuIds = new Set([...(change?.add ?? []), ...(change?.remove ?? [])].map(skuIdOf));
  return effects.some((effect) => !('skuId' in effect) || effect.via !== null || !skuIds.has(effect.skuId));
}

/**
 * Checks that the effects of this app concern only the items (I2), happen once (I6), and stay within the seats owned
 * (I1). `others` are users whom another program of this app changes.
 */
export function checkEffects(
  inputs: readonly Input[],
  { emulator, appId }: Service,
  others: readonly UserPrincipal[] = [],
): string[] {
  const byPerson = new Map(inputs.map((input) => [input.principal.id, input]));
  const otherIds = new Set(others.map(({ id }) => id));
  const isOurs = ({ cause }: Pick<WriteEntry, 'cause'>): boolean => cause?.appId === appId;
  const ours = emulator.writes.entries().filter(isOurs);
  return [
    ...ours
      .filter((entry) => !otherIds.has(entry.id) && isForeign(entry, byPerson))
      .map((entry) => `outside of the list: ${JSON.stringify(entry)}`),
    ...emulator.writes
      .doubleEffects()
      .filter(isOurs)
      .map(({ id, at }) => `an effect of ${id} happened twice, at ${at}`),
    ...emulator.writes.seatViolations().map(({ skuId, free }) => `${skuId} has ${free} free seats`),
  ];
}
