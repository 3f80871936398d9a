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
