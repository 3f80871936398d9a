import { isRenewalUnread } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import type { CriticalMessages } from '../../messages/types';
import { countsSeats } from './selectProducts';

/** How many seats are free, in words; `isNone` where there is no free one. */
export function availableText(
  product: Product,
  { format, licenses, products }: CriticalMessages,
): { readonly text: string; readonly isNone: boolean } {
  if (!product.owned || !countsSeats(product)) return { text: licenses.notCounted, isNone: false };
  // Seats of a disabled subscription are none, and fewer than none would only puzzle.
  if (product.state.kind === 'disabled') return { text: licenses.noneUsable, isNone: true };
  const { available } = product.owned.seats;
  if (available === undefined) return { text: products.notKnown, isNone: false };
  return { text: format.number(available), isNone: available <= 0 };
}

/** Returns the day on which the product renews or ends; undefined where none is planned. */
export function renewalText(product: Product, messages: CriticalMessages): string | undefined {
  const { nextLifecycleAt } = product;
  const isUnread = isRenewalUnread(product);
  if (nextLifecycleAt === undefined) return isUnread ? messages.products.notKnown : undefined;
  const day = messages.format.date(nextLifecycleAt);
  return isUnread ? messages.licenses.asFarAsKnown(day) : day;
}
