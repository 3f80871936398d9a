import { toUserPrincipal } from '../../../graph/wire/user';
import type { Holder, IssueCode, Seat, SeatPath } from '../../types';
import type { GroupNames } from './createGroupNames';
import { toSkuRef } from './skuKeys';
import type { GroupLicensesWire, HolderWire, StateWire } from './wire';

/** Turns users into holders of one SKU, with every path to it. */
export async function toHolders(
  users: readonly HolderWire[],
  skuId: string,
  groupNames: GroupNames,
  signal: AbortSignal | undefined,
): Promise<Holder[]> {
  const states = users.map((user) => user.licenseAssignmentStates?.filter((state) => state.skuId === skuId));
  const seats = await toSeats(states, groupNames, signal);
  return users.map((user, index) => ({ user: toUserPrincipal(user), seats: seats[index] ?? [] }));
}

/** Turns the paths of each of several persons into seats, asking for the names of all groups together. */
export async function toSeats(
  people: readonly (readonly StateWire[] | null | undefined)[],
  groupNames: GroupNames,
  signal?: AbortSignal,
): Promise<Seat[][]> {
  const groupIds = people.flatMap(
    (states) => states?.flatMap(({ assignedByGroup }) => assignedByGroup ?? []) ?? [],
  );
  const names = await groupNames(groupIds, signal);
  return people.map((states) => states?.map((state) => toSeat(state, names)) ?? []);
}

// A long list is kept as a whole, so what is alike for most people is there once.
const directPath: SeatPath = { kind: 'direct' };
const noPlans: readonly string[] = [];

const noNames: ReadonlyMap<string, string> = new Map();

/** Turns one path into a seat, with the names of groups by id. Default is none. */
export function toSeat(wire: StateWire, groupNames = noNames): Seat {
  const groupId = wire.assignedByGroup ?? undefined;
  return {
    ...toSkuRef(wire.skuId),
    path: groupId === undefined ? directPath : { kind: 'group', groupId, groupName: groupNames.get(groupId) },
    state: seatStates[wire.state] ?? 'active-with-error',
    issue: toIssue(wire),
    disabledPlanIds: wire.disabledPlans?.length ? wire.disabledPlans : noPlans,
    updatedAt: wire.lastUpdatedDateTime ?? undefined,
  };
}

/** What a group carries, as direct seats of its own. */
export function toGroupSeats({ assignedLicenses }: GroupLicensesWire): Seat[] {
  return (assignedLicenses ?? []).map(({ skuId, disabledPlans }) => ({
    ...toSkuRef(skuId),
    path: { kind: 'direct' },
    state: 'active',
    issue: undefined,
    disabledPlanIds: disabledPlans ?? [],
    updatedAt: undefined,
  }));
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
  // "No error" is documented as null and seen as the word None.
  const isNamed = error !== null && error !== undefined && error !== '' && error !== 'None';
  if (isNamed) return issues[error] ?? 'other';
  return state === 'Active' || state === 'Disabled' ? undefined : 'other';
}
