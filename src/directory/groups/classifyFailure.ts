import type { AppError } from '../../base/appError';
import type { Outcome } from '../../base/outcome';
import type { MembershipCode } from '../types';

/** Meaning of a failed write of a group or its members. */
export type FailureKind =
  /** The service may have acted although no answer came, or none that can be read. */
  | 'lost'
  /** Not done, and worth another try: another change was under way. */
  | 'busy'
  /** Not done, and another try would end the same way. */
  | 'refused'
  /** Says nothing of this change: the sign-in, a role, a consent, the quota or an outage that was announced stands in the way. */
  | 'session';

/** Classifies the failure of a write. The transport has already retried requests that the service rejected unprocessed. */
export function classifyFailure({ code, retryAfterInMs }: AppError): FailureKind {
  switch (code) {
    case 'offline':
    case 'timed-out':
    case 'unexpected-answer':
      return 'lost';
    case 'service-unavailable':
      // With `Retry-After` the service refused (RFC 9110), and went on doing so.
      return retryAfterInMs === undefined ? 'lost' : 'session';
    case 'conflict':
      return 'busy';
    case 'bad-request':
    case 'not-found':
      return 'refused';
    default:
      return 'session';
  }
}

/** The outcome of a change that the service refused for a reason without words of its own; keeps the service's sentence. */
export function refusedOutcome({ requestId, serviceMessage }: AppError): Outcome<MembershipCode> {
  return { kind: 'failed', reason: 'refused', requestId, ...(serviceMessage && { serviceMessage }) };
}
