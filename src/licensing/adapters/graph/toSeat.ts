import type { IssueCode, Seat } from '../../types';
import type { StateWire } from './wire';

/** Turns one path into the app's words, with the names of groups by id. */
export function toSeat(wire: StateWire, groupNames: ReadonlyMap<string, string>): Seat {
  const groupId = wire.assignedByGroup ?? undefined;
  return {
    skuId: wire.skuId,
    path:
      groupId === undefined
        ? { kind: 'direct' }
        : { kind: 'group', groupId, groupName: groupNames.get(groupId) },
    state: seatStates[wire.state] ?? 'active-with-error',
    issue: toIssue(wire),
    disabledPlanIds: wire.disabledPlans ?? [],
    updatedAt: wire.lastUpdatedDateTime ?? undefined,
  };
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
