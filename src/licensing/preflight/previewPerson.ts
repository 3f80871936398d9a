import { runToEnd } from '../../base/async/inSlices';
import type { Permissions } from '../../base/permissions';
import type { UserPrincipal } from '../../base/principal';
import { hasSeat, isWorking } from '../changes/seatStates';
import type { ProductKey } from '../keys';
import type { AssignableProduct, Product, TenantProduct } from '../product';
import type { Holding } from '../types';
import type { Preflight } from './preflight';
import { previewRemovals, type RemovalLine } from './previewRemoval';
import { runPreflightFromBestPools } from './runPreflightFromBestPools';

/** A product of one person, and the consequence of removing it. */
export interface ProductRemoval {
  readonly product: TenantProduct;
  readonly line: RemovalLine;
  /** True if the person has it directly, also where a group gives it as well. */
  readonly isDirect: boolean;
}

/** Rights of the signed-in person, as far as previews need them. */
type Rights = Omit<Permissions, 'canManageGroups'>;

/**
 * Previews for each product what happens if it is removed from a person, who also leaves the groups `leaving` (ids in lower case); a
 * product of which the person has no seat is left out.
 */
export function previewPersonRemovals(
  person: UserPrincipal,
  holding: Holding,
  products: readonly TenantProduct[],
  { rights, leaving }: { readonly rights: Rights; readonly leaving?: ReadonlySet<string> },
): readonly ProductRemoval[] {
  const { access, canLicenseRoleAssignableGroups } = rights;
  return products.flatMap((product) => {
    const own = holding.seats.filter((seat) => seat.product === product.key);
    if (own.length === 0) return [];
    const preview = previewRemovals({
      ...{ access, canLicenseRoleAssignableGroups, product: product.owned },
      ...{ principals: [person], holdings: [holding], groups: new Map() },
      ...(leaving && { leaving }),
    });
    const isDirect = own.some(({ path }) => path.kind === 'direct');
    return runToEnd(preview).lines.map((line) => ({ product, line, isDirect }));
  });
}

/** A group that gives a person products, and what else it gives. */
export interface PersonGroup {
  readonly id: string;
  /** Undefined where the group's name may not be read. */
  readonly name: string | undefined;
  /** Products that the person has through it, besides those that were asked about. */
  readonly others: readonly ProductKey[];
}

/** Returns the groups that give a person any of the products. */
export function personGroups(
  { seats }: Pick<Holding, 'seats'>,
  products: ReadonlySet<ProductKey>,
): readonly PersonGroup[] {
  const groups = new Map<string, { id: string; name: string | undefined; given: Set<ProductKey> }>();
  for (const { path, product, isSourceUnknown = false } of seats) {
    if (path.kind === 'direct' || isSourceUnknown) continue;
    const { groupId: id, groupName: name } = path;
    const group = groups.get(id.toLowerCase()) ?? { id, name, given: new Set() };
    group.given.add(product);
    groups.set(id.toLowerCase(), group);
  }
  return [...groups.values()]
    .filter(({ given }) => [...given].some((product) => products.has(product)))
    .map(({ id, name, given }) => ({
      ...{ id, name },
      others: [...given].filter((product) => !products.has(product)),
    }));
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
