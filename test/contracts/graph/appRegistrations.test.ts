// App registrations, service principals and consents (D, Graph: application, servicePrincipal, oAuth2PermissionGrant).
import type { AskOptions } from '../../sandbox/graph/openEmulator';
import { openOwnEmulator } from './openOwnEmulator';

const scopes = ['Application.ReadWrite.All', 'DelegatedPermissionGrant.ReadWrite.All'];
const graphId = "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";

function setup() {
  const opened = openOwnEmulator();
  const ask = (line: string, more: AskOptions = {}) => opened.ask(line, { scopes, ...more });
  return { ask };
}

test('a registration is created, found by either id and by its name, and changed', async () => {
  const { ask } = setup();
  const made = await ask('POST /applications', { body: { displayName: "Contoso's licenses" } });
  expect(made).toMatchObject({ status: 201, body: { signInAudience: 'AzureADMyOrg', identifierUris: [] } });
  const { id, appId } = made.body as unknown as Record<string, string>;
  const body = {
    identifierUris: [`api://apps.example.com/${appId}`],
    spa: { redirectUris: ['https://apps.example.com/'] },
  };
  expect((await ask(`PATCH /applications(appId='${appId}')`, { body })).status).toBe(204);
  expect((await ask(`/applications/${id}?$select=spa`)).body).toMatchObject({ spa: body.spa });
  expect((await ask("/applications?$filter=displayName eq 'Contoso''s licenses'")).body.value).toHaveLength(
    1,
  );
  const again = await ask('POST /applications', { body: { displayName: 'Other', ...body } });
  expect(again.body.error?.message).toContain('property identifierUris already exists');
});

test('a service principal takes a registration, and a consent takes both; each exists once', async () => {
  const { ask } = setup();
  const unknown = await ask('POST /servicePrincipals', {
    body: { appId: '6f1d0c8e-7a52-4b0e-9d3f-2f9b6f0a4c11' },
  });
  expect([unknown.status, unknown.body.error?.message]).toEqual([
    400,
    expect.stringContaining('does not reference a valid application'),
  ]);
  const { appId } = (await ask('POST /applications', { body: { displayName: 'A' } })).body;
  const principal = await ask('POST /servicePrincipals', { body: { appId } });
  expect([principal.status, (await ask('POST /servicePrincipals', { body: { appId } })).status]).toEqual([
    201, 409,
  ]);
  const { id: resourceId } = (await ask(graphId)).body;
  const body = {
    clientId: principal.body['id'],
    resourceId,
    consentType: 'AllPrincipals',
    scope: 'User.Read',
  };
  const grant = await ask('POST /oauth2PermissionGrants', { body });
  expect([grant.status, (await ask('POST /oauth2PermissionGrants', { body })).status]).toEqual([201, 409]);
  await ask(`PATCH /oauth2PermissionGrants/${String(grant.body['id'])}`, {
    body: { scope: 'User.Read User.Read.All' },
  });
  const filter = `clientId eq '${String(body.clientId)}' and consentType eq 'AllPrincipals'`;
  expect((await ask(`/oauth2PermissionGrants?$filter=${filter}`)).body.value).toMatchObject([
    { scope: 'User.Read User.Read.All' },
  ]);
});

test('both take a permission, and an administrator of applications', async () => {
  const { ask } = setup();
  const body = { displayName: 'A' };
  const line = 'POST /applications';
  const statuses = [
    ask(line, { body, scopes: ['User.Read'] }),
    ask(line, { body, as: 'license-admin' }),
    ask(graphId, { as: 'member' }),
  ];
  expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([403, 403, 200]);
});
