import type { ErrorCode } from '../base/appError';
import { AppError } from '../base/appError';

/** Common fields of MSAL's errors, read by shape so that this file does not load MSAL. */
interface MsalFailure {
  readonly name: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly subError: string;
  readonly correlationId: string;
}

/** MSAL's own codes, from the list of error codes in its documentation. */
const codeOfMsal: Readonly<Record<string, ErrorCode>> = {
  popup_window_error: 'popup-blocked',
  empty_window_error: 'popup-blocked',
  user_cancelled: 'sign-in-cancelled',
  user_canceled: 'sign-in-cancelled',
  access_denied: 'sign-in-cancelled',
  interaction_in_progress_cancelled: 'sign-in-cancelled',
  no_network_connectivity: 'offline',
  network_error: 'offline',
  post_request_failed: 'offline',
  get_request_failed: 'offline',
  no_account_found: 'sign-in-needed',
  no_account_error: 'sign-in-needed',
  no_account_in_silent_request: 'sign-in-needed',
};

/** Entra: the app is not consented to (65001), or an administrator has to consent (90094, 90095). */
const consentMissing = /AADSTS(65001|90094|90095)\b|consent_required/;

/** Maps a rejection of MSAL to the app's error; `claims` is the challenge that the token had to meet. */
export function mapMsalError(thrown: unknown, claims?: string): AppError {
  if (thrown instanceof AppError) return thrown;
  const failure = readFailure(thrown);
  if (!failure) return new AppError('sign-in-failed', { cause: thrown });
  return new AppError(codeOf(failure), {
    serviceCode: failure.errorCode,
    // Only Entra's own sentences are kept: others may quote addresses with parts of an answer in them.
    serviceMessage: failure.errorMessage.startsWith('AADSTS') ? failure.errorMessage : undefined,
    requestId: failure.correlationId || undefined,
    cause: new Error([failure.name, failure.errorCode, failure.subError].filter(Boolean).join(' ')),
    claims,
  });
}

function codeOf({ name, errorCode, errorMessage, subError }: MsalFailure): ErrorCode {
  if (consentMissing.test(`${errorCode} ${subError} ${errorMessage}`)) return 'consent-needed';
  const known = codeOfMsal[errorCode];
  if (known) return known;
  // The window was left open or was closed; browsers do not tell MSAL which.
  if (errorCode === 'timed_out' && subError === 'redirect_bridge_timeout') return 'sign-in-cancelled';
  // A host that may not ask for consent answers with a bare invalid_grant; Entra adds a number to any other reason.
  const isReasonGiven = /AADSTS\d/.test(errorMessage) || subError === 'bad_token';
  if (errorCode === 'invalid_grant') return isReasonGiven ? 'sign-in-needed' : 'consent-needed';
  return name === 'InteractionRequiredAuthError' ? 'sign-in-needed' : 'sign-in-failed';
}

function readFailure(thrown: unknown): MsalFailure | undefined {
  if (!(thrown instanceof Error) || !('errorCode' in thrown)) return undefined;
  const fields = thrown as Error & Partial<Record<keyof MsalFailure, unknown>>;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    name: thrown.name,
    errorCode: text(fields.errorCode),
    errorMessage: text(fields.errorMessage),
    subError: text(fields.subError),
    correlationId: text(fields.correlationId),
  };
}
