import { AppError } from '../../src/base/appError';
import { likeTenant } from '../../src/sandbox/likeTenant';
import { openTenant } from '../../src/sandbox/tenant/openTenant';
import type { Tenant } from '../../src/sandbox/tenant/tenant';
import { checkTenant } from '../../src/tenant-check/checkTenant';
import type { AllotmentShape, TenantReport } from '../../src/tenant-check/tenantReport';
import { moreScopes } from '../contracts/graph/openOwnEmulator';
import { emulatorSend } from '../support/emulatorSend';
import { openEmulator, StillClock } from './graph/openEmulator';

async function reportOf(
  tenant: Tenant,
  { scopes = moreScopes, settings = {} }: { scopes?: readonly string[]; settings?: object } = {},
): Promise<TenantReport> {
  const { emulator, bearer, clock } = openEmulator({ tenant });
  Object.assign(emulator.settings, settings);
  return checkTenant({
    graphUrl: 'https://graph.microsoft.com',
    send: emulatorSend(emulator, bearer({ scopes })),
    findPermission: () => Promise.reject(new AppError('offline')),
    roles: () => [],
    appVersion: '1.0.0',
    clock,
  });
}

const open = (more: Partial<Parameters<typeof openTenant>[0]> = {}): Tenant =>
  openTenant({ users: 200, folder: undefined, clock: new StillClock(), ...more });

/** Shapes in one order, without what another tenant has of its own. */
function shapes(allotments: readonly AllotmentShape[] | undefined): unknown[] {
  return (allotments ?? [])
    .map(({ idForm: _, purchases, ...shape }) => ({
      ...shape,
      plans: shape.plans.map(({ id }) => id),
      purchases: purchases.map(({ state, tags, nextChangeInDays }) => ({ state, tags, nextChangeInDays })),
    }))
    .map((shape) => JSON.stringify(shape))
    .toSorted();
}

test('a tenant like a report has the same products, purchases and seats through both doors', async () => {
  const report = await reportOf(open());
  const like = likeTenant(JSON.stringify(report));
  expect(like).toMatchObject({ users: 200, settings: { doors: 'both', wrapsSingles: false } });
  const again = await reportOf(open({ owned: like.owned }));
  expect(again.skus?.map(({ skuId, consumed }) => [skuId, consumed])).toEqual(
    report.skus?.map(({ skuId, consumed }) => [skuId, Math.min(consumed, 200)]),
  );
  expect(again.skus?.map(({ units }) => units.enabled + units.warning)).toEqual(
    report.skus?.map(({ units }) => units.enabled + units.warning),
  );
  const numbered = (each: TenantReport): unknown[] =>
    shapes(each.allotments?.map((shape) => ({ ...shape, consumed: 0 })));
  expect(numbered(again)).toEqual(numbered(report));
  expect(again.findings).toMatchObject({
    hasProductsWithoutSku: 'yes',
    hasSeveralPools: 'yes',
    hasCatalogIds: 'yes',
  });
});

test('a report of a tenant without cloud licensing makes one without', async () => {
  const report = await reportOf(open(), { settings: { doors: 'directory' } });
  expect(likeTenant(JSON.stringify(report)).settings.doors).toBe('directory');
});

test('where the report could not see cloud licensing the tenant has it', async () => {
  const report = await reportOf(open(), { scopes: ['User.Read', 'LicenseAssignment.Read.All'] });
  const like = likeTenant(JSON.stringify(report));
  expect(like.settings.doors).toBe('both');
  expect(like.owned.cloudProducts).toEqual([]);
});

test.each([
  ['no JSON', 'format'],
  ['{}', 'format'],
  [JSON.stringify({ format: 'isv-licenses-tenant-report', version: 2 }), 'version'],
  [
    JSON.stringify({
      format: 'isv-licenses-tenant-report',
      version: 1,
      skus: [{ skuId: '../x', partNumber: 'X', appliesTo: 'User', units: {}, consumed: 1, plans: [] }],
      answers: [],
      findings: { wrapsSingles: 'no' },
    }),
    'skus.0.skuId',
  ],
])('%s is refused with a sentence that names the part', (text, part) => {
  expect(() => likeTenant(text)).toThrow(RangeError);
  expect(() => likeTenant(text)).toThrow(part);
});
