import type { Principal } from '../../../base/principal';
import type { Me } from '../../../directory/types';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { Product } from '../../../licensing/product';
import type { Messages } from '../../messages/types';
import { switchablePlans } from './switchablePlans';

/** Why each action of the page is disabled, in words; undefined for an action that is enabled. */
export interface DisabledReasons {
  readonly assign: string | undefined;
  readonly unassign: string | undefined;
  readonly move: string | undefined;
  readonly changeApps: string | undefined;
  readonly install: string | undefined;
}

/** What the actions of a page depend on. */
interface ActionQuestion {
  readonly me: Me;
  readonly product: Product;
  readonly selected: readonly Principal[];
  /** Whether there is another product to move to. */
  readonly hasTargets: boolean;
}

/** Says for each action why it is not offered: the role, the product, or the selection. */
export function disabledReasons(
  { me, product, selected, hasTargets }: ActionQuestion,
  { common, product: words, products, changes }: Messages,
): DisabledReasons {
  const general = evaluatePermission(me, { kind: 'change-licenses' })
    ? common.readerMayNot
    : product.coverage.kind === 'assignable'
      ? undefined
      : products.coverage[product.coverage.because];
  const isGroupsOnly = selected.some(
    (principal) => evaluatePermission(me, { kind: 'change-licenses-of', principal }) === 'groups-only',
  );
  const ofSelection =
    general ??
    (selected.length === 0 ? words.reasonNothingSelected : isGroupsOnly ? words.reasonGroupsOnly : undefined);
  return {
    assign: general,
    unassign: ofSelection,
    move: ofSelection ?? (hasTargets ? undefined : changes.reasonNoTarget),
    changeApps: ofSelection ?? (switchablePlans(product).length > 0 ? undefined : changes.reasonNoApps),
    install: product.installTarget ? undefined : words.reasonNoInstall,
  };
}
