// cspell:locale en-US,sv
import { screen } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { AllotmentShape, TenantReport } from '../../../../src/tenant-check/tenantReport';
import { TenantCheck } from '../../../../src/ui/pages/about/TenantCheck';
import { fakeDoors } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

const purchase: AllotmentShape = {
  idForm: 'base32',
  skuId: undefined,
  partNumber: undefined,
  catalogId: 'G2ALO6SPZNK7:0001',
  managementScope: undefined,
  assignableTo: 'user,group',
  units: 12,
  consumed: 3,
  plans: [],
  purchases: [],
  otherProperties: [],
};

const report: TenantReport = {
  format: 'isv-licenses-tenant-report',
  version: 1,
  madeOn: '2026-05-11',
  appVersion: '1.0.0',
  graph: 'https://graph.microsoft.com',
  permissions: { 'User.Read.All': 'given', 'Directory.Read.All': 'missing' },
  roles: [],
  answers: [
    { path: 'v1.0/subscribedSkus', status: 200, limits: { 'x-ms-resource-unit': '1' } },
    { path: 'beta/me/usageRights', status: 200, limits: { 'x-ms-resource-unit': '1' } },
    {
      path: 'beta/admin/cloudLicensing/allotments',
      status: 200,
      limits: { 'x-ms-resource-unit': '3' },
    },
  ],
  people: 400,
  groups: 3,
  skus: [],
  allotments: [purchase, { ...purchase, skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965' }],
  hasMoreAllotments: true,
  findings: {
    wrapsSingles: 'no',
    largePages: 'unknown',
    expandsWaiting: 'yes',
    expandsAssignedTo: 'yes',
    hasProductsWithoutSku: 'yes',
    hasCatalogIds: 'yes',
    hasSeveralPools: 'no',
    usageRightsHaveCatalogIds: 'unknown',
  },
};

const lines = (): (string | null)[] => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

async function check(found: TenantReport, locale?: string) {
  const rendered = await renderWithServices(<TenantCheck />, {
    locale,
    services: { openDoors: () => Promise.resolve(fakeDoors({ checkTenant: () => Promise.resolve(found) })) },
  });
  await rendered.user.click(screen.getByRole('button', { name: locale ? 'Kontrollera nu' : 'Check now' }));
  await screen.findByText(locale ? 'Kontrollen är klar.' : 'The check is done.');
  return rendered;
}

test('a check says in words what was found, and what is not known', async () => {
  await check(report);
  expect(lines()).toEqual(
    expect.arrayContaining([
      'Directory: 0 products.',
      'Cloud licensing: at least 2 purchases, 2 of them not in the directory.',
      'Directory.Read.All: not granted.',
      'x-ms-resource-unit: 1, 3',
      'Returns more than 100 assignments at a time: Not known',
    ]),
  );
  expect(screen.getByText('Nothing.')).toBeInTheDocument();
});

test.each([
  [403, /needs the permission Directory\.Read\.All/],
  [400, /not available in this organization \(400 badRequest\)/],
  [503, /couldn't be read \(503 badRequest\)/],
  [undefined, /couldn't be read \(no answer\)/],
] as const)('status %s of cloud licensing is never shown as no purchases', async (status, line) => {
  const path = 'beta/admin/cloudLicensing/allotments';
  await check({
    ...report,
    allotments: undefined,
    answers: [{ path, status, code: 'badRequest', limits: {} }],
  });
  expect(lines().filter((each) => each?.startsWith('Cloud licensing:'))).toEqual([
    expect.stringMatching(line),
  ]);
  expect(screen.queryByText('How cloud licensing behaves here')).not.toBeInTheDocument();
});

test('a purchase with a SKU is in the directory where that lists it, or could not be read', async () => {
  const [, withSku] = report.allotments ?? [];
  const allotments = withSku ? [withSku] : [];
  await check({ ...report, skus: undefined, allotments, hasMoreAllotments: false });
  expect(lines()).toContain('Cloud licensing: 1 purchase, all of them in the directory too.');
});

test('the whole report is copied', async () => {
  const { user } = await check(report);
  const write = jest.spyOn(navigator.clipboard, 'writeText');
  await user.click(screen.getByRole('button', { name: 'Copy report' }));
  expect(JSON.parse(write.mock.calls[0]?.[0] ?? '')).toEqual(JSON.parse(JSON.stringify(report)));
});

test('a check that fails says why, and can be made again', async () => {
  let isOffline = true;
  const { user } = await renderWithServices(<TenantCheck />, {
    services: {
      openDoors: () =>
        isOffline
          ? Promise.reject(new AppError('offline'))
          : Promise.resolve(fakeDoors({ checkTenant: () => Promise.resolve(report) })),
    },
  });
  await user.click(screen.getByRole('button', { name: 'Check now' }));
  const again = await screen.findByRole('button', { name: 'Try again' });
  isOffline = false;
  await user.click(again);
  expect(await screen.findByText('The check is done.')).toBeInTheDocument();
});

test('the check is there in Swedish', async () => {
  await check(report, 'sv');
  expect(lines()).toContain('Molnlicensiering: minst 2 köp, 2 finns inte i katalogen.');
});
