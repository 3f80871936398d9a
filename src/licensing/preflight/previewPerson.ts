import { runToEnd } from '../../base/async/inSlices';
import type { Permissions } from '../../base/permissions';
import type { UserPrincipal } from '../../base/principal';
import { hasSeat, isWorking } from '../changes/seatStates';
import type { AssignableProduct, Product, TenantProduct } from '../product';
import type { Holding } from '../types';
import type { Preflight } from './preflight';
import { previewRemovals, type RemovalLine } from './previewRemoval';
import { runPreflightFromBestPools } from './runPreflightFromBestPools';

/** A product of one person, and the consequence of removing it. */
export interface ProductRemoval {
  readonly product: TenantProduct;
  readonly line: RemovalLine;
}

/** Rights of the signed-in person, as far as previews need them. */
type Rights = Omit<Permissions, 'canManageGroups'>;

/** Previews for each product what happens if it is removed from a person; a product of which the person has no seat is left out. */
export function previewPersonRemovals(
  person: UserPrincipal,
  holding: Holding,
  products: readonly TenantProduct[],
  { access, canLicenseRoleAssignableGroups }: Rights,
): readonly ProductRemoval[] {
  return products.flatMap((product) => {
    if (!holding.seats.some((seat) => seat.product === product.key)) return [];
    const preview = previewRemovals({
      ...{ access, canLicenseRoleAssignableGroups, product: product.owned },
      ...{ principals: [person], holdings: [holding], groups: new Map() },
    });
    return runToEnd(preview).lines.map((line) => ({ product, line }));
  });
}

/** A preview of products that are given to one person. */
interface PersonGift {
  /** With the pools that they are given from. */
  readonly products: readonly AssignableProduct[];
  readonly preflight: Preflight;
}

/** Previews giving products to a person in one change, which succeeds or fails as a whole (Graph: assignLicense). */
export function previewPersonGift(
  person: UserPrincipal,
  holding: Holding,
  products: readonly AssignableProduct[],
  { rights, tenant }: { readonly rights: Rights; readonly tenant: readonly Product[] },
): PersonGift {
  const { access, canLicenseRoleAssignableGroups } = rights;
  return runPreflightFromBestPools({
    ...{ products, principals: [person], holdings: [holding], groups: new Map(), tenant },
    ...{ access, canLicenseRoleAssignableGroups },
  });
}

/** Returns those of the products that a person doesn't have by any working way; of `source`, if given, only what that holding has. */
export function lackedProducts<P extends Product>(
  products: readonly P[],
  holding: Holding,
  source?: Holding,
): readonly P[] {
  return products.filter(
    ({ key }) =>
      hasSeat({ seats: holding.seats }, key) !== true &&
      (source === undefined || source.seats.some((seat) => seat.product === key && isWorking(seat))),
  );
}
