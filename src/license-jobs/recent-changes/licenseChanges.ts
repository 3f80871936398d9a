import { isHalfDone } from '../../base/outcome';
import type { NamedPrincipal } from '../../base/principal';
import { doorOf } from '../../licensing/door';
import type { ProductKey } from '../../licensing/keys';
import { directSeat } from '../../licensing/changes/directSeat';
import { isSameSet } from '../../licensing/changes/isSameSet';
import { isPossiblyWorking } from '../../licensing/changes/seatStates';
import { isSamePool } from '../../licensing/pools';
import type { Holding, PoolRef, Seat } from '../../licensing/types';
import { operationNames, type LicenseJobItem, type LicenseJobState } from '../licenseJob';
import { partOf } from '../change-licenses/madeSteps';
import { parseBefore } from '../licenseJobSchema';

/** Latest direct license of one user or group in one pool, as a job of this app has left it. */
export interface LicenseChange extends PoolRef {
  readonly jobId: string;
  readonly principal: NamedPrincipal;
  /** Apps that are off; undefined where the license was removed. */
  readonly disabledPlanIds: readonly string[] | undefined;
  /** Time of the outcome, in milliseconds since 1970. */
  readonly at: number;
  /** Seats that the change takes: 1, -1, or 0 where the person keeps or had one by another path; of a group 0. */
  readonly seats: number;
}

/** Changes that one job has made so far. */
export interface JobChanges {
  readonly changes: readonly LicenseChange[];
  /** Time of the last outcome by which a group gave or took licenses; undefined where none did. */
  readonly groupsAt: number | undefined;
  /** Entra still works on a group. */
  readonly isGroupPending: boolean;
  /** Ids in lower case of those groups; of a job through a group, which waits for its people itself, none. */
  readonly pendingGroups: ReadonlySet<string>;
}

/**
 * Collects what a job has changed. Licenses that come through a group are left out, since the job reports them as done only
 * once a reading shows them.
 */
export function changesOf({ header, items }: Pick<LicenseJobState, 'header' | 'items'>): JobChanges {
  const changes: LicenseChange[] = [];
  let groupsAt: number | undefined;
  let isGroupPending = false;
  const pendingGroups = new Set<string>();
  for (const item of items) {
    const { outcome } = item;
    if (item.doneAt === undefined || (outcome?.kind !== 'done' && !isHalfDone(outcome))) continue;
    const isThroughGroup = header.operation === operationNames.throughGroup;
    const isPath = header.operation === operationNames.changePaths && item.input.principal.kind === 'user';
    if (isThroughGroup || isPath || item.input.principal.kind === 'group') {
      groupsAt = Math.max(groupsAt ?? 0, item.doneAt);
      const isPending = outcome?.kind === 'done' && outcome.pending === true;
      isGroupPending ||= isPending;
      if (isPending && !isThroughGroup && !isPath) pendingGroups.add(item.input.principal.id.toLowerCase());
    }
    // The direct license is removed at the end of a migration.
    const isMigrating =
      header.subject.kind === 'migrate-to-group' &&
      !header.subject.isUndo &&
      outcome?.kind === 'done' &&
      outcome.pending;
    if (!isThroughGroup && !isMigrating) addChanges(changes, header.id, item, item.doneAt);
  }
  return { changes, groupsAt, isGroupPending, pendingGroups };
}

function addChanges(changes: LicenseChange[], jobId: string, item: LicenseJobItem, at: number): void {
  const { principal, change } = item.input;
  const before = parseBefore(item.before);
  const sent = before?.sent ?? change;
  const made = item.outcome?.kind === 'failed' ? item.outcome.made : undefined;
  const { add, remove } = made ? partOf(sent, made) : sent;
  const hasOther = ({ product, pool }: PoolRef): boolean =>
    before?.inheritedPools?.includes(pool) === true || before?.inherited?.includes(product) === true;
  const isUser = principal.kind === 'user';
  const heldBefore = (license: PoolRef) => before?.seats.find((seat) => isSamePool(seat, license));
  for (const license of remove) {
    const { product, pool } = license;
    const tookNone = heldBefore(license)?.isInError === true;
    const seats = isUser && !tookNone && !hasOther(license) ? -1 : 0;
    changes.push({ product, pool, jobId, principal, disabledPlanIds: undefined, at, seats });
  }
  for (const license of add) {
    const { product, pool, disabledPlanIds } = license;
    const held = heldBefore(license);
    const tookOne = held !== undefined && held.isInError !== true;
    const seats = isUser && !tookOne && !hasOther(license) ? 1 : 0;
    changes.push({ product, pool, jobId, principal, disabledPlanIds, at, seats });
  }
}

/** Changes of one product by principal id in lower case, each principal's latest one of each pool. */
export type ChangesByPrincipal = ReadonlyMap<string, readonly LicenseChange[]>;

/** Index of the latest changes of each product; `changes` may come from several jobs, in any order. */
export function indexChanges(changes: Iterable<LicenseChange>): ReadonlyMap<ProductKey, ChangesByPrincipal> {
  const index = new Map<ProductKey, Map<string, readonly LicenseChange[]>>();
  for (const change of changes) {
    const ofProduct = index.get(change.product) ?? new Map<string, readonly LicenseChange[]>();
    index.set(change.product, ofProduct);
    const id = change.principal.id.toLowerCase();
    const known = ofProduct.get(id) ?? [];
    const same = known.find((other) => isSamePool(other, change));
    if (same && same.at > change.at) continue;
    ofProduct.set(id, same ? known.map((other) => (other === same ? change : other)) : [...known, change]);
  }
  return index;
}

/** Picks the changes of these people; undefined are all. */
export function changesOfPeople(
  changes: ChangesByPrincipal,
  ids: readonly string[] | undefined,
): ChangesByPrincipal {
  if (!ids) return changes;
  return new Map(
    ids.flatMap((id) => {
      const own = changes.get(id.toLowerCase());
      return own ? [[id.toLowerCase(), own] as const] : [];
    }),
  );
}

/**
 * True if a principal with these seats is as the change has left them; undefined where that could not be read. A license
 * in error is not what an assignment left, and one of unknown state is there, which is all that can be compared.
 */
export function isShown(
  change: LicenseChange,
  { seats, isIncomplete = false }: Pick<Holding, 'seats' | 'isIncomplete'>,
): boolean | undefined {
  const seat = directSeat(seats, change);
  // The same seat, read through another door than the one that it was changed through.
  if (!seat && seats.some((each) => isOfOtherDoor(change, each)))
    return change.disabledPlanIds ? true : undefined;
  if (!seat && (isIncomplete || seats.some(({ isSourceUnknown }) => isSourceUnknown))) return undefined;
  if (!seat || !change.disabledPlanIds) return !seat && !change.disabledPlanIds;
  if (seat.isIncomplete) return undefined;
  return isPossiblyWorking(seat) && isSameSet(seat.disabledPlanIds, change.disabledPlanIds);
}

function isOfOtherDoor({ product, pool }: LicenseChange, seat: Seat): boolean {
  return seat.product === product && seat.path.kind === 'direct' && doorOf(seat.pool) !== doorOf(pool);
}

/** The seats as the change has left them. */
export function withChange(change: LicenseChange, seats: readonly Seat[]): readonly Seat[] {
  const others = seats.filter((seat) => !(seat.path.kind === 'direct' && isSamePool(seat, change)));
  const { product, pool, disabledPlanIds, at } = change;
  if (!disabledPlanIds) return others;
  const seat: Seat = {
    product,
    pool,
    path: { kind: 'direct' },
    state: 'active',
    issue: undefined,
    disabledPlanIds,
    updatedAt: new Date(at).toISOString(),
  };
  return [seat, ...others];
}
