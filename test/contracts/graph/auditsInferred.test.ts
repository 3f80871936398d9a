// Rules of the audit log that are inferred, not documented: these tests prove nothing about the real service.
import { productIds } from '../../../src/sandbox/tenant/products';
import { moreScopes, openOwnEmulator } from './openOwnEmulator';

function setup() {
  const { ask, tenant, emulator } = openOwnEmulator();
  tenant.audits.arrivalDelayInMs = 0;
  const audits = async (query = '') =>
    (await ask(`/auditLogs/directoryAudits${query}`, { scopes: moreScopes })).body;
  return { ask, tenant, emulator, audits };
}

test('what changed about the licenses of a person stands in Update user', async () => {
  const { ask, audits, tenant } = setup();
  const person = tenant.users.find(
    ({ licenses, usageLocation }) =>
      usageLocation !== null && !licenses.some(({ skuId }) => skuId === productIds.timesheets),
  );
  const body = { addLicenses: [{ skuId: productIds.timesheets }], removeLicenses: [] };
  await ask(`POST /users/${person?.id}/assignLicense`, { body });
  const { value } = await audits();
  const [update, change] = value ?? [];
  expect(JSON.stringify(update?.['targetResources'])).toContain('SkuName=SNORRIFAX_TIMESHEETS');
  expect(JSON.stringify(change?.['targetResources'])).toContain('"modifiedProperties":[]');
});

test('a license that a group could not give is logged as a failure, with the plans in its way', async () => {
  const { ask, audits, tenant, emulator } = setup();
  const person = tenant.users.find(({ licenses }) => licenses.length === 0);
  const group = {
    displayName: 'Failing',
    mailEnabled: false,
    mailNickname: 'failing',
    securityEnabled: true,
  };
  const created = await ask('POST /groups', { body: group, scopes: moreScopes });
  const path = `/groups/${String(created.body['id'])}`;
  const bound = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${person?.id}` };
  await ask(`POST ${path}/members/$ref`, { body: bound, scopes: moreScopes });
  const body = { addLicenses: [{ skuId: productIds.forecast }], removeLicenses: [] };
  await ask(`POST ${path}/assignLicense`, { body, scopes: moreScopes });
  emulator.settle();
  const { value = [] } = await audits(`?$filter=targetResources/any(t:t/id eq '${person?.id}')`);
  const change = value.find((entry) => entry['activityDisplayName'] === 'Change user license');
  expect(change).toMatchObject({ result: 'failure' });
  expect(change?.['resultReason']).toMatch(/service plan \[[0-9a-f-]{36}\] depends on the service plan/);
});

test('what the published list of filters lacks is refused', async () => {
  const { audits } = setup();
  expect((await audits("?$filter=category eq 'UserManagement'")).error?.code).toBe(
    'Request_UnsupportedQuery',
  );
});

test('what another admin does is logged under a name of its own', async () => {
  const { emulator, tenant, audits } = setup();
  emulator.actAsOtherAdmin('user-deleted', { skuIds: [], person: tenant.users[60]?.id });
  expect((await audits()).value).toEqual([
    expect.objectContaining({
      activityDisplayName: 'Delete user',
      initiatedBy: expect.objectContaining({
        user: expect.objectContaining({ displayName: 'Another Administrator' }) as object,
      }) as object,
    }),
  ]);
});
