import {
  AuthError,
  BrowserAuthError,
  ClientAuthError,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-browser';
import type { ErrorCode } from '../../src/base/appError';
import { AppError } from '../../src/base/appError';
import { mapMsalError } from '../../src/auth/mapMsalError';

const interaction = (code: string, message = '', subError = '') =>
  new InteractionRequiredAuthError(code, 'c1', message, subError);

test.each<[string, Error, ErrorCode]>([
  ['a consent that is missing', interaction('consent_required'), 'consent-needed'],
  [
    'a consent that is missing, by number',
    interaction('invalid_grant', 'AADSTS65001: Not consented.'),
    'consent-needed',
  ],
  [
    'a consent that is missing, by sub-error',
    interaction('invalid_grant', 'x', 'consent_required'),
    'consent-needed',
  ],
  [
    'a consent that only an admin gives',
    new ServerError('access_denied', 'c1', 'AADSTS90094: Admin consent.'),
    'consent-needed',
  ],
  ['a host that says no more', interaction('invalid_grant'), 'consent-needed'],
  ['a second factor', interaction('interaction_required', 'AADSTS50076: Multi-factor.'), 'sign-in-needed'],
  [
    'a session that ended',
    new ServerError('invalid_grant', 'c1', 'AADSTS700084: Expired.'),
    'sign-in-needed',
  ],
  ['a bad refresh token', interaction('invalid_grant', '', 'bad_token'), 'sign-in-needed'],
  ['no session', interaction('login_required'), 'sign-in-needed'],
  ['no account', new BrowserAuthError('no_account_error', 'c1'), 'sign-in-needed'],
  ['no account in the host', new ClientAuthError('no_account_found', 'c1'), 'sign-in-needed'],
  ['a closed window', new BrowserAuthError('user_cancelled', 'c1'), 'sign-in-cancelled'],
  ['a closed dialog of the host', new ClientAuthError('user_canceled', 'c1'), 'sign-in-cancelled'],
  [
    'a refused consent',
    new ServerError('access_denied', 'c1', 'AADSTS65004: Declined.'),
    'sign-in-cancelled',
  ],
  [
    'a window left alone',
    new BrowserAuthError('timed_out', 'c1', 'redirect_bridge_timeout'),
    'sign-in-cancelled',
  ],
  ['another click', new BrowserAuthError('interaction_in_progress_cancelled', 'c1'), 'sign-in-cancelled'],
  ['a blocked window', new BrowserAuthError('popup_window_error', 'c1'), 'popup-blocked'],
  ['a window that stayed empty', new BrowserAuthError('empty_window_error', 'c1'), 'popup-blocked'],
  ['no network', new ClientAuthError('no_network_connectivity', 'c1'), 'offline'],
  ['a failed post', new BrowserAuthError('post_request_failed', 'c1'), 'offline'],
  ['a bridge that is off', new ClientAuthError('nested_app_auth_bridge_disabled', 'c1'), 'sign-in-failed'],
  [
    'an unknown application',
    new ServerError('unauthorized_client', 'c1', 'AADSTS700016: Unknown.'),
    'sign-in-failed',
  ],
  ['a passing fault of the host', new ServerError('server_error', 'c1'), 'sign-in-failed'],
  ['an error that is not of MSAL', new TypeError('x'), 'sign-in-failed'],
])('%s is told', (_name, thrown, code) => {
  expect(mapMsalError(thrown).code).toBe(code);
});

test('what support asks for is kept: code, number and correlation', () => {
  expect(mapMsalError(interaction('interaction_required', 'AADSTS50076: Use it.'))).toMatchObject({
    serviceCode: 'interaction_required',
    serviceMessage: 'AADSTS50076: Use it.',
    requestId: 'c1',
  });
});

test('other messages are not kept anywhere, as they may quote an answer', () => {
  const error = mapMsalError(new AuthError('state_mismatch', 'c1', 'http://x/#code=SECRET'));
  expect([error.serviceMessage, error.message, String(error.cause)].join(' ')).not.toContain('SECRET');
});

test('a challenge stays with the error, so that the next sign-in meets it', () => {
  expect(mapMsalError(interaction('interaction_required'), '{"access_token":{}}').claims).toBe(
    '{"access_token":{}}',
  );
});

test('an error of this app stays itself', () => {
  const error = new AppError('account-changed');
  expect(mapMsalError(error)).toBe(error);
});
