import type { Outcome } from '../../base/outcome';
import type { IssueCode, LicensingCode, Seat } from '../../licensing/types';

/** Whose membership is followed, and to which end. */
export interface MemberQuestion {
  readonly groupId: string;
  /** The products of the group that the job is about. */
  readonly skuIds: readonly string[];
  /** The person has left the group, and loses what it gave. */
  readonly isLeaving: boolean;
}

/** How a person's license through a group ended, by what the person holds; undefined while Entra works on it. */
export function followMember(
  seats: readonly Seat[],
  { groupId, skuIds, isLeaving }: MemberQuestion,
): Outcome<LicensingCode> | undefined {
  const given = seats.filter(
    ({ path, skuId }) => path.kind === 'group' && path.groupId === groupId && skuIds.includes(skuId),
  );
  if (isLeaving) return given.length === 0 ? { kind: 'done' } : undefined;
  const failures = given.flatMap(({ state, issue }) =>
    state === 'error' ? [reasons[issue ?? 'other']] : [],
  );
  // Entra gives all products of a group or none; the one that fails names the reason (Entra: group-based licensing).
  const reason = failures.find((each) => each !== 'refused') ?? failures[0];
  if (reason) return { kind: 'failed', reason };
  return given.length >= skuIds.length ? { kind: 'done' } : undefined;
}

const reasons: Readonly<Record<IssueCode, LicensingCode>> = {
  'not-enough-licenses': 'no-seats',
  'usage-location': 'usage-location',
  'conflicting-plans': 'conflicting-plans',
  'missing-plans': 'missing-plans',
  'duplicate-proxy-address': 'duplicate-proxy-address',
  other: 'refused',
};
