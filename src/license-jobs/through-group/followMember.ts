import type { Outcome } from '../../base/outcome';
import { isWorking } from '../../licensing/changes/seatStates';
import type { ProductKey } from '../../licensing/keys';
import type { Holding, IssueCode, LicensingCode } from '../../licensing/types';

/** A membership that is followed until Entra has processed it. */
interface FollowedMembership {
  readonly groupId: string;
  /** The products of the group that the job is about. */
  readonly products: readonly ProductKey[];
  /** The person has left the group, and loses what it gave. */
  readonly isLeaving: boolean;
  /** A direct license is removed next, so that one through the group that is off or works in part doesn't do. Default is false. */
  readonly isReplacing?: boolean;
  /** Reason for which the group gives the person nothing, as the service tells it apart from the seats. Default is none known. */
  readonly issue?: IssueCode;
}

/** Finds the outcome of a person's license through a group in what the person holds; undefined while Entra works on it. */
export function followMember(
  { seats, isIncomplete = false }: Pick<Holding, 'seats' | 'isIncomplete'>,
  { groupId, products, isLeaving, isReplacing = false, issue: reported }: FollowedMembership,
): Outcome<LicensingCode> | undefined {
  const given = seats.filter(
    ({ path, product }) => path.kind === 'group' && path.groupId === groupId && products.includes(product),
  );
  if (isLeaving) return given.length === 0 && !isIncomplete ? { kind: 'done' } : undefined;
  const failures = given.flatMap(({ state, issue }) =>
    state === 'error' ? [reasons[issue ?? 'other']] : [],
  );
  // Entra gives all products of a group or none; the one that fails names the reason (Entra: group-based licensing).
  const reason = failures.find((each) => each !== 'refused') ?? failures[0];
  if (reason) return { kind: 'failed', reason };
  if (isReplacing && given.some(({ state }) => state === 'disabled' || state === 'active-with-error'))
    return { kind: 'failed', reason: 'refused' };
  if (given.filter(isWorking).length >= products.length) return { kind: 'done' };
  return reported && { kind: 'failed', reason: reasons[reported] };
}

const reasons: Readonly<Record<IssueCode, LicensingCode>> = {
  'not-enough-licenses': 'no-licenses-available',
  'usage-location': 'usage-location',
  'conflicting-plans': 'conflicting-plans',
  'missing-plans': 'missing-plans',
  'duplicate-proxy-address': 'duplicate-proxy-address',
  other: 'refused',
};
