import type { Outcome } from '../../base/outcome';
import type { ProductKey } from '../keys';
import type { Change, Holding, LicensingCode, PoolRef, Seat } from '../types';
import { directSeat } from './directSeat';
import { groupsOf } from './groupsOf';
import { isSameSet } from './isSameSet';
import { isWorking } from './seatStates';

/** Prediction of a change before it is sent. */
export type Prediction =
  /** To be sent: the part of the change that is missing. */
  | { readonly kind: 'send'; readonly change: Change }
  /** Not to be sent: the outcome is known. */
  | { readonly kind: 'settled'; readonly outcome: Outcome<LicensingCode> };

/** Kinds of license changes. */
export type ChangeKind = 'assign' | 'remove' | 'move' | 'replace-plans';

/**
 * Compares a change with what its principal holds, to avoid a second path to a seat, the loss of switched-off apps, and a
 * removal that the service cannot make. Used when a job is planned, and again right before each principal is sent.
 *
 * - assign: a product that is held, directly or through a group, is skipped and keeps its apps as they are;
 * - remove: a product that comes from groups alone is `inherited`, and then nothing of the change is sent;
 * - move: only a direct license is moved; a principal who has the new product already only gives the old one back;
 * - replace-plans: only the apps of direct licenses.
 *
 * What stays as it is by that is skipped. A principal who holds nothing that could be moved or switched is `not-held`, and one
 * who holds it from another pool by now `concurrent-change`: another admin has changed it since. Where some of what is held
 * could not be read (`isIncomplete`: seats may be missing, default false) and the prediction depends on that, it is
 * `unreadable`: sending might switch apps on that are off, and not sending would pass for nothing left to do.
 */
export function predictOutcome(
  kind: ChangeKind,
  change: Change,
  seats: readonly Seat[],
  isIncomplete = false,
): Prediction {
  const prediction = predictFrom(kind, change, seats);
  return isCertain(kind, change, prediction, { seats, isIncomplete }) ? prediction : failed('unreadable');
}

/** True if a prediction stands whatever the readings lack. */
function isCertain(
  kind: ChangeKind,
  change: Change,
  prediction: Prediction,
  { seats, isIncomplete }: Pick<Holding, 'seats' | 'isIncomplete'>,
): boolean {
  // That there is no direct license is known where each way to the product is.
  const isSourceKnown = ({ product }: PoolRef): boolean =>
    !isIncomplete && !seats.some((seat) => seat.product === product && seat.isSourceUnknown);
  const isKnown = (license: PoolRef): boolean => {
    const own = directSeat(seats, license);
    return own ? !own.isIncomplete : isSourceKnown(license);
  };
  if (kind === 'replace-plans') return change.add.every(isKnown);
  if (prediction.kind === 'send') return prediction.change.add.every(isKnown);
  return kind === 'assign' || change.remove.every(isSourceKnown);
}

function predictFrom(kind: ChangeKind, change: Change, seats: readonly Seat[]): Prediction {
  switch (kind) {
    case 'assign':
      return predictAssign(change, seats);
    case 'remove':
      return predictRemoval(change, seats);
    case 'move':
      return predictMove(change, seats);
    case 'replace-plans':
      return predictReplacement(change, seats);
  }
}

/** `seats` are those whose groups give the reason. Default is none. */
const skipped = (reason: LicensingCode, seats: readonly Seat[] = []): Prediction => ({
  kind: 'settled',
  outcome: { kind: 'skipped', reason, ...groupsOf(seats) },
});
const failed = (reason: LicensingCode): Prediction => ({
  kind: 'settled',
  outcome: { kind: 'failed', reason },
});

function predictAssign(change: Change, seats: readonly Seat[]): Prediction {
  const add = missingOf(change, seats);
  if (add.length > 0) return { kind: 'send', change: { ...change, add } };
  const inherited = inheritedOf(change.add, seats);
  return inherited.length === 0 ? skipped('already-so') : skipped('through-group', inherited);
}

function predictRemoval(change: Change, seats: readonly Seat[]): Prediction {
  const inherited = inheritedOf(change.remove, seats);
  if (inherited.length > 0) return skipped('inherited', inherited);
  // One that is not there would have the service refuse the whole call.
  const remove = change.remove.filter((pool) => directSeat(seats, pool));
  if (remove.length > 0) return { kind: 'send', change: { ...change, remove } };
  // Held from another pool by now, so that removing it from this one leaves the product.
  const isHeld = change.remove.some(({ product }) => isHeldDirectly(seats, product));
  return isHeld ? failed('concurrent-change') : skipped('already-so');
}

function predictMove(change: Change, seats: readonly Seat[]): Prediction {
  const add = missingOf(change, seats);
  const remove = change.remove.filter((pool) => directSeat(seats, pool));
  if (remove.length > 0) return { kind: 'send', change: { ...change, add, remove } };
  const inherited = inheritedOf(change.remove, seats);
  if (inherited.length > 0) return skipped('inherited', inherited);
  if (change.remove.some(({ product }) => isHeldDirectly(seats, product))) return failed('concurrent-change');
  return skipped(add.length === 0 ? 'already-so' : 'not-held');
}

function predictReplacement(change: Change, seats: readonly Seat[]): Prediction {
  const held = change.add.filter((license) => directSeat(seats, license));
  if (held.length === 0) {
    const isElsewhere = change.add.some(({ product }) => isHeldDirectly(seats, product));
    if (isElsewhere) return failed('concurrent-change');
    return seats.length > 0 ? skipped('inherited', seats) : skipped('not-held');
  }
  const add = held.filter(
    (license) => !isSameSet(directSeat(seats, license)?.disabledPlanIds ?? [], license.disabledPlanIds),
  );
  return add.length > 0 ? { kind: 'send', change: { ...change, add } } : skipped('already-so');
}

/** Products not held by any working path, from whichever pool. A direct license in error keeps its apps that are off: it is the same license. */
function missingOf(change: Change, seats: readonly Seat[]): Change['add'] {
  const isHeld = (product: ProductKey): boolean =>
    seats.some((seat) => seat.product === product && isWorking(seat));
  return change.add
    .filter(({ product }) => !isHeld(product))
    .map((license) => ({
      ...license,
      disabledPlanIds: directSeat(seats, license)?.disabledPlanIds ?? license.disabledPlanIds,
    }));
}

function isHeldDirectly(seats: readonly Seat[], product: ProductKey): boolean {
  return seats.some((seat) => seat.product === product && seat.path.kind === 'direct');
}

/** Seats of products that come from groups alone. */
function inheritedOf(products: readonly PoolRef[], seats: readonly Seat[]): readonly Seat[] {
  const own = seats.filter((seat) => products.some(({ product }) => product === seat.product));
  return own.filter(({ product }) => !isHeldDirectly(seats, product));
}
