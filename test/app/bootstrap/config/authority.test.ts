import { getAdminConsentUrl } from '../../../../src/app/bootstrap/config/authority';
import { testConfig } from '../../support/fakeParts';

const { clientId, tenant } = testConfig;
const open = { ...testConfig, tenant: { mode: 'multi' } } as const;

test('the one organization of the configuration goes before the one of the account', () => {
  expect(getAdminConsentUrl(testConfig, 'other')).toBe(
    `https://login.microsoftonline.com/${tenant.id}/adminconsent?client_id=${clientId}&redirect_uri=http%3A%2F%2Flocalhost%2Fconsent.html`,
  );
});

test.each([
  ['the one of the account', 'mine', 'mine'],
  ['any, for the page to ask which', undefined, 'organizations'],
])('else it is %s', (_which, tenantId, named) => {
  expect(new URL(getAdminConsentUrl(open, tenantId)).pathname).toBe(`/${named}/adminconsent`);
});

test('another cloud has the page at its own address', () => {
  const signIn = { authority: 'https://login.cloud.example/organizations' };
  expect(new URL(getAdminConsentUrl({ ...open, signIn }, 'mine')).origin).toBe('https://login.cloud.example');
});
