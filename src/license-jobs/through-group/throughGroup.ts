import { AppError } from '../../base/appError';
import type { Outcome } from '../../base/outcome';
import type { Directory, MembershipCode } from '../../directory/types';
import type { PrecheckItem, PrecheckResult, JobScope, RightsCheck } from '../../jobs/operation';
import { operationNames, toUndoSubject, type LicenseJobBefore, type LicenseJobInput } from '../licenseJob';
import { parseBefore, parseContext, requireContext } from '../licenseJobSchema';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import type { LicensingCode, Change } from '../../licensing/types';
import { canRetry } from '../canRetry';
import { createSuspendedPoolCheck } from '../createSuspendedPoolCheck';
import { followMember } from './followMember';
import type { GroupContext } from './groupContext';
import { inFlightTimeoutMs, type LicenseOperation } from '../licenseOperation';
import { createPollCounter, isProgressUntold } from '../untoldProgress';
import { createRightsCheck, type RightsParts } from '../rightsCheck';
import type { GroupPrincipal } from '../../base/principal';
import type { JobHeader } from '../../jobs/job';
import { predictOutcome } from '../../licensing/changes/predictOutcome';
import type { LicenseJobSubject } from '../licenseJob';
import { groupUnsuitability } from '../../licensing/policy/groupUnsuitability';
import type { SuspendedPoolCheck } from '../createSuspendedPoolCheck';

/** Dependencies of the preparation. */
interface GroupDependencies {
  readonly licensing: LicensingAdapter;
  readonly directory: Pick<Directory, 'match' | 'ensureGroup'>;
  readonly readSuspendedPools: SuspendedPoolCheck;
  readonly rights: RightsCheck<LicenseJobSubject, LicensingCode>;
}

/**
 * Finds or creates the group of a job and licenses it, unless it gives the products already: its apps stay as they are. A
 * second call finds the group of the first one. A failure that only another group or product would fix is kept as `refused`;
 * rejects with AppError for the rest: `service-unavailable` for a failure that may pass, `not-found` for an unknown group.
 */
async function prepareGroup(
  { licensing, directory, readSuspendedPools, rights }: GroupDependencies,
  scope: JobScope<LicenseJobSubject>,
): Promise<GroupContext> {
  const { header, signal } = scope;
  const { subject } = header;
  // An undo needs neither the group's data nor its license, and readings may not show the group yet.
  if (subject.isUndo && subject.group?.id)
    return { groupId: subject.group.id, isMade: false, carriedBefore: false };
  const group = await findGroup(directory, header, signal);
  const context = { groupId: group.id, isMade: subject.group?.id === undefined, carriedBefore: false };
  if (subject.isUndo) return context;
  if (groupUnsuitability(group)) return { ...context, refused: 'group-not-licensable' };
  const pools = subject.products.map(({ pool }) => pool);
  const suspended = await readSuspendedPools(header.id, pools);
  if (suspended.size > 0) return { ...context, refused: 'product-suspended' };

  const change = licenseOf(group, subject);
  const products = change.add.map(({ product }) => product);
  const [holding] = await licensing.readHoldings([change.principal], { products, signal });
  const prediction = predictOutcome('assign', change, holding?.seats ?? []);
  if (prediction.kind === 'settled') return { ...context, carriedBefore: true };
  const outcome = await licensing.apply(prediction.change, { signal, isBulk: true });
  if (rights.isRefusal(outcome)) await rights.read(scope);
  return { ...context, ...refusalOf(outcome) };
}

async function findGroup(
  directory: GroupDependencies['directory'],
  { id, undoOf, subject }: JobHeader<LicenseJobSubject>,
  signal: AbortSignal,
): Promise<GroupPrincipal> {
  const { group, products } = subject;
  if (!group) throw new AppError('internal', { cause: new Error('the job names no group') });
  if (group.id !== undefined) {
    const [match] = await directory.match([{ text: group.id, kind: 'object-id' }], { signal });
    if (match?.kind === 'matched' && match.principal.kind === 'group') return match.principal;
    throw new AppError('not-found');
  }
  const description = `ISV Licenses: ${products.map(({ name }) => name).join(', ')}`;
  // A job that undoes another one looks for the group of that one.
  const mailNickname = `isv-licenses-${undoOf ?? id}`;
  return directory.ensureGroup({ name: group.name, mailNickname, description }, signal);
}

function licenseOf({ kind, id }: GroupPrincipal, subject: LicenseJobSubject): Change {
  const disabledPlanIds = subject.disabledPlanIds ?? [];
  const add = subject.products.map(({ product, pool }) => ({ product, pool, disabledPlanIds }));
  return { principal: { kind, id }, add, remove: [] };
}

/** Reasons of the group or the product itself, which a later try does not fix. */
const lasting: readonly LicensingCode[] = [
  'group-not-licensable',
  'product-not-owned',
  'missing-plans',
  'conflicting-plans',
  'refused',
  'forbidden',
];

function refusalOf(
  outcome: Outcome<LicensingCode>,
): Pick<GroupContext, 'refused' | 'refusedMessage'> | undefined {
  if (outcome.kind !== 'failed') return undefined;
  const { reason, serviceMessage } = outcome;
  if (lasting.includes(reason))
    return { refused: reason, ...(serviceMessage && { refusedMessage: serviceMessage }) };
  // A group that is seconds old may not be known everywhere yet, so a 404 passes as well (Graph: error responses).
  throw new AppError('service-unavailable', { requestId: outcome.requestId });
}

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
    invertSubject: (subject, context) => ({
      ...toUndoSubject(subject),
      ...(subject.group && {
        group: { ...subject.group, id: parseContext(context)?.groupId ?? subject.group.id },
      }),
    }),
    inFlightTimeoutMs: inFlightTimeoutMs,
    timeLeftInMs: (items) => timeForChanges(Math.ceil(items / peoplePerWrite)),
    timeLeftError: (items) => timeLeftError?.(Math.ceil(items / peoplePerWrite)) ?? 0,
  };
}

/** Reads the outcomes of people whom the group gives its licenses, or from whom it takes them; undefined while Entra works on it. */
async function pollMembers(
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
    const membership = { groupId, products: given, isLeaving: isUndo, ...(issue && { issue }) };
    const outcome = followMember(holding, membership);
    const isGivenUp = !outcome && isUntold && isLastPoll(input);
    return isGivenUp ? { kind: 'failed', reason: 'outcome-unknown' } : outcome;
  });
}

const idOf = ({ input }: PrecheckItem<LicenseJobInput>): string => input.principal.id.toLowerCase();

/** Uses `substitute` for a group that was created moments ago and does not show in readings yet (Graph: list groups). */
async function unlessUnseen<T, S>(reading: Promise<T>, substitute: S): Promise<T | S> {
  try {
    return await reading;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'not-found') return substitute;
    throw thrown;
  }
}

/** A refusal for want of rights is an outcome; the engine reads the rights where it may concern all. */
async function asOutcome(change: Promise<Outcome<LicensingCode>>): Promise<Outcome<LicensingCode>> {
  try {
    return await change;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'forbidden') throw thrown;
    return { kind: 'failed', reason: 'forbidden', requestId: thrown.requestId };
  }
}

function failed(reason: LicensingCode, serviceMessage?: string): PrecheckResult<LicensingCode> {
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
function joined(outcome: Outcome<MembershipCode>): Outcome<LicensingCode> {
  const isMember = outcome.kind === 'skipped' && outcome.reason === 'no-change';
  return isMember ? { kind: 'done', pending: true } : accepted(outcome);
}
