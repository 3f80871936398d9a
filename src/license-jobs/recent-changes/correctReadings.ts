import { forEachInSteps, runInSlices } from '../../base/async/inSlices';
import { createTimeSlicer } from '../../base/async/timeSlicer';
import type { Clock } from '../../base/clock';
import type {
  GroupPrincipal,
  NamedPrincipal,
  Principal,
  PrincipalRef,
  UserPrincipal,
} from '../../base/principal';
import { hasSeat } from '../../licensing/changes/seatStates';
import type { ProductKey } from '../../licensing/keys';
import type { HolderQuery, HoldingOptions } from '../../licensing/licensingAdapter';
import type { Holder, HolderPage, Holding, LicensedGroup, Seat } from '../../licensing/types';
import { isShown, withChange, type ChangesByPrincipal, type LicenseChange } from './licenseChanges';
import type { ReadingKind, ReadingRecord } from './readings';

/** A list of holders that is read page by page. */
export interface Walk {
  /** Start of the reading of its first page, in milliseconds since 1970. */
  readonly readAt: number;
  /** Ids of the people on the pages so far who were changed. */
  readonly seen: Set<string>;
  /** Ids of the people on the pages so far who have a seat; undefined where somebody may have one. */
  working: Set<string> | undefined;
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
  held: Pick<Holding, 'seats' | 'isIncomplete'>,
  readAt: number,
): CorrectedSeats {
  const { seats } = held;
  const early = changes.filter((change) => {
    const isThere = isShown(change, held);
    // What could not be read neither confirms a change nor contradicts it.
    return isThere === undefined
      ? record.isEarly(kind, change, readAt)
      : record.compare(kind, change, isThere, readAt);
  });
  return {
    seats: early.reduce<readonly Seat[]>((corrected, change) => withChange(change, corrected), seats),
    isUpdating: early.length > 0,
  };
}

/** Principals whom readings don't show yet, by their id in lower case, as far as the directory knows them. */
export type ReadPrincipals = ReadonlyMap<string, Principal>;

/** Finds the new holders whom the first page of a list is to show, and who are not on it. */
export function addedHolders(
  record: ReadingRecord,
  changes: ChangesByPrincipal,
  { holders }: HolderPage,
  readAt: number,
): readonly NamedPrincipal[] {
  const listed = new Set(holders.map(({ user }) => user.id.toLowerCase()));
  return [...changes].flatMap(([id, own]) => {
    const early = own.find((change) => isAssigned(change) && record.isEarly('holders', change, readAt));
    return early?.principal.kind === 'user' && !listed.has(id) ? [early.principal] : [];
  });
}

/** One page of holders, with new holders before its first row and without those who have no license left. */
export function correctHolders(
  record: ReadingRecord,
  changes: ChangesByPrincipal,
  {
    query,
    page,
    walk,
    read,
  }: {
    readonly query: HolderQuery;
    readonly page: HolderPage;
    readonly walk: Walk;
    readonly read: ReadPrincipals;
  },
): HolderPage {
  if (changes.size === 0) return page;
  const { readAt, seen } = walk;
  const holders = page.holders.flatMap((holder): readonly Holder[] => {
    const own = changes.get(holder.user.id.toLowerCase());
    if (!own) return [holder];
    seen.add(holder.user.id.toLowerCase());
    const { seats, isUpdating } = correctSeats(record, 'holders', own, holder, readAt);
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
    const known = read.get(id);
    const user = known?.kind === 'user' ? known : toUser(change.principal);
    // Only the end of a list says who is not in it.
    const { seats } = isLast
      ? correctSeats(record, 'holders', own, { seats: [] }, readAt)
      : { seats: own.reduce<readonly Seat[]>((all, change) => withEarly(record, change, all, readAt), []) };
    if (isFirst && seats.length > 0) added.push({ user, seats, isUpdating: true });
  }
  // Whether the service counts the added ones already is known where it has listed all.
  const more = isLast ? added.length : 0;
  const total = page.total && page.total - (page.holders.length - holders.length) + more;
  return { ...page, holders: [...added, ...holders], total: page.total === 0 ? more : total };
}

/** Counts the people of one more page who have a seat; a service may list somebody on two pages. */
export function countWorking(walk: Walk, { holders, unread = 0 }: HolderPage, product: ProductKey): void {
  const isUnclear = holders.some((holder) => hasSeat(holder, product) === undefined);
  if (unread > 0 || isUnclear) walk.working = undefined;
  for (const holder of walk.working ? holders : [])
    if (hasSeat(holder, product)) walk.working?.add(holder.user.id);
}

function withEarly(record: ReadingRecord, change: LicenseChange, seats: readonly Seat[], readAt: number) {
  return record.isEarly('holders', change, readAt) ? withChange(change, seats) : seats;
}

/** People with issues, without those from whom the license was removed or whose license works by now. */
export function correctIssues(
  record: ReadingRecord,
  changes: ChangesByPrincipal,
  people: readonly Holder[],
  readAt: number,
): readonly Holder[] {
  return people.flatMap((holder): readonly Holder[] => {
    const own = changes.get(holder.user.id.toLowerCase()) ?? [];
    const { seats, isUpdating } = correctSeats(record, 'issues', own, holder, readAt);
    if (!isUpdating) return [holder];
    return seats.some(isInTrouble) ? [{ ...holder, seats, isUpdating }] : [];
  });
}

const isInTrouble = ({ issue, state }: Seat): boolean => issue !== undefined || state === 'error';

/** Finds the groups that give the product by a change and are not listed yet. */
export function addedGroups(
  record: ReadingRecord,
  changes: ChangesByPrincipal,
  groups: readonly LicensedGroup[],
  readAt: number,
): readonly NamedPrincipal[] {
  const listed = new Set(groups.map(({ group }) => group.id.toLowerCase()));
  return [...changes].flatMap(([id, own]) => {
    const early = own.find((change) => isAssigned(change) && record.isEarly('groups', change, readAt));
    return early?.principal.kind === 'group' && !listed.has(id) ? [early.principal] : [];
  });
}

/** Groups that give the product, with new ones and without those from which it was removed. */
export function correctGroups(
  record: ReadingRecord,
  changes: ChangesByPrincipal,
  groups: readonly LicensedGroup[],
  { read, readAt }: { readonly read: ReadPrincipals; readonly readAt: number },
): readonly LicensedGroup[] {
  const listed = new Map(groups.map((each) => [each.group.id.toLowerCase(), each]));
  const early = [...changes.values()].flat().filter((change) => {
    const shown = listed.get(change.principal.id.toLowerCase());
    if (change.principal.kind !== 'group') return false;
    return record.compare('groups', change, (shown !== undefined) === isAssigned(change), readAt);
  });
  const removed = new Set(early.filter((change) => !isAssigned(change)).map(idOf));
  const added = early.flatMap(({ principal, disabledPlanIds }): readonly LicensedGroup[] => {
    if (principal.kind !== 'group' || !disabledPlanIds) return [];
    const known = read.get(principal.id.toLowerCase());
    return [
      {
        group: known?.kind === 'group' ? known : toGroup(principal),
        processing: 'queued',
        peopleWithIssues: undefined,
        memberCount: undefined,
        disabledPlanIds,
        otherProducts: [],
      },
    ];
  });
  return [...added, ...groups.filter(({ group }) => !removed.has(group.id.toLowerCase()))];
}

/** A reading of holdings, and how its correction is made. */
interface HoldingCorrection extends Pick<HoldingOptions, 'products' | 'signal'> {
  readonly readAt: number;
  readonly clock: Clock;
}

const unchanged: CorrectedSeats = { seats: [], isUpdating: false };

/** Holdings of principals, corrected in slices by the changes of all products. Rejects once `signal` is aborted. */
export async function correctHoldings(
  record: ReadingRecord,
  index: ReadonlyMap<ProductKey, ChangesByPrincipal>,
  holdings: readonly Holding[],
  { products, readAt, clock, signal }: HoldingCorrection,
): Promise<readonly Holding[]> {
  const matter = [...index].filter(([product]) => !products || products.includes(product));
  if (matter.length === 0) return holdings;
  const changesOf = ({ id }: PrincipalRef): readonly LicenseChange[] =>
    matter.flatMap(([, changes]) => changes.get(id.toLowerCase()) ?? []);
  const corrected: Holding[] = [];
  const steps = forEachInSteps(holdings, (holding) => {
    const own = changesOf(holding.principal);
    const { seats, isUpdating } =
      own.length > 0 ? correctSeats(record, 'holdings', own, holding, readAt) : unchanged;
    corrected.push(isUpdating ? { ...holding, seats, isUpdating } : holding);
  });
  await runInSlices(steps, createTimeSlicer(clock), signal);
  return corrected;
}

/** A person as far as a job names one, for whom the directory has not answered. */
function toUser({ id, displayName, address }: NamedPrincipal): UserPrincipal {
  return {
    kind: 'user',
    id,
    displayName,
    address,
    userPrincipalName: address,
    // Observed: the sign-in name of an invited guest.
    isGuest: address.includes('#EXT#') || undefined,
    isBlocked: undefined,
    usageLocation: undefined,
    jobTitle: undefined,
    department: undefined,
    companyName: undefined,
    isNameOnly: true,
  };
}

/** The same for a group; it took a license, so it is security enabled (Entra: group-based licensing). */
function toGroup({ id, displayName, address }: NamedPrincipal): GroupPrincipal {
  return {
    kind: 'group',
    id,
    displayName,
    address,
    groupKind: undefined,
    isSecurityEnabled: true,
    isRoleAssignable: undefined,
    isSynced: undefined,
    description: undefined,
    isNameOnly: true,
  };
}

const isAssigned = ({ disabledPlanIds }: LicenseChange): boolean => disabledPlanIds !== undefined;
const idOf = ({ principal }: LicenseChange): string => principal.id.toLowerCase();
