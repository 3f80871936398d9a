import { AppError } from '../../base/appError';
import { isHalfDone, type Outcome } from '../../base/outcome';
import type { ItemScope, JobScope, PrecheckItem, PrecheckResult } from '../../jobs/operation';
import { invertChange } from '../../licensing/changes/invertChange';
import { isPossiblyWorking, isWorking } from '../../licensing/changes/seatStates';
import type { Holding, LicensingCode } from '../../licensing/types';
import { partOf } from '../change-licenses/madeSteps';
import type { LicenseJobBefore, LicenseJobInput, LicenseJobSubject } from '../licenseJob';
import { parseBefore, requireContext } from '../licenseJobSchema';
import type { GroupContext } from '../through-group/groupContext';
import { asOutcome, failed, joined, pollMembers, unlessUnseen } from '../through-group/throughGroup';
import { createPollCounter } from '../untoldProgress';
import {
  asMembershipOutcome,
  halfDone,
  heldDirectly,
  isRemoved,
  partToUndo,
  settledAs,
  unreadable,
  whatToRead,
  writePathStep,
  type ChangePathsParts,
  type PathChange,
} from './pathChange';
import { parsePathStep, type PathStep } from './pathStep';

const pending = { kind: 'done', pending: true } as const;

/**
 * Creates the part that migrates people from a direct license to one through the group of the job: adds each to the group, waits until
 * the group's license works, and only then removes the direct one (Entra: migrate users with individual licenses to groups). Whose
 * license through the group doesn't work keeps the direct one. Its undo assigns the direct license first, and then ends the
 * memberships that the job made.
 */
export function createMigration(parts: ChangePathsParts): PathChange {
  const { licensing, directory } = parts;
  /** Members before the check, who are not added. */
  const members = new WeakSet<LicenseJobInput>();
  const isLastPoll = createPollCounter();
  return {
    async precheck(items, { context, header, signal }) {
      const group = requireContext(context);
      const { refused, refusedMessage, groupId } = group;
      if (refused) return items.map(() => failed(refused, refusedMessage));
      const inputs = items.map(({ input }) => input);
      const ids = inputs.map(({ principal }) => principal.id.toLowerCase());
      const people = inputs.map(({ change }) => change.principal);
      const [holdings, found] = await Promise.all([
        licensing.readHoldings(people, { ...whatToRead(inputs, header), signal, isBulk: true }),
        unlessUnseen(directory.findMembers(groupId, ids, signal), new Set<string>()),
      ]);
      return items.map((item, index) => {
        const isMember = found.has(ids[index] ?? '');
        if (isMember) members.add(item.input);
        const holding = holdings[index] ?? { seats: [] };
        const check = header.subject.isUndo ? checkReturning : checkMigrating;
        return check(item, { holding, isMember, group });
      });
    },
    async execute(input, scope) {
      const { context, header, signal } = scope;
      const { groupId } = requireContext(context);
      const { principal, change } = input;
      if (!header.subject.isUndo) {
        if (members.has(input)) return pending;
        const outcome = await asOutcome(directory.addMember(groupId, principal.id, signal).then(joined));
        if (outcome.kind === 'done') await writePathStep(parts, scope, { kind: 'joined' });
        return outcome;
      }
      let given: readonly string[] = [];
      if (change.add.length > 0) {
        const outcome = await licensing.apply(change, { signal, isBulk: true, ignoreStaleReads: true });
        if (outcome.kind === 'cancelled') throw new AppError('cancelled');
        if (outcome.kind === 'failed') return outcome;
        given = change.add.map(({ pool }) => pool);
        await writePathStep(parts, scope, { kind: 'assigned' });
      }
      if (!input.leavesGroup) return { kind: 'done' };
      const obstacle = await obstacleToLeaving(licensing, input, scope);
      if (obstacle && (given.length === 0 || obstacle === 'refused'))
        return halfDone({ kind: 'failed', reason: obstacle }, { given, taken: [] });
      const outcome = await asMembershipOutcome(directory.removeMember(groupId, principal.id, signal));
      if (!isRemoved(outcome)) return halfDone(outcome, { given, taken: [] });
      await writePathStep(parts, scope, { kind: 'left' });
      return pending;
    },
    poll: (inputs, scope) => pollMembers(licensing, inputs, scope, isLastPoll),
    async complete(input, outcome, scope) {
      const { header, context, signal } = scope;
      if (header.subject.isUndo) return outcome;
      const isStep = findSteps(scope);
      const given = isStep('joined') ? [requireContext(context).groupId] : [];
      if (outcome.kind !== 'done') return halfDone(outcome, { given, taken: [] });
      if (!isStep('verified')) await writePathStep(parts, scope, { kind: 'verified' });
      if (isStep('removed')) return outcome;
      const removal = await licensing.apply({ ...input.change, add: [] }, { signal, isBulk: true });
      if (!isRemoved(removal)) return halfDone(removal, { given, taken: [] });
      await writePathStep(parts, scope, { kind: 'removed' });
      return outcome;
    },
    stop: (_input, scope) => outcomeOfStopped(scope),
    invert: invertMigration,
  };
}

/**
 * Reads whether a person would lose the license by leaving the group, and returns the reason for which they stay: the direct license is
 * not shown (`concurrent-change`), doesn't work (`refused`), or isn't known (`unreadable`). Undefined if they may leave. A reading may be older than
 * a license that was assigned moments ago.
 */
async function obstacleToLeaving(
  licensing: ChangePathsParts['licensing'],
  { change: { principal } }: LicenseJobInput,
  { context, header, signal }: JobScope<LicenseJobSubject>,
): Promise<'concurrent-change' | 'refused' | 'unreadable' | undefined> {
  const products = header.subject.products.map(({ product }) => product);
  const [holding] = await licensing.readHoldings([principal], { products, signal, isBulk: true });
  const seats = (holding?.seats ?? []).filter(({ product }) => products.includes(product));
  const direct = seats.filter(({ path }) => path.kind === 'direct');
  if (direct.some(isWorking)) return undefined;
  const { groupId } = requireContext(context);
  const isGiven = seats.some(
    (seat) => seat.path.kind === 'group' && seat.path.groupId === groupId && isPossiblyWorking(seat),
  );
  // Who gets nothing from the group loses nothing by leaving it.
  if (direct.length > 0) return isGiven ? 'refused' : undefined;
  return !holding || holding.isIncomplete ? 'unreadable' : 'concurrent-change';
}

/**
 * Returns how a person ends who was still waited for when the job was stopped. Once the group's license was seen to work, the removal of
 * the direct one may have been sent.
 */
function outcomeOfStopped(scope: ItemScope<LicenseJobSubject>): Outcome<LicensingCode> | undefined {
  const { header, context } = scope;
  if (header.subject.isUndo) return undefined;
  const isStep = findSteps(scope);
  if (isStep('removed')) return { kind: 'done' };
  const reason = isStep('verified') ? 'outcome-unknown' : 'stopped';
  const given = isStep('joined') ? [requireContext(context).groupId] : [];
  return halfDone({ kind: 'failed', reason }, { given, taken: [] });
}

/** Returns what takes a migration back: the direct license, and leaving the group that the job added the person to. */
const invertMigration: NonNullable<PathChange['invert']> = (input, stored, outcome) => {
  const before = parseBefore(stored);
  if ((outcome.kind !== 'done' && !isHalfDone(outcome)) || !before) return undefined;
  const made = partToUndo(outcome);
  const sent = { ...input.change, ...before.sent };
  const removed = made ? partOf(sent, made) : sent;
  const change = invertChange(removed, before);
  // Without the apps that were off the license can't be given back, and the person would lose the product by leaving the group.
  if (removed.remove.length > 0 && !change) return undefined;
  const leavesGroup = !before.wasMember;
  if (!change && !leavesGroup) return undefined;
  const { principal } = input;
  return { principal, change: change ?? { ...input.change, add: [], remove: [] }, leavesGroup };
};

/** Returns a function that tells if an item made a step of this kind. */
function findSteps({
  steps,
}: Pick<ItemScope<LicenseJobSubject>, 'steps'>): (kind: PathStep['kind']) => boolean {
  const kinds = new Set(steps.map((step) => parsePathStep(step).kind));
  return (kind) => kinds.has(kind);
}

interface Found {
  readonly holding: Pick<Holding, 'seats' | 'isIncomplete'>;
  readonly isMember: boolean;
  readonly group: GroupContext;
}

function checkMigrating(
  item: PrecheckItem<LicenseJobInput>,
  { holding, isMember, group: { groupId } }: Found,
): PrecheckResult<LicensingCode> {
  const { input, wasStarted } = item;
  // Members of a group inside a group get nothing from its license (Entra: group-based licensing).
  if (input.principal.kind === 'group') return failed('group-not-licensable');
  if (wasStarted && isMember) return settledAs(pending);
  if (holding.isIncomplete) return unreadable(item);
  const seats = heldDirectly(holding.seats, input);
  if (seats.length === 0) {
    const isInherited = holding.seats.some(
      (seat) => seat.path.kind === 'group' && seat.path.groupId === groupId && seat.state === 'active',
    );
    return settledAs({ kind: 'skipped', reason: isInherited ? 'no-change' : 'not-held' });
  }
  const remove = seats.map(({ product, pool }) => ({ product, pool }));
  return {
    kind: 'run',
    before: {
      seats,
      sent: { add: [], remove },
      wasMember: isMember,
      // By the time that the direct license is removed the group gives one, so that no seat becomes free.
      inheritedPools: remove.map(({ pool }) => pool),
    } satisfies LicenseJobBefore,
  };
}

/** An undo sends all, since readings may be older than the job that is undone. */
function checkReturning(
  { input, wasStarted }: PrecheckItem<LicenseJobInput>,
  { holding, isMember }: Found,
): PrecheckResult<LicensingCode> {
  const directly = { change: { ...input.change, remove: input.change.add } };
  return {
    kind: 'run',
    before: { seats: heldDirectly(holding.seats, directly), wasMember: isMember } satisfies LicenseJobBefore,
    isHalfDone: wasStarted,
  };
}
