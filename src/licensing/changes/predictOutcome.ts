import type { Outcome } from '../../base/outcome';
import type { ProductKey } from '../keys';
import type { Change, Holding, LicensingCode, PoolRef, Seat } from '../types';
import { isSamePool } from '../pools';
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
export type ChangeKind = 'assign' | 'remove' | 'free-seat' | 'move' | 'replace-plans';

/**
 * Compares a change with what its principal holds, to avoid a second path to a seat, the loss of switched-off apps, and a
 * removal that the service cannot make. Used when a job is planned, and again right before each principal is sent.
 *
 * - assign: a product that is held, directly or through a group, is skipped and keeps its apps as they are;
 * - remove: a product that comes from groups alone is `inherited`, and then nothing of the change is sent;
 * - free-seat: a license of one pool is removed only from someone to whom another pool gives the product as well;
 * - move: only a direct license is moved; a principal who has the new product already only gives the old one back;
 * - replace-plans: only the apps of direct licenses.
 *
 * A change without an effect is skipped. A principal who holds nothing that could be moved or switched is `not-held`, and one
 * who now holds it from another pool `concurrent-change`, since another admin has changed it. If seats may be missing
 * (`isIncomplete`, default false) and the prediction depends on them, it is `unreadable`: sending might switch on apps that
 * are off, and skipping would look as if there were nothing to do.
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

/** True if the prediction doesn't depend on what could not be read. */
function isCertain(
  kind: ChangeKind,
  change: Change,
  prediction: Prediction,
  { seats, isIncomplete }: Pick<Holding, 'seats' | 'isIncomplete'>,
): boolean {
  // If every path to the product is known, it is also known that there is no direct license.
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
    case 'free-seat':
      return predictFreeing(change, seats);
    case 'move':
      return predictMove(change, seats);
    case 'replace-plans':
      return predictReplacement(change, seats);
  }
}

/** Returns a skipped outcome; `seats` are those whose groups are the reason, default none. */
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
  return inherited.length === 0 ? skipped('no-change') : skipped('inherited-from-group', inherited);
}

function predictRemoval(change: Change, seats: readonly Seat[]): Prediction {
  const inherited = inheritedOf(change.remove, seats);
  if (inherited.length > 0) return skipped('inherited', inherited);
  // For a license that is not there the service would reject the whole call.
  const remove = change.remove.filter((pool) => directSeat(seats, pool));
  if (remove.length > 0) return { kind: 'send', change: { ...change, remove } };
  // It is now held from another pool, so removing it from this one would not remove the product.
  const isHeld = change.remove.some(({ product }) => isHeldDirectly(seats, product));
  return isHeld ? failed('concurrent-change') : skipped('no-change');
}

function predictFreeing(change: Change, seats: readonly Seat[]): Prediction {
  const held = change.remove.filter((pool) => directSeat(seats, pool));
  if (held.length === 0) return skipped('no-change');
  const isStaying = (seat: Seat): boolean => isWorking(seat) && !held.some((pool) => isSamePool(pool, seat));
  const keepsProduct = held.every(({ product }) =>
    seats.some((seat) => seat.product === product && isStaying(seat)),
  );
  // The other license is gone since, so that the person would lose the product.
  return keepsProduct ? { kind: 'send', change: { ...change, remove: held } } : failed('concurrent-change');
}

function predictMove(change: Change, seats: readonly Seat[]): Prediction {
  const add = missingOf(change, seats);
  const remove = change.remove.filter((pool) => directSeat(seats, pool));
  if (remove.length > 0) return { kind: 'send', change: { ...change, add, remove } };
  const inherited = inheritedOf(change.remove, seats);
  if (inherited.length > 0) return skipped('inherited', inherited);
  if (change.remove.some(({ product }) => isHeldDirectly(seats, product))) return failed('concurrent-change');
  return skipped(add.length === 0 ? 'no-change' : 'not-held');
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
  return add.length > 0 ? { kind: 'send', change: { ...change, add } } : skipped('no-change');
}

/**
 * Returns the licenses of products that are held by no working path, from any pool. Where a direct license is in error it is the
 * one that is given again, from its own pool and with its apps that are off: from another pool it would take a second seat.
 */
function missingOf(change: Change, seats: readonly Seat[]): Change['add'] {
  const isHeld = (product: ProductKey): boolean =>
    seats.some((seat) => seat.product === product && isWorking(seat));
  return change.add
    .filter(({ product }) => !isHeld(product))
    .map((license) => {
      const own =
        directSeat(seats, license) ??
        seats.find(({ product, path }) => product === license.product && path.kind === 'direct');
      return own ? { ...license, pool: own.pool, disabledPlanIds: own.disabledPlanIds } : license;
    });
}

function isHeldDirectly(seats: readonly Seat[], product: ProductKey): boolean {
  return seats.some((seat) => seat.product === product && seat.path.kind === 'direct');
}

/** Returns the seats of products that only groups give. */
function inheritedOf(products: readonly PoolRef[], seats: readonly Seat[]): readonly Seat[] {
  const own = seats.filter((seat) => products.some(({ product }) => product === seat.product));
  return own.filter(({ product }) => !isHeldDirectly(seats, product));
}
