import { isPossiblyWorking, isWorking } from '../changes/seatStates';
import type { Holding, OwnedProduct, Seat } from '../types';

/** Paths to the product that are removed. */
export interface RemovedWays {
  readonly input: { readonly product: Pick<OwnedProduct, 'key'> };
  /** Ids of people whose direct license is removed. */
  readonly userIds: ReadonlySet<string>;
  /** Ids of groups that stop giving it. */
  readonly groupIds: ReadonlySet<string>;
  /** People who leave these groups, by their ids and those of the groups. Default is none. */
  readonly leaving?: { readonly userIds: ReadonlySet<string>; readonly groupIds: ReadonlySet<string> };
}

/** Returns the seats of the product that is removed. */
export function seatsOf({ seats }: Holding, { product }: RemovedWays['input']): readonly Seat[] {
  return seats.filter((seat) => seat.product === product.key);
}

/** True for a path that the removal takes away. */
export function isRemoved({ path }: Seat, userId: string, removal: RemovedWays): boolean {
  const { userIds, groupIds, leaving } = removal;
  const person = userId.toLowerCase();
  if (path.kind === 'direct') return userIds.has(person);
  const group = path.groupId.toLowerCase();
  return groupIds.has(group) || (leaving?.groupIds.has(group) === true && leaving.userIds.has(person));
}

/** Returns what becomes of a person's seat; undefined for one who has none, or of whom nothing is removed. */
export function fateOf(holding: Holding, removal: RemovedWays): 'lost' | 'kept' | 'unknown' | undefined {
  const seats = seatsOf(holding, removal.input).filter(isPossiblyWorking);
  const staying = seats.filter((seat) => !isRemoved(seat, holding.principal.id, removal));
  if (staying.some((seat) => isWorking(seat) && !seat.isSourceUnknown)) return 'kept';
  const isTouched = staying.length < seats.length;
  if (isUnsure(holding, staying)) return isTouched || removal.groupIds.size > 0 ? 'unknown' : undefined;
  if (!isTouched) return undefined;
  return staying.length === 0 && seats.some(isWorking) ? 'lost' : 'unknown';
}

/** True if other paths to the product may be left, or paths may differ from those that were read. */
export function isUnsure({ isIncomplete = false }: Holding, seats: readonly Seat[]): boolean {
  return isIncomplete || seats.some(({ isSourceUnknown }) => isSourceUnknown);
}

/** Returns the fate of a person's seat of each pool, since each pool counts its own. */
export function fatesByPool(person: Holding, removal: RemovedWays): readonly ReturnType<typeof fateOf>[] {
  const pools = new Set(seatsOf(person, removal.input).map(({ pool }) => pool));
  if (pools.size <= 1) return [fateOf(person, removal)];
  return [...pools].map((pool) =>
    fateOf({ ...person, seats: person.seats.filter((seat) => seat.pool === pool) }, removal),
  );
}
