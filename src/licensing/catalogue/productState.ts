import type { ProductState } from '../product';
import type { OwnedProduct, Subscription } from '../types';

const dayInMs = 86_400_000;
const expiringWithinDays = 30;

/** The gravest state that holds: disabled, expired, over-allocated, expiring, trial, active. `now` is in milliseconds. */
export function productState(owned: OwnedProduct, now: number): ProductState {
  if (owned.capability !== 'enabled' && owned.capability !== 'warning') return { kind: 'disabled' };
  if (owned.capability === 'warning') return { kind: 'expired' };
  if (owned.seats.available < 0) return { kind: 'over-allocated', by: -owned.seats.available };

  const usable = subscriptionsOf(owned).filter(({ status }) => status === 'enabled' || status === 'warning');
  const paid = usable.filter(({ isTrial }) => !isTrial);
  const daysLeft = daysUntil(nextLifecycleAt(paid, now), now);
  if (daysLeft !== undefined && daysLeft <= expiringWithinDays) return { kind: 'expiring', daysLeft };
  if (usable.length > 0 && paid.length === 0) {
    return { kind: 'trial', daysLeft: daysUntil(nextLifecycleAt(usable, now), now) };
  }
  return { kind: 'active' };
}

/** Subscriptions of all pools. */
export function subscriptionsOf({ pools }: OwnedProduct): readonly Subscription[] {
  return pools.flatMap(({ subscriptions }) => subscriptions);
}

/** The next date at which one of the subscriptions renews or ends; undefined where none is planned. */
export function nextLifecycleAt(subscriptions: readonly Subscription[], now: number): string | undefined {
  return subscriptions
    .map((subscription) => subscription.nextLifecycleAt)
    .filter((date) => date !== undefined && Date.parse(date) >= now)
    .sort((a, b) => Date.parse(a ?? '') - Date.parse(b ?? ''))
    .at(0);
}

function daysUntil(date: string | undefined, now: number): number | undefined {
  return date === undefined ? undefined : Math.ceil((Date.parse(date) - now) / dayInMs);
}
