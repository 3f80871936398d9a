import { forEachInSteps, runInSlices } from '../../../base/async/inSlices';
import { toUserPrincipal } from '../../../graph/wire/user';
import type { Holder, IssueCode, Seat, SeatPath } from '../../types';
import type { GroupNames } from './createGroupNames';
import { toSkuProduct, toSkuRef } from './skuKeys';
import type { GroupLicensesWire, HolderWire, StateWire } from './wire';

/** Converts users to holders of one SKU, with every path to it. */
export async function toHolders(
  users: readonly HolderWire[],
  skuId: string,
  groupNames: GroupNames,
  signal: AbortSignal | undefined,
): Promise<Holder[]> {
  const states = users.map((user) => user.licenseAssignmentStates?.filter((state) => state.skuId === skuId));
  const seats = await toSeats(states, groupNames, signal);
  return users.map((user, index) => {
    const isComplete = !isListIncomplete(user.licenseAssignmentStates) && states[index]?.every(isWhole);
    return {
      user: toUserPrincipal(user),
      seats: withReasons(seats[index] ?? [], user.licenseAssignmentStates),
      ...(!isComplete && { isIncomplete: true }),
    };
  });
}

/**
 * Adds what stands behind the reason `other`. A group gives all of its products or none, so that one that fails takes the others along
 * (Entra: group-based licensing); that one alone names its reason.
 */
function withReasons(
  seats: readonly Seat[],
  states: readonly StateWire[] | null | undefined,
): readonly Seat[] {
  if (!seats.some(({ issue }) => issue === 'other')) return seats;
  return seats.map((seat) => {
    const { path } = seat;
    if (seat.issue !== 'other' || path.kind !== 'group') return seat;
    const [behind] = (states ?? []).flatMap((state) => {
      const issue = state.assignedByGroup === path.groupId ? toIssue(state) : undefined;
      const { skuId } = state;
      const isNamed = issue !== undefined && issue !== 'other' && skuId !== undefined;
      return isNamed ? [{ product: toSkuProduct(skuId), issue }] : [];
    });
    return behind ? { ...seat, issueDetail: { behind } } : seat;
  });
}

/** True if nothing in a path is missing or invalid, other than the date and the plans that are off. */
function isWhole({ state, assignedByGroup, disabledPlans, error }: StateWire): boolean {
  return (
    (seatStates[state ?? ''] ?? 'unknown') !== 'unknown' &&
    isSourceKnown(assignedByGroup) &&
    disabledPlans !== undefined &&
    error !== undefined
  );
}

/**
 * Converts the paths of each of several people to seats, with one read of the names of all groups; `pause` is awaited
 * between steps, for long lists. Default is no pause.
 */
export async function toSeats(
  people: readonly (readonly StateWire[] | null | undefined)[],
  groupNames: GroupNames,
  signal?: AbortSignal,
  pause: () => Promise<void> | undefined = () => undefined,
): Promise<Seat[][]> {
  const groupIds = new Set<string>();
  const findGroups = forEachInSteps(people, (states) => {
    for (const { assignedByGroup } of states ?? [])
      if (typeof assignedByGroup === 'string') groupIds.add(assignedByGroup);
  });
  await runInSlices(findGroups, pause);
  const names = await groupNames([...groupIds], signal);
  const seats: Seat[][] = [];
  const turn = forEachInSteps(people, (states) => {
    seats.push(states?.flatMap((state) => toSeat(state, names)) ?? []);
  });
  await runInSlices(turn, pause);
  return seats;
}

// Long lists stay in memory, so equal values of most people share one object.
const directPath: SeatPath = { kind: 'direct' };
const noPlans: readonly string[] = [];

const noNames: ReadonlyMap<string, string> = new Map();

/** Converts one path to a seat; `groupNames` are by id, default none. A path without a SKU is no seat. */
export function toSeat(wire: StateWire, groupNames = noNames): Seat[] {
  const { skuId, assignedByGroup, state, disabledPlans, lastUpdatedDateTime } = wire;
  if (skuId === undefined) return [];
  return [
    {
      ...toSkuRef(skuId),
      path: toPath(assignedByGroup, groupNames),
      state: seatStates[state ?? ''] ?? 'unknown',
      issue: toIssue(wire),
      disabledPlanIds: disabledPlans?.length ? disabledPlans : noPlans,
      updatedAt: lastUpdatedDateTime ?? undefined,
      ...(disabledPlans === undefined && { isIncomplete: true }),
      ...(!isSourceKnown(assignedByGroup) && { isSourceUnknown: true }),
    },
  ];
}

/** True if the source of a license is as Graph writes it: a group's id, or null for the person's own. */
function isSourceKnown(assignedByGroup: unknown): boolean {
  return assignedByGroup === null || assignedByGroup === undefined || typeof assignedByGroup === 'string';
}

/** True where paths of a person are missing, or one that may be of any SKU is among them. */
export function isListIncomplete(
  list: readonly { readonly skuId?: string | undefined }[] | null | undefined,
): boolean {
  return list?.every(({ skuId }) => skuId !== undefined) !== true;
}

/** Returns the path; a source that is neither a group nor null counts as a group, since only a direct license can be removed directly. */
function toPath(assignedByGroup: unknown, groupNames: ReadonlyMap<string, string>): SeatPath {
  if (assignedByGroup === null || assignedByGroup === undefined) return directPath;
  const groupId = typeof assignedByGroup === 'string' ? assignedByGroup : '';
  return { kind: 'group', groupId, groupName: groupNames.get(groupId) };
}

/** Returns the licenses of a group as direct seats of its own. */
export function toGroupSeats({ assignedLicenses }: GroupLicensesWire): Seat[] {
  return (assignedLicenses ?? []).flatMap(({ skuId, disabledPlans }) =>
    skuId === undefined
      ? []
      : [
          {
            ...toSkuRef(skuId),
            path: { kind: 'direct' },
            state: 'active',
            issue: undefined,
            disabledPlanIds: disabledPlans ?? [],
            updatedAt: undefined,
            ...(disabledPlans === undefined && { isIncomplete: true }),
          },
        ],
  );
}

const seatStates: Readonly<Record<string, Seat['state']>> = {
  Active: 'active',
  ActiveWithError: 'active-with-error',
  Disabled: 'disabled',
  Error: 'error',
};

const issues: Readonly<Record<string, IssueCode>> = {
  CountViolation: 'not-enough-licenses',
  ProhibitedInUsageLocationViolation: 'usage-location',
  MutuallyExclusiveViolation: 'conflicting-plans',
  DependencyViolation: 'missing-plans',
  UniquenessViolation: 'duplicate-proxy-address',
};

function toIssue({ state, error }: StateWire): IssueCode | undefined {
  // "No error" is documented as null and observed as the word None.
  const isNamed = error !== null && error !== undefined && error !== '' && error !== 'None';
  if (isNamed) return issues[error] ?? 'other';
  return state === 'Error' || state === 'ActiveWithError' ? 'other' : undefined;
}
