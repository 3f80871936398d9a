import type { AuditActor, LicenseAudit } from '../../../directory/types';
import { isWorking } from '../../../licensing/changes/seatStates';
import { idInKey, productSpaces, type ProductKey } from '../../../licensing/keys';
import type { Product } from '../../../licensing/product';
import type { Seat } from '../../../licensing/types';
import { sameActionInMs } from '../../parts/issues/groupIssues';

/** One way in which a person has a product. */
export interface PersonSeat {
  /** Unique among the seats of a person. */
  readonly key: string;
  readonly product: Product;
  readonly seat: Seat;
  /** The first one of its product, which names it and has its actions. */
  readonly isFirst: boolean;
  /** Relation to an earlier way to the same product: the same seat, or another one of another pool. */
  readonly mark: 'same-seat' | 'second-seat' | undefined;
}

/** Lists each way in which a person has a product, by product name; `describe` returns the product of a seat. */
export function listPersonSeats(
  seats: readonly Seat[],
  describe: (seat: Seat) => Product | undefined,
  locale: string,
): readonly PersonSeat[] {
  const byProduct = new Map<ProductKey, Seat[]>();
  for (const seat of seats) byProduct.set(seat.product, [...(byProduct.get(seat.product) ?? []), seat]);
  return [...byProduct.values()]
    .flatMap((own) => {
      const product = own[0] && describe(own[0]);
      return product ? [{ product, own }] : [];
    })
    .sort((one, other) => one.product.name.localeCompare(other.product.name, locale))
    .flatMap(({ product, own }) =>
      [...own].sort(directFirst).map((seat, index, sorted) => ({
        key: [seat.product, seat.pool, keyOfPath(seat), index].join('|'),
        product,
        seat,
        isFirst: index === 0,
        mark: markOf(seat, sorted.slice(0, index)),
      })),
    );
}

function directFirst(one: Seat, other: Seat): number {
  return Number(one.path.kind === 'group') - Number(other.path.kind === 'group');
}

function keyOfPath({ path }: Seat): string {
  return path.kind === 'group' ? path.groupId : '';
}

/** Ways that don't work, or of which that isn't known, may take no seat. */
function markOf(seat: Seat, earlier: readonly Seat[]): PersonSeat['mark'] {
  const working = earlier.filter(isWorking);
  if (!isWorking(seat) || working.length === 0) return undefined;
  return working.some(({ pool }) => pool === seat.pool) ? 'same-seat' : 'second-seat';
}

/** Person or app that made a seat as it is now: by assigning it, or by adding the person to the group that gives it. */
interface SeatAuthor {
  readonly how: 'assigned' | 'joined-group';
  readonly by: AuditActor;
}

/**
 * Finds who made a seat as it is now: for a group the one who added the person last, else the one who changed the license at the time
 * that the service names. Undefined where the audit log doesn't tell.
 */
export function findAuthor(seat: Seat, audits: readonly LicenseAudit[]): SeatAuthor | undefined {
  const { path } = seat;
  if (path.kind === 'group') {
    const latest = audits.find(
      ({ kind, groupId, failure }) =>
        kind !== 'licenses' && failure === undefined && groupId === path.groupId,
    );
    if (latest?.kind === 'joined-group' && latest.by) return { how: 'joined-group', by: latest.by };
  }
  const at = seat.updatedAt === undefined ? NaN : Date.parse(seat.updatedAt);
  const [nearest] = audits
    .filter((audit) => audit.kind === 'licenses' && audit.failure === undefined && isAbout(audit, seat))
    .map((audit) => ({ audit, away: Math.abs(Date.parse(audit.at) - at) }))
    .filter(({ away }) => away <= sameActionInMs)
    .sort((one, other) => one.away - other.away);
  const by = nearest?.audit.by;
  // A person assigns directly, and the service by groups.
  return by && (by.kind === 'app') === (path.kind === 'group') ? { how: 'assigned', by } : undefined;
}

/** True unless the log says that the action was about other products. */
function isAbout({ licenses }: LicenseAudit, { product }: Seat): boolean {
  if (licenses === undefined || licenses.length === 0) return true;
  const id = idInKey(product, productSpaces.sku);
  return licenses.some(({ skuId, change }) => skuId === id && change !== 'removed');
}
