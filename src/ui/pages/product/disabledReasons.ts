import type { Principal } from '../../../base/principal';
import type { Me } from '../../../directory/types';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { Product } from '../../../licensing/product';
import type { Messages } from '../../messages/types';
import { switchablePlans } from './switchablePlans';

/** Reason that each action of the page is disabled, as text; undefined if it's enabled. */
export interface DisabledReasons {
  readonly assign: string | undefined;
  readonly unassign: string | undefined;
  readonly move: string | undefined;
  readonly changeApps: string | undefined;
  readonly migrate: string | undefined;
  readonly install: string | undefined;
}

/** Input that decides which actions are enabled. */
interface ActionQuestion {
  readonly me: Me;
  readonly product: Product;
  /** Numbers of the selected users and groups. */
  readonly selected: Readonly<Record<Principal['kind'], { readonly size: number }>>;
  /** True if there is another product to move to. */
  readonly hasTargets: boolean;
}

/** Returns the reason that each action is disabled: the role, the product, or the selection. */
export function disabledReasons(
  { me, product, selected, hasTargets }: ActionQuestion,
  { assign, common, groups, product: words, products, changes }: Messages,
): DisabledReasons {
  const role = evaluatePermission(me, { kind: 'change-licenses' }) ? common.readerMayNot : undefined;
  const { coverage } = product;
  const general = role ?? (coverage.kind === 'assignable' ? undefined : products.coverage[coverage.because]);
  const isGroupsOnly =
    selected.user.size > 0 &&
    evaluatePermission(me, { kind: 'change-licenses-of', principal: { kind: 'user' } }) === 'groups-only';
  const ofSelection =
    (canRemove(product) ? role : general) ?? (isGroupsOnly ? words.reasonGroupsOnly : undefined);
  return {
    assign: general,
    unassign: ofSelection,
    move: ofSelection ?? (hasTargets ? undefined : changes.reasonNoTarget),
    changeApps:
      general ?? ofSelection ?? (switchablePlans(product).length > 0 ? undefined : changes.reasonNoApps),
    migrate:
      general ??
      ofSelection ??
      (evaluatePermission(me, { kind: 'manage-groups' }) ? assign.methodGroupNotPermitted : undefined) ??
      (selected.user.size > 0 ? undefined : groups.reasonNoUsers),
    install: product.installTarget ? undefined : words.reasonNoInstall,
  };
}

/** Coverage reasons that prevent assigning but not removing: Graph decides each removal. */
const removable: ReadonlySet<string> = new Set(['suspended', 'deleted', 'locked-out', 'not-listed']);

/** True if licenses can be removed, even if none can be assigned. */
export function canRemove({ coverage }: Product): boolean {
  return coverage.kind === 'assignable' || removable.has(coverage.because);
}

/**
 * Returns notes on a product whose licenses can be removed but not assigned: undo needs a renewed product, and Graph
 * may refuse a removal if the tenant no longer lists the product. Inferred: Graph's documentation of assignLicense
 * mentions neither.
 */
export function removalNotes(product: Product, { product: words }: Messages): readonly string[] {
  if (!isOneWay(product)) return [];
  return [...(isUnlisted(product) ? [words.mayRefuse] : []), words.undoNeedsRenewal];
}

/** True for a product that users still have and the tenant no longer lists. */
export function isUnlisted({ coverage }: Product): boolean {
  return coverage.kind === 'visible-only' && coverage.because === 'not-listed';
}

/** True for a product whose licenses can be removed but not assigned. */
export function isOneWay(product: Product): boolean {
  return product.coverage.kind !== 'assignable' && canRemove(product);
}
