import type { Permissions } from '../../base/permissions';
import type { GroupPrincipal, Principal } from '../../base/principal';
import { evaluatePermission } from '../policy/evaluatePermission';
import type { ProductKey } from '../keys';
import { defaultPool, directPools } from '../pools';
import type { Holding, OwnedProduct, PoolRef, Seat } from '../types';
import { unknownGroup, type GroupReading } from './groupReading';

/** A group that gives a person the product, and what else it gives. */
export interface GivingGroup {
  readonly groupId: string;
  /** Undefined where the group's name may not be read. */
  readonly groupName: string | undefined;
  /** Other products that the person has through the same group, lost as well by leaving it. */
  readonly otherProducts: readonly ProductKey[];
}

/** Consequence of removing the product from one principal. Only the kinds with `isSent: true` are sent. */
export type RemovalConsequence =
  /** The direct seat goes back to the tenant. */
  | { readonly kind: 'frees-seat'; readonly isSent: true }
  /** The direct license is in error and takes no seat, so that none goes back. */
  | { readonly kind: 'removes-error'; readonly isSent: true }
  /** The direct path goes, and the person keeps the seat through groups. */
  | { readonly kind: 'keeps-through-group'; readonly isSent: true; readonly groups: readonly GivingGroup[] }
  /** The group stops giving the product to its members. */
  | {
      readonly kind: 'members-lose';
      readonly isSent: true;
      /** Users who are members; undefined where that cannot be known. */
      readonly directUsers: number | undefined;
      /** Members who lose the product and those who keep it; undefined where what they hold is not known. */
      readonly members: { readonly losing: number; readonly keeping: number } | undefined;
    }
  /** It comes from groups alone, which are selected as well and take it along. */
  | { readonly kind: 'goes-with-group'; readonly isSent: false; readonly groups: readonly GivingGroup[] }
  /** It comes from groups alone, so only leaving them takes it away (Graph refuses a direct removal). */
  | { readonly kind: 'stays-inherited'; readonly isSent: false; readonly groups: readonly GivingGroup[] }
  /** Groups are to give it and each path is in error, so that there is no license; `goesAlong` where all of these are selected. */
  | {
      readonly kind: 'in-error';
      readonly isSent: false;
      readonly groups: readonly GivingGroup[];
      readonly goesAlong: boolean;
    }
  | { readonly kind: 'nothing-held'; readonly isSent: false }
  /** The signed-in person's role does not cover this principal. */
  | { readonly kind: 'not-permitted'; readonly isSent: false };

/** A selected principal and the consequence of the removal for it. */
export interface RemovalLine {
  readonly principal: Principal;
  readonly consequence: RemovalConsequence;
  /** Pools of the product that the removal is about: those held directly, or the default one where none is. */
  readonly pools: readonly PoolRef[];
}

/** The whole selection, previewed together. */
export interface RemovalPreview {
  readonly lines: readonly RemovalLine[];
  /** Seats that go back to the tenant, one for each person who loses the product, whatever is removed from that person. */
  readonly seatsFreed: number;
  /** False where more may go back, since members of a selected group are not known. */
  readonly isExact: boolean;
}

/** A selection divided by how its people have the product; the sum is the number of lines. */
interface RemovalBreakdown {
  readonly direct: number;
  readonly throughGroup: number;
  /** People without a license, since each path is in error. */
  readonly inError: number;
  readonly nothingHeld: number;
  readonly notPermitted: number;
  readonly groups: number;
}

/** Counts in which way each of a selection has the product. */
export function breakDown(lines: readonly Pick<RemovalLine, 'consequence'>[]): RemovalBreakdown {
  const counts = { direct: 0, throughGroup: 0, inError: 0, nothingHeld: 0, notPermitted: 0, groups: 0 };
  for (const { consequence } of lines) counts[ways[consequence.kind]] += 1;
  return counts;
}

const ways: Readonly<Record<RemovalConsequence['kind'], keyof RemovalBreakdown>> = {
  'frees-seat': 'direct',
  'keeps-through-group': 'direct',
  'removes-error': 'inError',
  'in-error': 'inError',
  'stays-inherited': 'throughGroup',
  'goes-with-group': 'throughGroup',
  'nothing-held': 'nothingHeld',
  'not-permitted': 'notPermitted',
  'members-lose': 'groups',
};

/** Number of people who lose the product; where groups are not known in full, `isExact` is false, and `atMost` may be unknown. */
interface PeopleLosing {
  readonly atLeast: number;
  readonly isExact: boolean;
  readonly atMost: number | undefined;
}

/** Counts how many people a removal takes the product from. */
export function peopleLosing({ lines, seatsFreed, isExact }: RemovalPreview): PeopleLosing {
  let atMost: number | undefined = seatsFreed;
  for (const { consequence } of lines) {
    if (consequence.kind !== 'members-lose' || consequence.members || atMost === undefined) continue;
    atMost = consequence.directUsers === undefined ? undefined : atMost + consequence.directUsers;
  }
  return { atLeast: seatsFreed, isExact, atMost };
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
}

/** Previews the removal of a product from everyone who is selected, as a whole: one may hold it in several of these ways. */
export function previewRemovals(input: RemovalInput): RemovalPreview {
  const holdings = new Map(input.holdings.map((holding) => [holding.principal.id, holding]));
  const known = input.principals.flatMap((principal) => {
    const holding = holdings.get(principal.id);
    return holding ? [{ principal, holding }] : [];
  });
  const removal = planRemoval(known, input);
  const lines = known.map(({ principal, holding }) => ({
    principal,
    pools: directPools(holding.seats, input.product.key, defaultPool(input.product)),
    consequence:
      principal.kind === 'group'
        ? groupConsequence(principal, holding, removal)
        : userConsequence(principal, holding, removal),
  }));
  return { lines, ...countFreed(known, removal) };
}

interface KnownPrincipal {
  readonly principal: Principal;
  readonly holding: Holding;
}

/** Ways to the product that are removed. */
interface Removal {
  readonly input: RemovalInput;
  /** Ids of people whose direct license is removed. */
  readonly userIds: ReadonlySet<string>;
  /** Ids of groups that stop giving it. */
  readonly groupIds: ReadonlySet<string>;
}

function planRemoval(known: readonly KnownPrincipal[], input: RemovalInput): Removal {
  const isSent = ({ principal, holding }: KnownPrincipal): boolean =>
    isPermitted(principal, input) && seatsOf(holding, input).some(({ path }) => path.kind === 'direct');
  const idsOf = (kind: Principal['kind']): ReadonlySet<string> =>
    new Set(
      known
        .filter((each) => each.principal.kind === kind && isSent(each))
        .map(({ principal }) => principal.id.toLowerCase()),
    );
  return { input, userIds: idsOf('user'), groupIds: idsOf('group') };
}

function isPermitted(principal: Principal, input: RemovalInput): boolean {
  return !evaluatePermission(input, { kind: 'change-licenses-of', principal });
}

function seatsOf({ seats }: Holding, { product }: RemovalInput): readonly Seat[] {
  return seats.filter((seat) => seat.product === product.key);
}

const isWorking = ({ state }: Seat): boolean => state !== 'error';

function isRemoved({ path }: Seat, userId: string, { userIds, groupIds }: Removal): boolean {
  return path.kind === 'direct'
    ? userIds.has(userId.toLowerCase())
    : groupIds.has(path.groupId.toLowerCase());
}

/** Returns what becomes of a person's seat; undefined for one who has none that works. */
function fateOf(holding: Holding, removal: Removal): 'lost' | 'kept' | undefined {
  const working = seatsOf(holding, removal.input).filter(isWorking);
  if (working.length === 0) return undefined;
  return working.every((seat) => isRemoved(seat, holding.principal.id, removal)) ? 'lost' : 'kept';
}

function userConsequence(principal: Principal, holding: Holding, removal: Removal): RemovalConsequence {
  const seats = seatsOf(holding, removal.input);
  const inherited = seats.filter(({ path }) => path.kind === 'group');
  const staying = inherited.filter((seat) => !isRemoved(seat, principal.id, removal));
  if (seats.length === 0) return { kind: 'nothing-held', isSent: false };
  if (inherited.length === seats.length) {
    if (!seats.some(isWorking)) {
      const groups = givingGroups(inherited, holding);
      return { kind: 'in-error', isSent: false, groups, goesAlong: staying.length === 0 };
    }
    if (staying.length === 0)
      return { kind: 'goes-with-group', isSent: false, groups: givingGroups(inherited, holding) };
    if (isPermitted(principal, removal.input))
      return { kind: 'stays-inherited', isSent: false, groups: givingGroups(staying, holding) };
  }
  if (!isPermitted(principal, removal.input)) return { kind: 'not-permitted', isSent: false };
  const groups = givingGroups(staying.filter(isWorking), holding);
  if (groups.length > 0) return { kind: 'keeps-through-group', isSent: true, groups };
  return { kind: seats.some(isWorking) ? 'frees-seat' : 'removes-error', isSent: true };
}

function groupConsequence(group: GroupPrincipal, holding: Holding, removal: Removal): RemovalConsequence {
  if (seatsOf(holding, removal.input).length === 0) return { kind: 'nothing-held', isSent: false };
  if (!removal.groupIds.has(group.id.toLowerCase())) return { kind: 'not-permitted', isSent: false };
  const { directUsers, members } = removal.input.groups.get(group.id) ?? unknownGroup;
  const fates = members?.map((member) => fateOf(member, removal));
  return {
    kind: 'members-lose',
    isSent: true,
    directUsers,
    members: fates && {
      losing: fates.filter((fate) => fate === 'lost').length,
      keeping: fates.filter((fate) => fate === 'kept').length,
    },
  };
}

/** Several ways to one product take one seat, so that each person counts once (Entra: group-based licensing). */
function countFreed(
  known: readonly KnownPrincipal[],
  removal: Removal,
): Pick<RemovalPreview, 'seatsFreed' | 'isExact'> {
  const people = new Map<string, Holding>();
  let isExact = true;
  for (const { principal, holding } of known) {
    const { id } = principal;
    if (principal.kind === 'user') people.set(id.toLowerCase(), holding);
    else if (removal.groupIds.has(id.toLowerCase())) {
      const members = removal.input.groups.get(id)?.members;
      if (!members) isExact = false;
      for (const member of members ?? []) {
        const memberId = member.principal.id.toLowerCase();
        if (!people.has(memberId)) people.set(memberId, member);
      }
    }
  }
  const seatsFreed = [...people.values()].filter((person) => fateOf(person, removal) === 'lost').length;
  return { seatsFreed, isExact };
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
