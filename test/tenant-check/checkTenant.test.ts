import { AppError } from '../../src/base/appError';
import type { Scope } from '../../src/base/scope';
import type { Send } from '../../src/http/types';
import { cloudProducts } from '../../src/sandbox/tenant/cloudProducts';
import { checkTenant } from '../../src/tenant-check/checkTenant';
import type { TenantReport } from '../../src/tenant-check/tenantReport';
import { setupCloud } from '../contracts/graph/setupCloud';
import { moreScopes } from '../contracts/graph/openOwnEmulator';
import { allScopes } from '../sandbox/graph/openEmulator';
import { emulatorSend } from '../support/emulatorSend';

const noSend: Send = () => Promise.reject(new AppError('offline'));

/** Checks the emulator's tenant with a token of these scopes. */
function setup(scopes: readonly string[] = moreScopes) {
  const opened = setupCloud();
  const sent: { readonly method: string; readonly url: string; readonly body: string }[] = [];
  const wire = emulatorSend(opened.emulator, opened.bearer({ scopes }));
  const check = (send: Send = wire): Promise<TenantReport> =>
    checkTenant({
      graphUrl: 'https://graph.microsoft.com',
      send: (request) => {
        sent.push({ method: request.method, url: request.url, body: request.body ?? '' });
        return send(request);
      },
      findPermission: (scope: Scope) =>
        scopes.includes(scope) ? Promise.resolve('token') : Promise.reject(new AppError('consent-needed')),
      roles: () => ['62e90394-69f5-4237-9190-012177145e10'],
      appVersion: '1.0.0',
      clock: { now: () => opened.clock.time },
    });
  return { ...opened, check, sent };
}

test('a report has every product of both doors, and what was inferred is settled where the tenant shows it', async () => {
  const { check, tenant } = setup();
  const report = await check();
  expect(report.skus).toHaveLength(tenant.skus.length);
  expect(report.people).toBe(tenant.users.length);
  const withoutSku = report.allotments?.filter(({ skuId }) => skuId === undefined);
  expect(withoutSku).toHaveLength(
    cloudProducts.filter(({ sku }) => !sku).flatMap(({ pools }) => pools).length,
  );
  expect(report.findings).toEqual({
    wrapsSingles: 'no',
    largePages: 'unknown',
    expandsWaiting: 'yes',
    expandsAssignedTo: 'yes',
    hasProductsWithoutSku: 'yes',
    hasCatalogIds: 'yes',
    hasSeveralPools: 'yes',
    usageRightsHaveCatalogIds: 'yes',
  });
  expect(report.allotments?.map(({ idForm }) => idForm)).not.toContain('none');
});

test('single objects inside `value` are found', async () => {
  const { check, emulator } = setup();
  emulator.settings.wrapsSingles = true;
  expect((await check()).findings.wrapsSingles).toBe('yes');
});

test('a report holds no name, address or id of the tenant, its people, groups and allotments', async () => {
  const { check, tenant, allotments } = setup();
  const text = JSON.stringify(await check());
  const pools = await allotments('QUILLMARROW_INSIGHTS_CORE');
  const ids = [tenant.id, ...tenant.users.map(({ id }) => id), ...tenant.groups.map(({ id }) => id)];
  const names = tenant.users.flatMap(({ displayName, userPrincipalName }) => [
    displayName,
    userPrincipalName,
  ]);
  const secret = [
    ...ids,
    ...names,
    ...tenant.groups.map(({ displayName }) => displayName),
    ...tenant.subscriptions.flatMap(({ id, commerceId }) => [id, commerceId]),
    ...pools.map(({ id }) => String(id)),
  ];
  expect(secret.length).toBeGreaterThan(400);
  // A short name may stand inside another word.
  const isIn = (each: string): boolean => text.includes(each.length < 4 ? `"${each}"` : each);
  expect(secret.filter(isIn)).toEqual([]);
});

test('only reads are sent, at most 15 of them, in three batches', async () => {
  const { check, sent } = setup();
  await check();
  expect(sent.map(({ url }) => url)).toEqual([
    'https://graph.microsoft.com/v1.0/$batch',
    'https://graph.microsoft.com/beta/$batch',
    'https://graph.microsoft.com/beta/$batch',
  ]);
  const items = sent.flatMap(({ body }) => (JSON.parse(body) as { requests: { method: string }[] }).requests);
  expect(new Set(items.map(({ method }) => method))).toEqual(new Set(['GET']));
  expect(items.length).toBeLessThanOrEqual(15);
});

test('without the permission the refusal is in the report, and its products are unknown, not none', async () => {
  const report = await setup(allScopes).check();
  expect(report.permissions).toMatchObject({ 'User.Read.All': 'given', 'Directory.Read.All': 'missing' });
  expect(report.allotments).toBeUndefined();
  expect(report.findings.hasProductsWithoutSku).toBe('unknown');
  expect(report.answers).toContainEqual(
    expect.objectContaining({
      path: 'beta/admin/cloudLicensing/allotments',
      status: 403,
      innerCode: 'missingRequiredPermission',
    }),
  );
});

test('a tenant without cloud licensing has a report of its directory', async () => {
  const { check, emulator } = setup();
  emulator.settings.doors = 'directory';
  const report = await check();
  expect(report.skus?.length).toBeGreaterThan(0);
  expect(report.allotments).toBeUndefined();
  expect(report.answers.find(({ path }) => path === 'beta/admin/cloudLicensing/allotments')?.status).toBe(
    400,
  );
});

test('a failure of the connection is one of the check', async () => {
  await expect(setup().check(noSend)).rejects.toMatchObject({ code: 'offline' });
});

test('a gateway that answers the whole batch with an error is reported for each question', async () => {
  const { check } = setup();
  const report = await check(() =>
    Promise.resolve({
      status: 503,
      headers: {
        'retry-after': '12',
        'x-ms-throttle-scope':
          'Tenant_Application/ReadWrite/11111111-2222-4333-8444-555555555555/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
      },
      body: new TextEncoder().encode('<html>busy</html>'),
    }),
  );
  expect(report.skus).toBeUndefined();
  expect(new Set(report.answers.map(({ status }) => status))).toEqual(new Set([503]));
  // The scope names the app and the tenant.
  expect(report.answers[0]?.limits).toEqual({
    'retry-after': '12',
    'x-ms-throttle-scope': 'Tenant_Application/ReadWrite/{id}/{id}',
  });
});
