import { consentOutcome } from '../../src/landing/consentOutcome';

test.each([
  ['admin_consent=True&tenant=x', { kind: 'granted' }],
  ['error=access_denied&error_description=AADSTS65004:+declined', { kind: 'refused', code: 'AADSTS65004' }],
  ['error=server_error&error_description=Call+0800+12345', { kind: 'failed' }],
  ['', { kind: 'none' }],
])('the answer %s is read, without any sentence of it', (query, outcome) => {
  expect(consentOutcome(new URLSearchParams(query))).toEqual(outcome);
});
