import { AppError } from '../../base/appError';
import type { Outcome } from '../../base/outcome';
import type { Directory, MembershipCode } from '../../directory/types';
import {
  operationNames,
  toUndoSubject,
  type LicenseJobBefore,
  type LicenseJobInput,
  type LicenseJobSubject,
} from '../licenseJob';
import type { JobScope, PrecheckItem, PrecheckResult } from '../../jobs/operation';
import { parseBefore, parseContext, requireContext } from '../licenseJobSchema';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import type { LicensingCode } from '../../licensing/types';
import { canRetry } from '../canRetry';
import { createSuspendedPoolCheck } from '../createSuspendedPoolCheck';
import { followMember } from './followMember';
import type { GroupContext } from './groupContext';
import { inFlightTimeoutMs, type LicenseOperation } from '../licenseOperation';
import { createPollCounter, isProgressUntold } from '../untoldProgress';
import { prepareGroup } from './prepareGroup';
import { createRightsCheck, type RightsParts } from '../rightsCheck';

/** Dependencies of the operation. */
export interface ThroughGroupParts {
  readonly licensing: LicensingAdapter;
  readonly directory: Pick<Directory, 'match' | 'ensureGroup' | 'findMembers' | 'addMember' | 'removeMember'>;
  /** Milliseconds that so many writes would take from now. */
  readonly timeForChanges: (count: number) => number;
  /** Returns the relative error of that time: 0.3 is 30 % either way, and infinite means that it is only a minimum. Default is 0. */
  readonly timeLeftError?: (count: number) => number;
  /** Reads the account's rights again after refusals. Default is that each refusal stands. */
  readonly rights?: RightsParts;
}

/** Graph, add members: people that one request takes. */
const peoplePerWrite = 20;

/**
 * The operation `through-group`: creates or finds a group, licenses it, adds people, and follows Entra until each of them
 * has the license or an error. 800 at a time fill two batches of 20 requests of 20 people. Its undo removes the people
 * and leaves the group and its license; an undo of that is not offered, since the job can be planned again.
 */
export function createThroughGroup({
  licensing,
  directory,
  timeForChanges,
  timeLeftError,
  rights: rightsParts,
}: ThroughGroupParts): LicenseOperation {
  const readSuspendedPools = createSuspendedPoolCheck(licensing);
  const rights = createRightsCheck(rightsParts, 'members');
  const isLastPoll = createPollCounter();
  return {
    name: operationNames.throughGroup,
    concurrency: 800,
    chunkSize: 400,
    prepare: (scope) => prepareGroup({ licensing, directory, readSuspendedPools, rights }, scope),
    rights,
    async precheck(items, { context, header, signal }) {
      const group = requireContext(context);
      const { refused, refusedMessage, groupId, isMade } = group;
      if (refused) return items.map(() => failed(refused, refusedMessage));
      const isLeaving = header.subject.isUndo === true;
      // A group that the job created has no members but those of this job, so only its started items are looked up.
      const asked = items.filter(({ wasStarted }) => wasStarted || isLeaving || !isMade).map(idOf);
      const members: ReadonlySet<string> =
        asked.length > 0
          ? await unlessUnseen(directory.findMembers(groupId, asked, signal), new Set<string>())
          : new Set();
      return items.map((item) => {
        const isMember = members.has(idOf(item));
        // Members of a group inside a group get nothing from its license (Entra: group-based licensing).
        if (item.input.principal.kind === 'group') return failed('group-not-licensable');
        return isLeaving ? checkLeaving(item, isMember) : checkJoining(item, isMember, group);
      });
    },
    async execute(input, { context, header, signal }) {
      const { groupId } = requireContext(context);
      const { id } = input.principal;
      return asOutcome(
        header.subject.isUndo
          ? directory.removeMember(groupId, id, signal).then(accepted)
          : directory.addMember(groupId, id, signal).then(joined),
      );
    },
    poll: (inputs, scope) => pollMembers(licensing, inputs, scope, isLastPoll),
    canRetry,
    invert(input, before, outcome, { subject }) {
      const known = parseBefore(before);
      if (outcome.kind !== 'done' || !known || known.wasMember || subject.isUndo) return undefined;
      const { principal, change } = input;
      const remove = change.add.map(({ product, pool }) => ({ product, pool }));
      return { principal, change: { principal: change.principal, add: [], remove } };
    },
    invertSubject: toUndoSubjectOfGroup,
    inFlightTimeoutMs: inFlightTimeoutMs,
    timeLeftInMs: (items) => timeForChanges(Math.ceil(items / peoplePerWrite)),
    timeLeftError: (items) => timeLeftError?.(Math.ceil(items / peoplePerWrite)) ?? 0,
  };
}

/** Returns the subject of the job that undoes one with a group, which is known by its id once it was created. */
export function toUndoSubjectOfGroup(subject: LicenseJobSubject, context: unknown): LicenseJobSubject {
  const { group } = subject;
  const undo = toUndoSubject(subject);
  return group ? { ...undo, group: { ...group, id: parseContext(context)?.groupId ?? group.id } } : undo;
}

/** Reads the outcomes of people whom the group gives its licenses, or from whom it takes them; undefined while Entra works on it. */
export async function pollMembers(
  licensing: LicensingAdapter,
  inputs: readonly LicenseJobInput[],
  { context, header, signal }: JobScope<LicenseJobSubject>,
  isLastPoll: (input: LicenseJobInput) => boolean,
): Promise<readonly (Outcome<LicensingCode> | undefined)[]> {
  const { groupId } = requireContext(context);
  const { products, isUndo = false } = header.subject;
  const given = products.map(({ product }) => product);
  const options = { signal, isBulk: true };
  const [first] = given;
  const progress = first && licensing.readGroupProgress(groupId, first, options);
  const { processing = 'queued', issues } = (progress && (await unlessUnseen(progress, undefined))) ?? {};
  if (processing === 'queued' || processing === 'processing') return inputs.map(() => undefined);
  const people = inputs.map(({ principal: { kind, id } }) => ({ kind, id }));
  const holdings = await licensing.readHoldings(people, { ...options, products: given });
  const isUntold = isProgressUntold(products, processing);
  return inputs.map((input, index) => {
    const holding = holdings[index] ?? { seats: [] };
    // A person who waits for a seat has none to be read.
    const issue = isUntold && !isUndo ? issues?.get(input.principal.id) : undefined;
    const isReplacing = header.subject.kind === 'migrate-to-group';
    const membership = { groupId, products: given, isLeaving: isUndo, isReplacing, ...(issue && { issue }) };
    const outcome = followMember(holding, membership);
    const isGivenUp = !outcome && isUntold && isLastPoll(input);
    return isGivenUp ? { kind: 'failed', reason: 'outcome-unknown' } : outcome;
  });
}

const idOf = ({ input }: PrecheckItem<LicenseJobInput>): string => input.principal.id.toLowerCase();

/** Uses `substitute` for a group that was created moments ago and does not show in readings yet (Graph: list groups). */
export async function unlessUnseen<T, S>(reading: Promise<T>, substitute: S): Promise<T | S> {
  try {
    return await reading;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'not-found') return substitute;
    throw thrown;
  }
}

/** A refusal for want of rights is an outcome; the engine reads the rights where it may concern all. */
export async function asOutcome(change: Promise<Outcome<LicensingCode>>): Promise<Outcome<LicensingCode>> {
  try {
    return await change;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'forbidden') throw thrown;
    return { kind: 'failed', reason: 'forbidden', requestId: thrown.requestId };
  }
}

/** Returns the result of a check that sends nothing, since the change would fail. */
export function failed(reason: LicensingCode, serviceMessage?: string): PrecheckResult<LicensingCode> {
  return { kind: 'settled', outcome: { kind: 'failed', reason, ...(serviceMessage && { serviceMessage }) } };
}

/** Entra works on what a group gives after its members have changed. */
const pending: PrecheckResult<LicensingCode> = { kind: 'settled', outcome: { kind: 'done', pending: true } };

function checkJoining(
  { before, wasStarted }: PrecheckItem<LicenseJobInput>,
  isMember: boolean,
  { carriedBefore }: GroupContext,
): PrecheckResult<LicensingCode> {
  if (!isMember) return run(false);
  const isOurs = wasStarted && !parseBefore(before)?.wasMember;
  // An earlier member gets what the job gave the group, without a change of the membership.
  if (isOurs || !carriedBefore) return pending;
  return { kind: 'settled', outcome: { kind: 'skipped', reason: 'no-change' } };
}

/** Readings may be older than the job that is undone, so only a change of what they show counts. */
function checkLeaving(
  { before, wasStarted }: PrecheckItem<LicenseJobInput>,
  isMember: boolean,
): PrecheckResult<LicensingCode> {
  const wasMember = parseBefore(before)?.wasMember;
  return wasStarted && wasMember && !isMember ? pending : run(isMember);
}

function run(wasMember: boolean): PrecheckResult<LicensingCode> {
  return { kind: 'run', before: { seats: [], wasMember } satisfies LicenseJobBefore };
}

function accepted(outcome: Outcome<MembershipCode>): Outcome<LicensingCode> {
  return outcome.kind === 'done' ? { ...outcome, pending: true } : outcome;
}

/** Counts an existing member as added: the check has just found none, so an earlier request of this job added the person. */
export function joined(outcome: Outcome<MembershipCode>): Outcome<LicensingCode> {
  const isMember = outcome.kind === 'skipped' && outcome.reason === 'no-change';
  return isMember ? { kind: 'done', pending: true } : accepted(outcome);
}
