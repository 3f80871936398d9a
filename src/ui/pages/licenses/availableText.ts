import { daysUntil, isRenewalUnread } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import type { CriticalMessages } from '../../messages/types';
import { countsFreeSeats } from './selectProducts';

/** Returns the number of available licenses as text. `isNone` is true if there are none. */
export function availableText(
  product: Product,
  { format, licenses, products }: CriticalMessages,
): { readonly text: string; readonly isNone: boolean } {
  if (!product.owned || !countsFreeSeats(product)) return { text: licenses.notCounted, isNone: false };
  // Licenses of a disabled subscription don't count; a negative number would confuse.
  if (product.state.kind === 'disabled') return { text: licenses.noneUsable, isNone: true };
  const { available } = product.owned.seats;
  if (available === undefined) return { text: products.notKnown, isNone: false };
  return { text: format.number(available), isNone: available <= 0 };
}

/** The next renewal or end of a product in words. */
interface RenewalText {
  /** Time until then, or that none is known. */
  readonly when: string;
  /** Undefined if no date is known. */
  readonly day: string | undefined;
  readonly urgency: 'none' | 'soon' | 'now';
}

const nowInDays = 7;
const soonInDays = 30;

/** Returns when the product renews or ends; undefined if nothing is planned. `now` is in milliseconds since 1970. */
export function renewalText(
  product: Product,
  { format, licenses, products }: CriticalMessages,
  now: number,
): RenewalText | undefined {
  const { nextLifecycleAt } = product;
  const isUnread = isRenewalUnread(product);
  if (nextLifecycleAt === undefined) {
    return isUnread ? { when: products.notKnown, day: undefined, urgency: 'none' } : undefined;
  }
  const days = daysUntil(nextLifecycleAt, now);
  const day = format.date(nextLifecycleAt);
  return {
    when: licenses.nextRenewalIn(days),
    day: isUnread ? licenses.orEarlier(day) : day,
    urgency: days <= nowInDays ? 'now' : days <= soonInDays ? 'soon' : 'none',
  };
}

/** Returns it as a line of its own, with what the date is; undefined if nothing is planned. */
export function renewalLine(
  renewal: RenewalText | undefined,
  { columns, renewsOn }: CriticalMessages['licenses'],
): string | undefined {
  if (!renewal) return undefined;
  return renewal.day === undefined ? `${columns.renewal}: ${renewal.when}` : renewsOn(renewal.day);
}
