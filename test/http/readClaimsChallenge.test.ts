import { readClaimsChallenge } from '../../src/http/readClaimsChallenge';
import { challenge } from './answers';

test('the claims of a challenge are decoded, also from base64url and beyond ASCII', () => {
  const claims = { access_token: { nbf: { essential: true, value: '1700000000' }, note: 'ÿ→?' } };
  expect(JSON.parse(readClaimsChallenge(challenge(claims)) ?? '')).toEqual(claims);
  const url = challenge(claims).replaceAll('+', '-').replaceAll('/', '_').replaceAll('="', '="');
  expect(JSON.parse(readClaimsChallenge(url) ?? '')).toEqual(claims);
});

test('another error, no claims, no base64, no JSON and no object are no challenge', () => {
  const withClaims = (claims: string): string => `Bearer error="insufficient_claims", claims="${claims}"`;
  expect(readClaimsChallenge(undefined)).toBeUndefined();
  expect(readClaimsChallenge('Bearer error="invalid_token", claims="e30="')).toBeUndefined();
  expect(readClaimsChallenge('Bearer error="insufficient_claims"')).toBeUndefined();
  expect(readClaimsChallenge(withClaims('***'))).toBeUndefined();
  expect(readClaimsChallenge(withClaims(btoa('{cut')))).toBeUndefined();
  expect(readClaimsChallenge(withClaims(btoa('[1]')))).toBeUndefined();
});
