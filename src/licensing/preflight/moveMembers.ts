import type { GroupPrincipal } from '../../base/principal';
import { hasSeat } from '../changes/seatStates';
import { hasWaitingList } from '../door';
import { isOwned } from '../isAssignable';
import type { ProductKey } from '../keys';
import { defaultPool, seatsToGive } from '../pools';
import type { TenantProduct } from '../product';
import type { Holding } from '../types';
import { unknownGroup } from './groupReading';
import type { MoveFinding, MoveInput } from './movePreflight';
import { isRefused } from './serveMembers';

/** Seats of the new product while the lines are previewed: ids of those who need one, and of those who get it. */
export interface MoveSeats {
  readonly available: number;
  readonly needing: Set<string>;
  readonly taking: Set<string>;
  /** Members for whom no seat is left, by the id of their group. */
  readonly lacking: Map<string, ReadonlySet<Holding>>;
  /** Ids of those who get a seat of the other products of groups; several groups give a person one seat of each. */
  readonly others: Map<ProductKey, Set<string>>;
}

/** Counts a person who needs a seat of the new product; false if none is left. */
export function takeSeat(userId: string, { available, needing, taking }: MoveSeats): boolean {
  const id = userId.toLowerCase();
  needing.add(id);
  if (!taking.has(id) && taking.size >= available) return false;
  taking.add(id);
  return true;
}

/**
 * Serves the members of a group as far as the seats go. In the directory each gets all that the group carries or nothing (Entra:
 * group-based licensing); in cloud licensing each product stands for itself, and the others wait. tellLosses adds what they lose.
 */
export function moveMembers({ id }: GroupPrincipal, input: MoveInput, seats: MoveSeats): MoveFinding {
  const { groups, target } = input;
  const { members, directUsers } = groups.get(id) ?? unknownGroup;
  const isUnread = members?.some((member) => hasSeat(member, target.key) === undefined) !== false;
  if (!members || isUnread) return { kind: 'group-unread', directUsers: members?.length ?? directUsers };
  const others = otherProducts(id, input);
  const withheld = new Map<string, { readonly products: readonly string[]; people: number }>();
  const lacking = new Set<Holding>();
  const lacksIt = members.filter((member) => !hasSeat(member, target.key));
  let gaining = 0;
  for (const member of lacksIt) {
    const blocking = others.known
      .filter((other) => !canHave(member, other, id, seats))
      .map(({ name }) => name);
    if (blocking.length > 0) {
      const same = withheld.get(blocking.join());
      if (same) same.people += 1;
      else withheld.set(blocking.join(), { products: blocking, people: 1 });
    } else if (takeSeat(member.principal.id, seats)) {
      gaining += 1;
      for (const { key } of others.known) if (hasSeat(member, key) === false) takeOther(member, key, seats);
    } else lacking.add(member);
  }
  seats.lacking.set(id, lacking);
  return {
    kind: 'group-moves',
    directUsers: members.length,
    gaining,
    keeping: members.length - lacksIt.length,
    lacking: lacking.size,
    ...(hasWaitingList(defaultPool(target).pool) && lacking.size > 0 && { isWaiting: true }),
    losing: 0,
    unsure: 0,
    retaining: 0,
    ...(withheld.size > 0 && { withheld: [...withheld.values()] }),
    ...(others.isPartial && { areOthersUnknown: true }),
  };
}

/** Products without which a group gives a member nothing, besides the two of the move; `isPartial` where which, or what is known of them, isn't known in full. */
function otherProducts(
  groupId: string,
  { groups, from, target, tenant = [] }: MoveInput,
): { readonly known: readonly TenantProduct[]; readonly isPartial: boolean } {
  if (hasWaitingList(defaultPool(target).pool)) return { known: [], isPartial: false };
  const { carried } = groups.get(groupId) ?? unknownGroup;
  const keys = carried?.filter((key) => key !== from.key && key !== target.key);
  const known = tenant.filter(
    (product): product is TenantProduct => isOwned(product) && keys?.includes(product.key) === true,
  );
  return {
    known: known.filter(({ owned }) => !hasWaitingList(defaultPool(owned).pool)),
    isPartial: known.length !== keys?.length,
  };
}

/** True if a member has, or can get, another product of the group. */
function canHave(member: Holding, { key, owned }: TenantProduct, groupId: string, seats: MoveSeats): boolean {
  if (isRefused(member.seats, key, groupId)) return false;
  if (hasSeat(member, key) !== false) return true;
  const taking = seats.others.get(key);
  return (
    taking?.has(member.principal.id.toLowerCase()) === true ||
    (taking?.size ?? 0) < (seatsToGive(owned) ?? Infinity)
  );
}

/** Counts a member who gets a seat of another product of the group. */
function takeOther({ principal }: Holding, key: ProductKey, { others }: MoveSeats): void {
  const taking = others.get(key) ?? new Set();
  others.set(key, taking.add(principal.id.toLowerCase()));
}
