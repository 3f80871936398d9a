import { looksLikeAccountName, parseDomainAccount } from '../../src/base/accountName';

test.each([
  ['CONTOSO\\anber', 'anber'],
  ['contoso.example\\anna.berg', 'anna.berg'],
  ['\\\\server\\share', undefined],
  ['C:\\Users', undefined],
  ['CONTOSO\\', undefined],
  ['CONTOSO\\Anna Berg', undefined],
  ['anber', undefined],
])('the account of %j is %j', (text, account) => {
  expect(parseDomainAccount(text)).toBe(account);
});

test.each([
  ['anber', true],
  ['V100123', true],
  ['Anna Berg', false],
  ['a@b.example', false],
  ['a'.repeat(21), false],
  ['', false],
])('%j may be an account: %j', (text, expected) => {
  expect(looksLikeAccountName(text)).toBe(expected);
});
