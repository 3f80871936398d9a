import type { Outcome } from '../../base/outcome';
import type { Change, LicensingCode, Seat } from '../types';
import { directSeat } from './directSeat';
import { isSameSet } from './isSameSet';

/** What a change comes to before it is sent. */
export type Prediction =
  /** To be sent: the part of the change that is not so already. */
  | { readonly kind: 'send'; readonly change: Change }
  /** Not to be sent: this is the outcome. */
  | { readonly kind: 'settled'; readonly outcome: Outcome<LicensingCode> };

/** Kinds of license changes. */
export type ChangeKind = 'assign' | 'remove' | 'move' | 'replace-plans';

/**
 * Compares a change with what its principal holds: nobody gets a second path to a seat, keeps losing apps that are
 * switched off, or is told of a removal that Graph cannot make. Used when a job is planned, and again right before each
 * person is sent.
 *
 * - assign: who holds it, directly or through a group, is skipped, and keeps the apps as they are;
 * - remove: what comes from a group alone is `inherited`, and then nothing of the change is sent;
 * - move: only who holds the old product directly is moved; who has the new one already only gives the old one back;
 * - replace-plans: only the apps of direct holders.
 *
 * Who turned out to hold nothing that could be moved or switched is `concurrent-change`: somebody else has taken it since.
 */
export function predictOutcome(kind: ChangeKind, change: Change, seats: readonly Seat[]): Prediction {
  switch (kind) {
    case 'assign':
      return foreseeAdding(change, seats);
    case 'remove':
      return foreseeRemoval(change, seats);
    case 'move':
      return foreseeMove(change, seats);
    case 'replace-plans':
      return foreseeReplacement(change, seats);
  }
}

const skipped = (reason: LicensingCode): Prediction => ({
  kind: 'settled',
  outcome: { kind: 'skipped', reason },
});
const failed = (reason: LicensingCode): Prediction => ({
  kind: 'settled',
  outcome: { kind: 'failed', reason },
});

function foreseeAdding(change: Change, seats: readonly Seat[]): Prediction {
  const add = missingOf(change, seats);
  if (add.length > 0) return { kind: 'send', change: { ...change, add } };
  const isDirect = change.add.every(({ skuId }) => directSeat(seats, skuId));
  return skipped(isDirect ? 'already-so' : 'through-group');
}

function foreseeRemoval(change: Change, seats: readonly Seat[]): Prediction {
  if (inheritedOf(change, seats).length > 0) return failed('inherited');
  // One that is not there would have the service refuse the whole call.
  const remove = change.remove.filter((skuId) => directSeat(seats, skuId));
  return remove.length > 0 ? { kind: 'send', change: { ...change, remove } } : skipped('already-so');
}

function foreseeMove(change: Change, seats: readonly Seat[]): Prediction {
  const add = missingOf(change, seats);
  if (change.remove.every((skuId) => directSeat(seats, skuId))) {
    return { kind: 'send', change: { ...change, add } };
  }
  if (inheritedOf(change, seats).length > 0) return failed('inherited');
  return add.length === 0 ? skipped('already-so') : failed('concurrent-change');
}

function foreseeReplacement(change: Change, seats: readonly Seat[]): Prediction {
  const isHeld = change.add.every(({ skuId }) => directSeat(seats, skuId));
  if (!isHeld) return failed(seats.length > 0 ? 'inherited' : 'concurrent-change');
  const add = change.add.filter(
    ({ skuId, disabledPlanIds }) =>
      !isSameSet(directSeat(seats, skuId)?.disabledPlanIds ?? [], disabledPlanIds),
  );
  return add.length > 0 ? { kind: 'send', change: { ...change, add } } : skipped('already-so');
}

/** What is not held by any working path. A direct path in error keeps the apps that are off (it is the same license). */
function missingOf(change: Change, seats: readonly Seat[]): Change['add'] {
  const isHeld = (skuId: string): boolean =>
    seats.some((seat) => seat.skuId === skuId && seat.state !== 'error');
  return change.add
    .filter(({ skuId }) => !isHeld(skuId))
    .map((wanted) => ({
      ...wanted,
      disabledPlanIds: directSeat(seats, wanted.skuId)?.disabledPlanIds ?? wanted.disabledPlanIds,
    }));
}

/** What is to be removed and comes from groups alone. */
function inheritedOf({ remove }: Change, seats: readonly Seat[]): readonly string[] {
  return remove.filter((skuId) => !directSeat(seats, skuId) && seats.some((seat) => seat.skuId === skuId));
}
