import type { AppError, ErrorCode } from '../../../base/appError';
import type { LicensingCode } from '../../../licensing/types';

const codes: Partial<Record<ErrorCode, LicensingCode>> = {
  forbidden: 'forbidden',
  'consent-needed': 'consent-needed',
  'not-found': 'principal-not-found',
  conflict: 'concurrent-change',
  throttled: 'throttled',
  'service-unavailable': 'service-unavailable',
  offline: 'offline',
  'bad-request': 'refused',
  // Without a token nothing is sent.
  'token-refused': 'signed-out',
  'sign-in-needed': 'signed-out',
  'sign-in-failed': 'signed-out',
  'account-changed': 'signed-out',
};

/** The reason to report for a change whose call threw; where it is open whether it took effect, that is said. */
export function codeOfThrown({ code }: AppError): LicensingCode {
  return codes[code] ?? 'outcome-unknown';
}
