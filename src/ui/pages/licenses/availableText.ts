import { isRenewalUnread } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import type { CriticalMessages } from '../../messages/types';
import { countsSeats } from './selectProducts';

/** Returns the number of available licenses as text. `isNone` is true if there are none. */
export function availableText(
  product: Product,
  { format, licenses, products }: CriticalMessages,
): { readonly text: string; readonly isNone: boolean } {
  if (!product.owned || !countsSeats(product)) return { text: licenses.notCounted, isNone: false };
  // Licenses of a disabled subscription don't count; a negative number would confuse.
  if (product.state.kind === 'disabled') return { text: licenses.noneUsable, isNone: true };
  const { available } = product.owned.seats;
  if (available === undefined) return { text: products.notKnown, isNone: false };
  return { text: format.number(available), isNone: available <= 0 };
}

/** Returns the day on which the product renews or ends; undefined if none is planned. */
export function renewalText(product: Product, messages: CriticalMessages): string | undefined {
  const { nextLifecycleAt } = product;
  const isUnread = isRenewalUnread(product);
  if (nextLifecycleAt === undefined) return isUnread ? messages.products.notKnown : undefined;
  const day = messages.format.date(nextLifecycleAt);
  return isUnread ? messages.licenses.asFarAsKnown(day) : day;
}
