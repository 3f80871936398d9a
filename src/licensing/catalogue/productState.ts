import type { Product, ProductState } from '../product';
import { isClosed } from '../pools';
import type { OwnedProduct, Subscription } from '../types';

const dayInMs = 86_400_000;
const expiringWithinDays = 30;

/** Returns the most severe state that applies: disabled, expired, over-allocated, expiring, trial, active. `now` is in milliseconds. */
export function productState(owned: OwnedProduct, now: number): ProductState {
  if (isClosed(owned.capability)) return { kind: 'disabled', because: owned.capability };
  if (owned.capability === 'warning') {
    return { kind: 'expired', endsAt: nextLifecycleAt(subscriptionsOf(owned), now) };
  }
  const { available } = owned.seats;
  if (available !== undefined && available < 0) return { kind: 'over-allocated', by: -available };

  const usable = subscriptionsOf(owned).filter(isUsable);
  const paid = usable.filter(({ isTrial }) => !isTrial);
  const daysLeft = daysUntilNext(paid, now);
  if (daysLeft !== undefined && daysLeft <= expiringWithinDays) return { kind: 'expiring', daysLeft };
  if (usable.length > 0 && paid.length === 0) {
    return { kind: 'trial', daysLeft: daysUntilNext(usable, now) };
  }
  return { kind: owned.capability === 'unknown' ? 'unknown' : 'active' };
}

/** Returns the subscriptions of all pools, as far as they could be read. */
export function subscriptionsOf({ pools }: OwnedProduct): readonly Subscription[] {
  return pools.flatMap(({ subscriptions = [] }) => subscriptions);
}

/** True where the subscriptions of every pool could be read. */
export function areSubscriptionsRead({ pools }: OwnedProduct): boolean {
  return pools.every(({ subscriptions }) => subscriptions !== undefined);
}

/**
 * True where a date of renewal or end may be planned that could not be read, so that none, or a later one, is known. A
 * subscription of unknown status counts, since its seats may work.
 */
export function isRenewalUnread({ owned, state }: Pick<Product, 'owned' | 'state'>): boolean {
  if (!owned || state.kind === 'disabled') return false;
  return owned.pools.some(
    ({ subscriptions, hasUnreadSubscriptions }) =>
      !subscriptions ||
      hasUnreadSubscriptions ||
      subscriptions.some(
        ({ status, nextLifecycleAt: next, isNextUnread }) =>
          (status === 'unknown' && (next !== undefined || isNextUnread)) ||
          (isUsable({ status }) && isNextUnread),
      ),
  );
}

/** True for a subscription whose seats work: a suspended or locked one neither renews nor ends anything. */
function isUsable({ status }: Pick<Subscription, 'status'>): boolean {
  return status === 'enabled' || status === 'warning';
}

/** Returns the next date at which a usable subscription renews or ends; undefined if none is planned. */
export function nextLifecycleAt(subscriptions: readonly Subscription[], now: number): string | undefined {
  return subscriptions
    .filter(isUsable)
    .map((subscription) => subscription.nextLifecycleAt)
    .filter((date) => date !== undefined && daysUntil(date, now) >= 0)
    .sort((a, b) => Date.parse(a ?? '') - Date.parse(b ?? ''))
    .at(0);
}

function daysUntilNext(subscriptions: readonly Subscription[], now: number): number | undefined {
  const date = nextLifecycleAt(subscriptions, now);
  return date === undefined ? undefined : daysUntil(date, now);
}

/**
 * Returns the days from the person's own today to a calendar date: 0 is today, below 0 is past. Graph gives the dates of
 * subscriptions as midnight UTC (directory/subscriptions), so the UTC day is the date, in every time zone.
 */
export function daysUntil(date: string, now: number): number {
  const today = now - new Date(now).getTimezoneOffset() * 60_000;
  return Math.floor(Date.parse(date) / dayInMs) - Math.floor(today / dayInMs);
}
