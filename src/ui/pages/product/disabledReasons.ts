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
  /** Numbers of the selected users and groups. */
  readonly selected: Readonly<Record<Principal['kind'], { readonly size: number }>>;
  /** Whether there is another product to move to. */
  readonly hasTargets: boolean;
}

/** Says for each action why it is not offered: the role, the product, or the selection. */
export function disabledReasons(
  { me, product, selected, hasTargets }: ActionQuestion,
  { common, product: words, products, changes }: Messages,
): DisabledReasons {
  const role = evaluatePermission(me, { kind: 'change-licenses' }) ? common.readerMayNot : undefined;
  const { coverage } = product;
  const general = role ?? (coverage.kind === 'assignable' ? undefined : products.coverage[coverage.because]);
  const isGroupsOnly =
    selected.user.size > 0 &&
    evaluatePermission(me, { kind: 'change-licenses-of', principal: { kind: 'user' } }) === 'groups-only';
  const isNothing = selected.user.size + selected.group.size === 0;
  const ofSelection =
    (canRemove(product) ? role : general) ??
    (isNothing ? words.reasonNothingSelected : isGroupsOnly ? words.reasonGroupsOnly : undefined);
  return {
    assign: general,
    unassign: ofSelection,
    move: ofSelection ?? (hasTargets ? undefined : changes.reasonNoTarget),
    changeApps:
      general ?? ofSelection ?? (switchablePlans(product).length > 0 ? undefined : changes.reasonNoApps),
    install: product.installTarget ? undefined : words.reasonNoInstall,
  };
}

/** Coverages under which nothing can be assigned and yet licenses can be taken back: Graph decides about each. */
const removable: ReadonlySet<string> = new Set(['suspended', 'deleted', 'locked-out', 'not-listed']);

/** True if licenses that people hold can be removed, also where none can be assigned. */
function canRemove({ coverage }: Product): boolean {
  return coverage.kind === 'assignable' || removable.has(coverage.because);
}

/**
 * Notes on a product whose licenses may be removed though not given: an undo needs the product back, and Graph may refuse a
 * removal where the tenant no longer lists the product. Inferred: Graph's documentation (assignLicense) says of neither.
 */
export function removalNotes(product: Product, { product: words }: Messages): readonly string[] {
  if (!isOneWay(product)) return [];
  return [...(isUnlisted(product) ? [words.mayRefuse] : []), words.undoNeedsRenewal];
}

/** True for a product that the tenant no longer lists, and somebody holds still. */
export function isUnlisted({ coverage }: Product): boolean {
  return coverage.kind === 'visible-only' && coverage.because === 'not-listed';
}

/** True for a product whose licenses can be removed and not given back. */
export function isOneWay(product: Product): boolean {
  return product.coverage.kind !== 'assignable' && canRemove(product);
}
