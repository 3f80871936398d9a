import type { Principal } from '../../../base/principal';
import type { Me } from '../../../directory/types';
import type { Product } from '../../../licensing/product';
import type { Messages } from '../../messages/types';

/** Why each action of the page is off, in words; undefined for an action that is on. */
export interface ReasonsOff {
  readonly assign: string | undefined;
  readonly unassign: string | undefined;
  readonly install: string | undefined;
}

/** Says for each action why it is not offered: the role, the product, or the selection. */
export function reasonsOff(
  me: Me,
  product: Product,
  selected: readonly Principal[],
  { common, product: words, products }: Messages,
): ReasonsOff {
  const isReader = me.access === 'read' || me.access === 'own-apps';
  const general = isReader
    ? common.readerMayNot
    : product.coverage.kind === 'assignable'
      ? undefined
      : products.coverage[product.coverage.because];
  const hasUsers = selected.some(({ kind }) => kind === 'user');
  return {
    assign: general,
    unassign:
      general ??
      (selected.length === 0
        ? words.reasonNothingSelected
        : me.access === 'assign-to-groups' && hasUsers
          ? words.reasonGroupsOnly
          : undefined),
    install: product.installTarget ? undefined : words.reasonNoInstall,
  };
}
