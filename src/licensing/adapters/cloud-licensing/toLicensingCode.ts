import type { AppError } from '../../../base/appError';
import type { LicensingCode } from '../../types';

/** Finer codes of cloud licensing, each in `innerError`, by what they mean to this app. */
const codes: Readonly<Record<string, LicensingCode>> = {
  noAvailableLicenses: 'no-licenses-available',
  mutuallyExclusiveServicePlans: 'conflicting-plans',
  proxyAddressConflict: 'duplicate-proxy-address',
  invalidUsageLocation: 'usage-location',
  invalidAssigneeType: 'assignee-not-supported',
  missingRequiredPermission: 'forbidden',
  allotmentPermissions: 'forbidden',
  tooManyRequests: 'throttled',
};

/** Inferred: that a plan without what it needs has no finer code, and one of these sentences. */
const missingPlans = /cannot be assigned without service plan|depends? on the service plan/i;

/**
 * Maps a refusal of cloud licensing to a code of the contract; the only place that does. Undefined for errors of the session,
 * such as `sign-in-needed`. What it doesn't know is `refused`.
 */
export function toLicensingCode(error: AppError): LicensingCode | undefined {
  switch (error.code) {
    case 'bad-request':
      return codeOf(error);
    case 'conflict':
      return 'concurrent-change';
    case 'not-found':
      return error.property === 'allotmentId' ? 'product-not-owned' : 'principal-not-found';
    case 'service-unavailable':
    case 'forbidden':
      return error.code;
    default:
      return undefined;
  }
}

function codeOf({ innerCode = '', property, serviceMessage = '' }: AppError): LicensingCode {
  if (innerCode === 'notFound') {
    if (property === 'assignedTo') return 'principal-not-found';
    return property === 'allotment' ? 'product-not-owned' : 'refused';
  }
  if (Object.hasOwn(codes, innerCode)) return codes[innerCode] ?? 'refused';
  return missingPlans.test(serviceMessage) ? 'missing-plans' : 'refused';
}

/**
 * True for the refusal to give the same license again. Inferred: the sentence; Microsoft publishes neither a code for it nor
 * that it is refused at all.
 */
export function isGivenAlready({ code, innerCode, serviceMessage = '' }: AppError): boolean {
  return (
    code === 'bad-request' &&
    innerCode === undefined &&
    /\bassigned\b.*\balready\b|\balready\b.*\bassigned\b/i.test(serviceMessage)
  );
}
