import { AppError } from '../../base/appError';
import { isHalfDone, type Outcome } from '../../base/outcome';
import type { NamedGroup } from '../../base/principal';
import type { ItemScope, JobScope, PrecheckItem, PrecheckResult } from '../../jobs/operation';
import { invertChange } from '../../licensing/changes/invertChange';
import { isPossiblyWorking } from '../../licensing/changes/seatStates';
import type { ProductKey } from '../../licensing/keys';
import type { Holding, LicensingCode, PoolRef } from '../../licensing/types';
import { partOf } from '../change-licenses/madeSteps';
import type { LicenseJobBefore, LicenseJobInput, LicenseJobSubject } from '../licenseJob';
import { parseBefore } from '../licenseJobSchema';
import { followMember } from '../through-group/followMember';
import { unlessUnseen } from '../through-group/throughGroup';
import { createPollCounter, isProgressUntold } from '../untoldProgress';
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

/** Part of an item that the last check left to send. */
interface PartToSend {
  readonly leave: readonly NamedGroup[];
  readonly remove: readonly PoolRef[];
}

type Scope = JobScope<LicenseJobSubject>;
const pending = { kind: 'done', pending: true } as const;

/**
 * Creates the part that lets people leave groups and removes their direct license; the memberships come first, since those are what
 * may be refused. Its undo assigns the direct license and adds the person to the groups again.
 */
export function createLeaveGroups(parts: ChangePathsParts): PathChange {
  const { licensing, directory } = parts;
  const left = new WeakMap<LicenseJobInput, PartToSend>();
  const isLastPoll = createPollCounter();

  return {
    async precheck(items, { header, signal }) {
      const inputs = items.map(({ input }) => input);
      const people = inputs.map(({ change }) => change.principal);
      const [holdings, members] = await Promise.all([
        licensing.readHoldings(people, { ...whatToRead(inputs, header), signal, isBulk: true }),
        readMembers(directory, items, signal),
      ]);
      return items.map((item, index) => {
        const holding = holdings[index] ?? { seats: [] };
        const isMember = ({ id }: NamedGroup): boolean => members.get(id)?.has(idOf(item.input)) === true;
        const memberOf = (item.input.leave ?? []).filter(isMember);
        if (header.subject.isUndo) return checkRejoining(item, holding, memberOf);
        const { toSend, ...result } = checkLeaving(item, holding, memberOf);
        if (toSend) left.set(item.input, toSend);
        return result;
      });
    },
    execute(input, scope) {
      if (scope.header.subject.isUndo) return rejoinAll(parts, input, scope);
      const toSend = left.get(input) ?? { leave: input.leave ?? [], remove: input.change.remove };
      return leaveAll(parts, input, toSend, scope);
    },
    poll: (inputs, scope) => followGroups(parts, inputs, scope, isLastPoll),
    invert(input, stored, outcome) {
      const before = parseBefore(stored);
      if ((outcome.kind !== 'done' && !isHalfDone(outcome)) || !before) return undefined;
      const made = partToUndo(outcome);
      const isLeft = ({ id }: NamedGroup): boolean =>
        before.memberOf?.includes(id) === true && (made?.taken.includes(id) ?? true);
      const leave = (input.leave ?? []).filter(isLeft);
      const sent = { ...input.change, ...before.sent };
      const removed = made ? partOf(sent, made) : sent;
      const change = invertChange(removed, before);
      // The apps that were off are not known, so that the license can't be given back as it was.
      if (!change && removed.remove.length > 0) return undefined;
      if (!change && leave.length === 0) return undefined;
      const { principal } = input;
      return { principal, change: change ?? { ...input.change, add: [], remove: [] }, leave };
    },
  };
}

/** Reads which of the people of each group that items name are direct members of it. */
async function readMembers(
  directory: ChangePathsParts['directory'],
  items: readonly PrecheckItem<LicenseJobInput>[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const askedOf = new Map<string, string[]>();
  for (const { input } of items)
    for (const { id } of input.leave ?? []) askedOf.set(id, [...(askedOf.get(id) ?? []), idOf(input)]);
  return new Map(
    await Promise.all(
      [...askedOf].map(
        async ([groupId, ids]) =>
          [
            groupId,
            await unlessUnseen(directory.findMembers(groupId, ids, signal), new Set<string>()),
          ] as const,
      ),
    ),
  );
}

/** Ends the memberships, then removes the direct license. A failure after the first of these is half done. */
async function leaveAll(
  parts: ChangePathsParts,
  input: LicenseJobInput,
  toSend: PartToSend,
  scope: ItemScope<LicenseJobSubject>,
): Promise<Outcome<LicensingCode>> {
  const { principal, change } = input;
  const { licensing, directory } = parts;
  // Of an earlier start, which the check found made.
  const taken = madeBefore(input, toSend);
  for (const group of toSend.leave) {
    const outcome = await asMembershipOutcome(directory.removeMember(group.id, principal.id, scope.signal));
    if (!isRemoved(outcome)) return halfDone(outcome, { given: [], taken });
    taken.push(group.id);
    await writePathStep(parts, scope, { kind: 'left', group });
  }
  if (toSend.remove.length === 0) return pending;
  const removal = { ...change, add: [], remove: toSend.remove };
  const outcome = await licensing.apply(removal, { signal: scope.signal, isBulk: true });
  if (!isRemoved(outcome)) return halfDone(outcome, { given: [], taken });
  await writePathStep(parts, scope, { kind: 'removed' });
  return pending;
}

/** Assigns the direct license again, then adds the person to the groups. */
async function rejoinAll(
  parts: ChangePathsParts,
  input: LicenseJobInput,
  scope: ItemScope<LicenseJobSubject>,
): Promise<Outcome<LicensingCode>> {
  const { principal, change } = input;
  const { signal } = scope;
  const { licensing, directory } = parts;
  const given: string[] = [];
  // After a deleted group the person still joins the others.
  let missing: Outcome<LicensingCode> | undefined;
  if (change.add.length > 0) {
    const outcome = await licensing.apply(change, { signal, isBulk: true, ignoreStaleReads: true });
    if (outcome.kind === 'cancelled') throw new AppError('cancelled');
    if (outcome.kind === 'failed') return outcome;
    given.push(...change.add.map(({ pool }) => pool));
    await writePathStep(parts, scope, { kind: 'assigned' });
  }
  for (const group of input.leave ?? []) {
    const outcome = await asMembershipOutcome(directory.addMember(group.id, principal.id, signal));
    const isMember = outcome.kind === 'skipped' && outcome.reason === 'no-change';
    if (outcome.kind === 'failed' && outcome.reason === 'principal-not-found') {
      missing ??= outcome;
      continue;
    }
    if (outcome.kind !== 'done' && !isMember) return halfDone(outcome, { given, taken: [] });
    given.push(group.id);
    await writePathStep(parts, scope, { kind: 'joined', group });
  }
  return missing ? halfDone(missing, { given, taken: [] }) : pending;
}

const idOf = ({ principal }: LicenseJobInput): string => principal.id.toLowerCase();

/** Keys of what an earlier start made of an item: ids of groups that were left, and pools of licenses that were removed. */
function madeBefore({ leave = [], change }: LicenseJobInput, toSend: PartToSend): string[] {
  const groups = leave.filter(({ id }) => !toSend.leave.some((group) => group.id === id));
  const pools = change.remove.filter(({ pool }) => !toSend.remove.some((each) => each.pool === pool));
  return [...groups.map(({ id }) => id), ...pools.map(({ pool }) => pool)];
}

function checkLeaving(
  item: PrecheckItem<LicenseJobInput>,
  holding: Pick<Holding, 'seats' | 'isIncomplete'>,
  memberOf: readonly NamedGroup[],
): PrecheckResult<LicensingCode> & { readonly toSend?: PartToSend } {
  const { input, wasStarted } = item;
  const earlier = wasStarted ? parseBefore(item.before) : undefined;
  if (holding.isIncomplete) return unreadable(item);
  const held = heldDirectly(holding.seats, input);
  if (held.length + memberOf.length === 0) {
    if (earlier) return settledAs(pending);
    const groups = input.leave ?? [];
    const isInherited = holding.seats.some(({ path }) => path.kind === 'group');
    return settledAs(
      isInherited
        ? { kind: 'skipped', reason: 'inherited', groups }
        : { kind: 'skipped', reason: 'no-change' },
    );
  }
  const remove = held.map(({ product, pool }) => ({ product, pool }));
  const inheritedPools = holding.seats.flatMap((seat) =>
    seat.path.kind === 'group' && isPossiblyWorking(seat) ? [seat.pool] : [],
  );
  const before: LicenseJobBefore = {
    seats: held,
    sent: { add: [], remove },
    memberOf: memberOf.map(({ id }) => id),
    ...(inheritedPools.length > 0 && { inheritedPools }),
  };
  const isHalfDone =
    earlier !== undefined &&
    (memberOf.length < (earlier.memberOf?.length ?? 0) || held.length < earlier.seats.length);
  return { kind: 'run', before, isHalfDone, toSend: { leave: memberOf, remove } };
}

/** Readings may be older than the job that is undone, so only a change of what they show counts. */
function checkRejoining(
  { input, wasStarted, before }: PrecheckItem<LicenseJobInput>,
  { seats }: Pick<Holding, 'seats'>,
  memberOf: readonly NamedGroup[],
): PrecheckResult<LicensingCode> {
  const wasIn = parseBefore(before)?.memberOf ?? [];
  const isIn = memberOf.length === input.leave?.length;
  if (wasStarted && isIn && wasIn.length < memberOf.length && input.change.add.length === 0)
    return settledAs(pending);
  const directly = { change: { ...input.change, remove: input.change.add } };
  return {
    kind: 'run',
    before: {
      seats: heldDirectly(seats, directly),
      memberOf: memberOf.map(({ id }) => id),
    } satisfies LicenseJobBefore,
    isHalfDone: wasStarted,
  };
}

/** Returns the products of a job that a group gives a person, as far as readings show one: all of them or none (Entra: group-based licensing). */
function givenBy(
  groupId: string,
  { seats }: Pick<Holding, 'seats'>,
  products: readonly ProductKey[],
): readonly ProductKey[] {
  const shown = seats.filter(({ path }) => path.kind === 'group' && path.groupId === groupId);
  const given = products.filter((key) => shown.some(({ product }) => product === key));
  return given.length > 0 ? given : products;
}

/**
 * Reads whether what the groups gave is gone, or is there again for an undo; undefined while Entra works on it. Of a service that doesn't
 * tell how far it is, what readings don't show by the last poll is not known.
 */
async function followGroups(
  { licensing }: ChangePathsParts,
  inputs: readonly LicenseJobInput[],
  { header, signal }: Scope,
  isLastPoll: (input: LicenseJobInput) => boolean,
): Promise<readonly (Outcome<LicensingCode> | undefined)[]> {
  const { products, isUndo = false } = header.subject;
  const given = products.map(({ product }) => product);
  const [first] = given;
  const options = { signal, isBulk: true };
  const groupIds = [...new Set(inputs.flatMap(({ leave = [] }) => leave.map(({ id }) => id)))];
  const progress = new Map(
    await Promise.all(
      groupIds.map(async (id) => {
        const reading = first && licensing.readGroupProgress(id, first, options);
        const read = reading && (await unlessUnseen(reading, undefined));
        return [id, read?.processing ?? 'unknown'] as const;
      }),
    ),
  );
  const people = inputs.map(({ change }) => change.principal);
  const holdings = await licensing.readHoldings(people, { ...options, products: given });
  return inputs.map((input, index) => {
    const holding = holdings[index] ?? { seats: [] };
    const outcomes = (input.leave ?? []).map(({ id }): Outcome<LicensingCode> | undefined => {
      const processing = progress.get(id) ?? 'unknown';
      // Errors are final only once the group is processed.
      if (isUndo && (processing === 'queued' || processing === 'processing')) return undefined;
      const outcome = followMember(holding, {
        ...{ groupId: id, isLeaving: !isUndo },
        products: isUndo ? givenBy(id, holding, given) : given,
      });
      if (outcome || !isProgressUntold(products, processing) || !isLastPoll(input)) return outcome;
      return { kind: 'failed', reason: 'outcome-unknown' };
    });
    const failure = outcomes.find((outcome) => outcome?.kind === 'failed');
    if (failure?.kind === 'failed' && !isUndo) {
      const { leave = [], change } = input;
      const taken = [...leave.map(({ id }) => id), ...change.remove.map(({ pool }) => pool)];
      return { ...failure, made: { given: [], taken } };
    }
    if (failure) return failure;
    return outcomes.includes(undefined) ? undefined : { kind: 'done' };
  });
}
