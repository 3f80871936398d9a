import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { Permissions } from '../../base/permissions';
import type { GroupPrincipal, Principal } from '../../base/principal';
import { isPossiblyWorking, isWorking } from '../changes/seatStates';
import { evaluatePermission } from '../policy/evaluatePermission';
import { defaultPool, directPools } from '../pools';
import type { Holding, OwnedProduct, PoolRef, Seat } from '../types';
import { fateOf, fatesByPool, isRemoved, isUnsure, seatsOf, type RemovedWays } from './removalFate';
import { freeableSeats, type FreeableSeats } from './freeableSeats';
import { unknownGroup, type GroupReading } from './groupReading';
import type { GivingGroup, RemovalConsequence } from './removalConsequence';

/** A selected principal and the consequence of the removal for it. */
export interface RemovalLine {
  readonly principal: Principal;
  readonly consequence: RemovalConsequence;
  /** Pools of the product that the removal is about: those held directly, or the default one where none is. */
  readonly pools: readonly PoolRef[];
  /** Set for a person of whose seats one can be freed instead. */
  readonly freeable?: FreeableSeats | undefined;
}

/** The whole selection, previewed together. */
export interface RemovalPreview {
  readonly lines: readonly RemovalLine[];
  /** Seats that go back to the tenant: of each person one for each pool that no longer gives one, whatever is removed from that person. */
  readonly seatsFreed: number;
  /** False where more may go back, since members of a selected group, or what some of the people hold, are not known. */
  readonly isExact: boolean;
  /** People who are known and lose the product for sure. */
  readonly losing: number;
  /** People who are known and of whom it is not known whether they lose the product. */
  readonly unsure: number;
}

/** Facts that decide the consequences of a removal. */
export interface RemovalInput extends Omit<Permissions, 'canManageGroups'> {
  readonly product: OwnedProduct;
  /** Each once. */
  readonly principals: readonly Principal[];
  /** Seats that they hold now, in any order; who is missing is not previewed. */
  readonly holdings: readonly Holding[];
  /** The selected groups by their id, as far as known. */
  readonly groups: ReadonlyMap<string, GroupReading>;
  /** Ids in lower case of groups that the selected people leave. Default is none. */
  readonly leaving?: ReadonlySet<string>;
}

/** Previews the removal of a product from the whole selection, since one person may hold it by several of its paths. */
export function* previewRemovals(input: RemovalInput): Steps<RemovalPreview> {
  const holdings = new Map<string, Holding>();
  yield* forEachInSteps(input.holdings, (holding) => holdings.set(holding.principal.id, holding));
  const known: KnownPrincipal[] = [];
  const ids = { user: new Set<string>(), group: new Set<string>() };
  const leavers = new Set<string>();
  yield* forEachInSteps(input.principals, (principal) => {
    const holding = holdings.get(principal.id);
    if (!holding) return;
    const canChange = !evaluatePermission(input, { kind: 'change-licenses-of', principal });
    known.push({ principal, holding, canChange });
    if (canChange && principal.kind === 'user') leavers.add(principal.id.toLowerCase());
    const isSent = canChange && seatsOf(holding, input).some(({ path }) => path.kind === 'direct');
    if (isSent) ids[principal.kind].add(principal.id.toLowerCase());
  });
  const removal: Removal = {
    input,
    userIds: ids.user,
    groupIds: ids.group,
    ...(input.leaving && { leaving: { userIds: leavers, groupIds: input.leaving } }),
  };
  const fallback = defaultPool(input.product);
  const lines: RemovalLine[] = [];
  yield* forEachInSteps(known, (each) => {
    const { principal, holding } = each;
    lines.push({
      principal,
      pools: directPools(holding.seats, input.product.key, fallback),
      ...(principal.kind === 'user' && each.canChange && freeable(holding, input.product)),
      consequence:
        principal.kind === 'group'
          ? groupConsequence(principal, each, removal)
          : userConsequence(each, removal),
    });
  });
  return { lines, ...(yield* countFreed(known, removal)) };
}

function freeable(holding: Holding, product: OwnedProduct): Pick<RemovalLine, 'freeable'> {
  const found = freeableSeats(holding, product);
  return found ? { freeable: found } : {};
}

interface KnownPrincipal {
  readonly principal: Principal;
  readonly holding: Holding;
  /** The signed-in person's role covers this principal. */
  readonly canChange: boolean;
}

/** A removal with the facts about it. */
interface Removal extends RemovedWays {
  readonly input: RemovalInput;
}

function userConsequence(
  { principal, holding, canChange }: KnownPrincipal,
  removal: Removal,
): RemovalConsequence {
  const seats = seatsOf(holding, removal.input);
  const inherited = seats.filter(({ path }) => path.kind === 'group');
  const left = canChange ? inherited.filter((seat) => isLeft(seat, removal)) : [];
  if (left.length > 0) {
    const staying = inherited.filter((seat) => isWorking(seat) && !isRemoved(seat, principal.id, removal));
    return {
      kind: 'leaves-groups',
      isSent: true,
      groups: givingGroups(left, holding),
      fate: fateOf(holding, removal),
      keeping: givingGroups(staying, holding),
    };
  }
  if (inherited.length === seats.length) {
    if (canChange && isUnsure(holding, seats)) return { kind: 'unreadable', isSent: false };
    if (seats.length === 0)
      return { kind: holding.isIncomplete ? 'not-permitted' : 'nothing-held', isSent: false };
    const consequence = inheritedConsequence(inherited, holding, removal);
    if (consequence.kind !== 'stays-inherited' || canChange) return consequence;
  }
  if (!canChange) return { kind: 'not-permitted', isSent: false };
  const fate = fateOf(holding, removal);
  if (fate === 'unknown') return { kind: 'may-free-seat', isSent: true };
  const freed = fatesByPool(holding, removal).filter((each) => each === 'lost').length;
  if (fate === 'lost') return { kind: 'frees-seat', isSent: true, ...(freed > 1 && { seats: freed }) };
  const keeping = inherited.filter((seat) => isWorking(seat) && !isRemoved(seat, principal.id, removal));
  return keeping.length > 0
    ? {
        kind: 'keeps-through-group',
        isSent: true,
        groups: givingGroups(keeping, holding),
        ...(freed > 0 && { seats: freed }),
      }
    : { kind: 'removes-error', isSent: true };
}

/** True for a path that ends with a membership; a group that stops giving the product isn't left. */
function isLeft({ path }: Seat, { leaving, groupIds }: Removal): boolean {
  if (path.kind === 'direct') return false;
  const id = path.groupId.toLowerCase();
  return leaving?.groupIds.has(id) === true && !groupIds.has(id);
}

/** Returns the consequence for a person to whom only groups give the product; `seats` are all paths. */
function inheritedConsequence(
  seats: readonly Seat[],
  holding: Holding,
  removal: Removal,
): RemovalConsequence & { readonly isSent: false } {
  const isSent = false;
  const working = seats.filter(isPossiblyWorking);
  const isGoing = (seat: Seat): boolean => isRemoved(seat, holding.principal.id, removal);
  if (working.length === 0) {
    const goesAlong = seats.every(isGoing);
    return { kind: 'in-error', isSent, groups: givingGroups(seats, holding), goesAlong };
  }
  const fate = fateOf(holding, removal);
  if (fate === 'lost' || fate === 'unknown') {
    const groups = givingGroups(working.filter(isGoing), holding);
    return { kind: 'goes-with-group', isSent, groups, ...(fate === 'unknown' && { isUnsure: true }) };
  }
  const staying = working.filter((seat) => !isGoing(seat));
  return { kind: 'stays-inherited', isSent, groups: givingGroups(staying, holding) };
}

function groupConsequence(
  group: GroupPrincipal,
  { holding, canChange }: KnownPrincipal,
  removal: Removal,
): RemovalConsequence {
  if (seatsOf(holding, removal.input).length === 0) {
    if (!holding.isIncomplete) return { kind: 'nothing-held', isSent: false };
    return { kind: canChange ? 'unreadable' : 'not-permitted', isSent: false };
  }
  if (!removal.groupIds.has(group.id.toLowerCase())) return { kind: 'not-permitted', isSent: false };
  const { directUsers, members } = removal.input.groups.get(group.id) ?? unknownGroup;
  const fates = members?.map((member) => fateOf(member, removal));
  return {
    kind: 'members-lose',
    isSent: true,
    directUsers,
    members:
      fates?.includes('unknown') === false
        ? {
            losing: fates.filter((fate) => fate === 'lost').length,
            keeping: fates.filter((fate) => fate === 'kept').length,
          }
        : undefined,
  };
}

/** Counts each person once a pool, since several paths to one pool take one seat (Entra: group-based licensing). */
function* countFreed(
  known: readonly KnownPrincipal[],
  removal: Removal,
): Steps<Omit<RemovalPreview, 'lines'>> {
  const people = new Map<string, Holding>();
  let areMembersKnown = true;
  yield* forEachInSteps(known, ({ principal: { kind, id }, holding }) => {
    if (kind === 'user') people.set(id.toLowerCase(), holding);
    else if (removal.groupIds.has(id.toLowerCase())) {
      const members = removal.input.groups.get(id)?.members;
      if (!members) areMembersKnown = false;
      for (const member of members ?? []) {
        const memberId = member.principal.id.toLowerCase();
        if (!people.has(memberId)) people.set(memberId, member);
      }
    }
  });
  let seatsFreed = 0;
  let losing = 0;
  let areSeatsKnown = true;
  let unsure = 0;
  yield* forEachInSteps(people.values(), (person) => {
    const fates = fatesByPool(person, removal);
    seatsFreed += fates.filter((fate) => fate === 'lost').length;
    if (fates.includes('unknown')) areSeatsKnown = false;
    const fate = fates.length > 1 ? fateOf(person, removal) : fates[0];
    if (fate === 'lost') losing += 1;
    if (fate === 'unknown') unsure += 1;
  });
  return { seatsFreed, losing, unsure, isExact: areMembersKnown && areSeatsKnown && unsure === 0 };
}

function givingGroups(seats: readonly Seat[], { seats: all }: Holding): GivingGroup[] {
  return seats.flatMap(({ product, path }) => {
    if (path.kind === 'direct') return [];
    const otherProducts = all
      .filter(
        (seat) =>
          seat.product !== product && seat.path.kind === 'group' && seat.path.groupId === path.groupId,
      )
      .map((seat) => seat.product);
    return [{ groupId: path.groupId, groupName: path.groupName, otherProducts }];
  });
}
