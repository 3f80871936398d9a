import type { GroupPrincipal, NamedPrincipal, PrincipalRef, UserPrincipal } from '../../base/principal';
import type { ProductKey } from '../../licensing/keys';
import type { HolderQuery } from '../../licensing/licensingAdapter';
import type { Holder, HolderPage, Holding, LicensedGroup, Seat } from '../../licensing/types';
import { isShown, withChange, type ChangesByPrincipal, type LicenseChange } from './licenseChanges';
import type { ReadingKind, ReadingRecord } from './readings';

/** A list of holders that is read page by page. */
export interface Walk {
  /** Start of the reading of its first page, in milliseconds since 1970. */
  readonly readAt: number;
  /** Ids of the people on the pages so far who were changed. */
  readonly seen: Set<string>;
}

/** Seats as the changes have left them; `isUpdating` where the reading showed something else. */
interface CorrectedSeats {
  readonly seats: readonly Seat[];
  readonly isUpdating: boolean;
}

function correctSeats(
  record: ReadingRecord,
  kind: ReadingKind,
  changes: readonly LicenseChange[],
  seats: readonly Seat[],
  readAt: number,
): CorrectedSeats {
  const early = changes.filter((change) => record.compare(kind, change, isShown(change, seats), readAt));
  return {
    seats: early.reduce<readonly Seat[]>((corrected, change) => withChange(change, corrected), seats),
    isUpdating: early.length > 0,
  };
}

/** One page of holders, with new holders before its first row and without those who have no license left. */
export function correctHolders(
  record: ReadingRecord,
  changes: ChangesByPrincipal,
  { query, page, walk }: { readonly query: HolderQuery; readonly page: HolderPage; readonly walk: Walk },
): HolderPage {
  if (changes.size === 0) return page;
  const { readAt, seen } = walk;
  const holders = page.holders.flatMap((holder): readonly Holder[] => {
    const own = changes.get(holder.user.id.toLowerCase());
    if (!own) return [holder];
    seen.add(holder.user.id.toLowerCase());
    const { seats, isUpdating } = correctSeats(record, 'holders', own, holder.seats, readAt);
    if (!isUpdating) return [holder];
    return seats.length > 0 ? [{ ...holder, seats, isUpdating }] : [];
  });
  const isFirst = query.cursor === undefined;
  const isLast = page.next === undefined;
  const added: Holder[] = [];
  for (const [id, own] of changes) {
    if (seen.has(id) || !(isFirst || isLast)) continue;
    const [change] = own;
    if (change?.principal.kind !== 'user') continue;
    const user = toUser(change.principal);
    // Only the end of a list says who is not in it.
    const { seats } = isLast
      ? correctSeats(record, 'holders', own, [], readAt)
      : { seats: own.reduce<readonly Seat[]>((all, change) => withEarly(record, change, all, readAt), []) };
    if (isFirst && seats.length > 0) added.push({ user, seats, isUpdating: true });
  }
  // Whether the service counts the added ones already is known where it has listed all.
  const more = isLast ? added.length : 0;
  const total = page.total && page.total - (page.holders.length - holders.length) + more;
  return { ...page, holders: [...added, ...holders], total: page.total === 0 ? more : total };
}

function withEarly(record: ReadingRecord, change: LicenseChange, seats: readonly Seat[], readAt: number) {
  return record.isEarly('holders', change, readAt) ? withChange(change, seats) : seats;
}

/** People in error, without those from whom the license was removed. */
export function correctIssues(
  record: ReadingRecord,
  changes: ChangesByPrincipal,
  people: readonly Holder[],
  readAt: number,
): readonly Holder[] {
  return people.flatMap((holder): readonly Holder[] => {
    const own = changes.get(holder.user.id.toLowerCase()) ?? [];
    const removed = own.filter(({ disabledPlanIds }) => !disabledPlanIds);
    const { seats, isUpdating } = correctSeats(record, 'issues', removed, holder.seats, readAt);
    if (!isUpdating) return [holder];
    return seats.length > 0 ? [{ ...holder, seats, isUpdating }] : [];
  });
}

/** Groups that give the product, with new ones and without those from which it was removed. */
export function correctGroups(
  record: ReadingRecord,
  changes: ChangesByPrincipal,
  groups: readonly LicensedGroup[],
  readAt: number,
): readonly LicensedGroup[] {
  const listed = new Map(groups.map((each) => [each.group.id.toLowerCase(), each]));
  const early = [...changes.values()].flat().filter((change) => {
    const shown = listed.get(change.principal.id.toLowerCase());
    if (change.principal.kind !== 'group') return false;
    return record.compare('groups', change, (shown !== undefined) === isAssigned(change), readAt);
  });
  const removed = new Set(early.filter((change) => !isAssigned(change)).map(idOf));
  const added = early.flatMap(({ principal, disabledPlanIds }): readonly LicensedGroup[] =>
    principal.kind === 'group' && disabledPlanIds
      ? [
          {
            group: toGroup(principal),
            processing: 'queued',
            peopleWithIssues: undefined,
            memberCount: undefined,
            disabledPlanIds,
            otherProducts: [],
          },
        ]
      : [],
  );
  return [...added, ...groups.filter(({ group }) => !removed.has(group.id.toLowerCase()))];
}

/** Holdings of principals, corrected by the changes of all products. */
export function correctHoldings(
  record: ReadingRecord,
  index: ReadonlyMap<ProductKey, ChangesByPrincipal>,
  holdings: readonly Holding[],
  { products, readAt }: { readonly products?: readonly ProductKey[]; readonly readAt: number },
): readonly Holding[] {
  const matter = [...index].filter(([product]) => !products || products.includes(product));
  if (matter.length === 0) return holdings;
  const changesOf = ({ id }: PrincipalRef): readonly LicenseChange[] =>
    matter.flatMap(([, changes]) => changes.get(id.toLowerCase()) ?? []);
  return holdings.map((holding) => {
    const own = changesOf(holding.principal);
    if (own.length === 0) return holding;
    const { seats, isUpdating } = correctSeats(record, 'holdings', own, holding.seats, readAt);
    return isUpdating ? { ...holding, seats } : holding;
  });
}

/** A person as far as a job names one; the rest is not known until a reading shows the person. */
function toUser({ id, displayName, address }: NamedPrincipal): UserPrincipal {
  return {
    kind: 'user',
    id,
    displayName,
    address,
    userPrincipalName: address,
    // Observed: the sign-in name of an invited guest.
    isGuest: address.includes('#EXT#'),
    isBlocked: false,
    usageLocation: undefined,
    jobTitle: undefined,
    department: undefined,
  };
}

/** The same for a group; it took a license, so it is security enabled (Entra: group-based licensing). */
function toGroup({ id, displayName, address }: NamedPrincipal): GroupPrincipal {
  return {
    kind: 'group',
    id,
    displayName,
    address,
    groupKind: 'security',
    isSecurityEnabled: true,
    isRoleAssignable: false,
    isSynced: false,
    description: undefined,
  };
}

const isAssigned = ({ disabledPlanIds }: LicenseChange): boolean => disabledPlanIds !== undefined;
const idOf = ({ principal }: LicenseChange): string => principal.id.toLowerCase();
