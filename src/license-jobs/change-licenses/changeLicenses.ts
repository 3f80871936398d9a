import { invertChange } from '../../licensing/changes/invertChange';
import type { ChangeKind } from '../../licensing/changes/predictOutcome';
import { doorOf, type Door } from '../../licensing/door';
import { operationNames, toUndoSubject, type LicenseJobInput, type LicenseJobSubject } from '../licenseJob';
import { parseBefore } from '../licenseJobSchema';
import type { LicensingAdapter, CallOptions, HoldingOptions } from '../../licensing/licensingAdapter';
import type { PoolKey } from '../../licensing/keys';
import { canRetry } from '../canRetry';
import type { Change, Holding, PoolRef, LicensingCode, Seat } from '../../licensing/types';
import type { RecentChanges } from '../recent-changes/createRecentChanges';
import { checkChange } from './checkChange';
import { partOf } from './madeSteps';
import { sendChange, type ChangeToSend } from './sendChange';
import { createSuspendedPoolCheck } from '../createSuspendedPoolCheck';
import { nameGroups } from './nameGroups';
import { inFlightTimeoutMs, type LicenseOperation } from '../licenseOperation';
import { createPollCounter, isProgressUntold } from '../untoldProgress';
import { createRightsCheck, type RightsParts } from '../rightsCheck';
import { AppError } from '../../base/appError';
import type { Outcome } from '../../base/outcome';
import { predictOutcome } from '../../licensing/changes/predictOutcome';
import { isSatisfied } from '../../licensing/changes/isSatisfied';

/** A license change of a group, on which Entra works. */
interface GroupChange {
  readonly change: Change;
  /** Seats that the group has now. */
  readonly seats: readonly Seat[];
  /** True where these could not all be read, so that they may lack some. */
  readonly isIncomplete: boolean;
  readonly kind: ChangeKind;
  readonly isUndo: boolean;
  /** The group is not polled again if the service doesn't tell how far it is. */
  readonly isLastPoll: boolean;
}

/**
 * Reads the outcome of a group's change for its members: done, with the number of members that it did not reach, as far as
 * that can be read; undefined while Entra works on it, or while readings do not show the change yet, since they would then
 * show an earlier ending as well. Of a service that doesn't tell how far it is, the members are not known after the last poll.
 */
async function followGroup(
  licensing: LicensingAdapter,
  { change, seats, isIncomplete, kind, isUndo, isLastPoll }: GroupChange,
  options: CallOptions,
): Promise<Outcome<LicensingCode> | undefined> {
  const pools: readonly PoolRef[] = change.add.length > 0 ? change.add : change.remove.slice(0, 1);
  const progress = await unlessGone(
    Promise.all(
      pools.map(({ product }) => licensing.readGroupProgress(change.principal.id, product, options)),
    ),
  );
  if (!progress) return { kind: 'failed', reason: 'principal-not-found' };
  const isShown =
    !isIncomplete &&
    (isSatisfied(change, seats) || (!isUndo && predictOutcome(kind, change, seats).kind === 'settled'));
  const isAtWork = progress.some(({ processing }) => processing === 'queued' || processing === 'processing');
  const isUntold = progress.some(({ processing }) => isProgressUntold(pools, processing));
  const isWaiting = isAtWork || !isShown || (isUntold && change.add.length > 0);
  if (isWaiting && !(isUntold && isLastPoll)) return undefined;
  // Members with an error lose a removed license as well, so a removal has no shortfall.
  if (change.add.length === 0) return { kind: 'done' };
  const shortfall = new Set(progress.flatMap(({ issues }) => [...(issues?.keys() ?? [])])).size;
  return {
    kind: 'done',
    ...(shortfall > 0 && { shortfall }),
    ...((isUntold || progress.some(({ issues }) => !issues)) && { isShortfallUnknown: true }),
  };
}

async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'not-found') return undefined;
    throw thrown;
  }
}

/** Dependencies of the operation. */
interface ChangeLicensesParts {
  readonly licensing: LicensingAdapter;
  /** Changes of other jobs that readings may not show yet. Default trusts readings. */
  readonly recentChanges?: Pick<RecentChanges, 'readHoldings'>;
  /** Milliseconds that so many license changes of a door would take from now. */
  readonly timeForChanges: (count: number, door: Door) => number;
  /** Returns the relative error of that time: 0.3 is 30 % either way, and infinite means that it is only a minimum. Default is 0. */
  readonly timeLeftError?: (count: number, door: Door) => number;
  /** Reads the account's rights again after refusals. Default is that each refusal stands. */
  readonly rights?: RightsParts;
}

/**
 * The operation `change-licenses`: assigns, removes, moves and switches apps of people and groups, one call a principal,
 * and undoes such jobs. 160 at a time fill four batches of 20 on the way and four that wait for their turn; 300 are
 * checked together, since their 20 readings of 15 fill one batch.
 */
export function createChangeLicenses({
  licensing,
  recentChanges = { readHoldings: (read) => read() },
  rights,
  ...time
}: ChangeLicensesParts): LicenseOperation {
  const readSuspendedPools = createSuspendedPoolCheck(licensing);
  /** Reads what principals hold: as the service shows it, and with the changes of other jobs. */
  async function readCurrent(
    inputs: readonly LicenseJobInput[],
    signal: AbortSignal,
    jobId: string,
  ): Promise<readonly [raw: readonly Holding[], corrected: readonly Holding[]]> {
    const options = { ...whatMatters(inputs), signal, isBulk: true };
    const reading = licensing.readHoldings(inputs.map(principalOf), options);
    const corrected = await recentChanges.readHoldings(() => reading, jobId);
    return [await reading, corrected];
  }

  /** Part of each item that the last check left to send. */
  const left = new WeakMap<LicenseJobInput, ChangeToSend>();
  const isLastPoll = createPollCounter();
  return {
    name: operationNames.changeLicenses,
    concurrency: 160,
    chunkSize: 300,
    async precheck(items, { header, signal }) {
      const { subject } = header;
      const inputs = items.map(({ input }) => input);
      const [[raw, corrected], suspended] = await Promise.all([
        readCurrent(inputs, signal, header.id),
        givesLicenses(inputs) ? readSuspendedPools(header.id, givenPools(inputs)) : new Set<PoolKey>(),
      ]);
      const checked = items.map((item, index) => {
        // An item of unknown outcome is settled by what the service shows, not by what another job reported before it.
        const isUnknown = item.wasStarted && item.settledSteps === undefined;
        const { seats = [], isIncomplete = false } = (isUnknown ? raw : corrected)[index] ?? {};
        const terms = { ...termsOf(subject), suspended };
        const isOneStep = (change: Change): boolean => licensing.isOneStep(change);
        const { toSend, ...result } = checkChange({ item, seats, isIncomplete, isOneStep, ...terms });
        if (toSend) left.set(item.input, toSend);
        return result;
      });
      return nameGroups(licensing, checked, inputs, signal);
    },
    execute: (input, scope) =>
      sendChange(
        licensing,
        { change: input.change, unwritten: [], ...left.get(input), assignmentIds: input.assignmentIds },
        scope,
      ),
    rights: createRightsCheck(rights, 'licenses'),
    shouldPauseAfter: stopsForSeats,
    async poll(inputs, { header, signal }) {
      const options = { signal, isBulk: true };
      const query = { ...options, ...whatMatters(inputs) };
      const holdings = await licensing.readHoldings(inputs.map(principalOf), query);
      const terms = termsOf(header.subject);
      return Promise.all(
        inputs.map((input, index) => {
          const { seats = [], isIncomplete = false } = holdings[index] ?? {};
          const read = { seats, isIncomplete, isLastPoll: isLastPoll(input) };
          return followGroup(licensing, { change: input.change, ...read, ...terms }, options);
        }),
      );
    },
    canRetry,
    invert: invertItem,
    invertSubject: toUndoSubject,
    inFlightTimeoutMs: inFlightTimeoutMs,
    timeLeftInMs: (items, { subject }) => longest(time.timeForChanges, items, subject),
    timeLeftError: (items, { subject }) => longest(time.timeLeftError ?? exactly, items, subject),
  };
}

const exactly = (): number => 0;

/** Returns the larger result of the doors of a job, which work at the same time. Of cloud licensing each product takes a call of its own. */
function longest(
  estimate: (count: number, door: Door) => number,
  items: number,
  { products }: LicenseJobSubject,
): number {
  const ofCloud = products.filter(({ pool }) => doorOf(pool) === 'cloud-licensing').length;
  return Math.max(
    ofCloud < products.length ? estimate(items, 'directory') : 0,
    ofCloud > 0 ? estimate(items * ofCloud, 'cloud-licensing') : 0,
  );
}

/** Returns the inverse of what an outcome says was made, with the ids that it has. */
const invertItem: NonNullable<LicenseOperation['invert']> = (input, before, outcome) => {
  const known = parseBefore(before);
  const made = outcome.kind === 'failed' ? outcome.made : undefined;
  const ids = outcome.kind === 'done' || outcome.kind === 'failed' ? outcome.ids : undefined;
  if ((outcome.kind !== 'done' && !made) || !known) return undefined;
  const { seats, sent } = known;
  const whole = { ...input.change, ...sent };
  const change = invertChange(made ? partOf(whole, made) : whole, { seats });
  return change && { principal: input.principal, change, ...(ids && { assignmentIds: ids }) };
};

const stopsForSeats: LicenseOperation['shouldPauseAfter'] = (outcome, { subject }) =>
  subject.stopsWithoutSeats === true &&
  outcome.kind === 'failed' &&
  outcome.reason === 'no-licenses-available';

function termsOf({ kind, isUndo = false }: LicenseJobSubject): { kind: ChangeKind; isUndo: boolean } {
  switch (kind) {
    // Those of such a job who leave no group.
    case 'leave-groups':
      return { kind: 'remove', isUndo };
    // Jobs of other operations are never bound to this one.
    case 'through-group':
    case 'migrate-to-group':
    case 'usage-location':
    case 'reprocess':
      return { kind: 'assign', isUndo };
    default:
      return { kind, isUndo };
  }
}

const principalOf = ({ change }: LicenseJobInput): Change['principal'] => change.principal;

function whatMatters(inputs: readonly LicenseJobInput[]): Pick<HoldingOptions, 'products' | 'pools'> {
  const all = inputs.flatMap(({ change }): readonly PoolRef[] => [...change.add, ...change.remove]);
  const pools = [...new Map(all.map(({ product, pool }) => [pool, { product, pool }])).values()];
  return { products: [...new Set(pools.map(({ product }) => product))], pools };
}

function givesLicenses(inputs: readonly LicenseJobInput[]): boolean {
  return inputs.some(({ change }) => change.add.length > 0);
}

function givenPools(inputs: readonly LicenseJobInput[]): readonly PoolKey[] {
  return inputs.flatMap(({ change }) => change.add.map(({ pool }) => pool));
}
