import { createDirectory } from '../../src/directory/createDirectory';
import { mayReadAudits } from '../../src/directory/access';
import { groupIds } from '../../src/sandbox/tenant/groupSeeds';
import { answer } from '../http/answers';
import { collection, fakeGraph, guid } from './fakeGraph';
import { openDirectoryWorld } from './openDirectoryWorld';

const path = '/auditLogs/directoryAudits';
const [sku, other] = [guid(50), guid(51)];

const entry = (n: number, over: object) => ({
  id: `Directory_${n}`,
  activityDateTime: `2026-11-0${n}T09:00:00Z`,
  activityDisplayName: 'Change user license',
  correlationId: `c${n}`,
  result: 'success',
  initiatedBy: { user: { id: guid(9), displayName: 'Greta Almström' }, app: null },
  targetResources: [{ id: guid(1), type: 'User', modifiedProperties: [] }],
  ...over,
});

const licenses = (oldValue: string | null, newValue: string | null) => ({
  targetResources: [
    {
      id: guid(1),
      type: 'User',
      modifiedProperties: [{ displayName: 'AssignedLicense', oldValue, newValue }],
    },
  ],
});

const written = (skuId: string, plans = '') =>
  `["[SkuName=NAME, AccountId=${guid(90)}, SkuId=${skuId}, DisabledPlans=[${plans}]]"]`;

test('one action has its actor, its time and what changed, whichever of its entries says it', async () => {
  const { graph, sent } = fakeGraph({
    [path]: () =>
      collection([
        entry(3, { activityDisplayName: 'Update user', ...licenses(written(sku), written(sku, guid(60))) }),
        entry(3, {}),
        entry(2, {}),
        entry(2, { activityDisplayName: 'Update user', ...licenses(written(sku), written(other)) }),
        entry(1, { activityDisplayName: 'Update user' }),
        { id: 'odd' },
      ]),
  });
  const { audits, isPartial } = await createDirectory(graph).readLicenseAudits(guid(1));
  expect(isPartial).toBe(false);
  expect(audits.map(({ licenses: changed }) => changed)).toEqual([
    [{ skuId: sku, change: 'apps' }],
    [
      { skuId: sku, change: 'removed' },
      { skuId: other, change: 'added' },
    ],
  ]);
  expect(audits[0]).toMatchObject({
    kind: 'licenses',
    at: '2026-11-03T09:00:00Z',
    by: { kind: 'user', id: guid(9), name: 'Greta Almström' },
  });
  expect(sent.map(({ scopes }) => scopes.join())).toEqual(['AuditLog.Read.All']);
});

test('what the log does not tell is unknown: the licenses, the actor; a failure keeps its sentence', async () => {
  const failed = { result: 'failure', resultReason: 'Plans are mutually exclusive.' };
  const { graph } = fakeGraph({
    [path]: () => collection([entry(1, { ...failed, initiatedBy: { user: null, app: null } })]),
  });
  const { audits } = await createDirectory(graph).readLicenseAudits(guid(1));
  expect(audits).toMatchObject([
    { licenses: undefined, by: undefined, failure: 'Plans are mutually exclusive.' },
  ]);
});

test('a log that goes on after two pages is told to be read in part', async () => {
  const { graph, sent } = fakeGraph({
    [path]: () =>
      answer(200, {
        value: [],
        '@odata.nextLink': `https://graph.microsoft.com/v1.0${path}?n=${sent.length}`,
      }),
  });
  expect(await createDirectory(graph).readLicenseAudits(guid(1))).toEqual({ audits: [], isPartial: true });
  expect(sent).toHaveLength(2);
});

test('the emulator names who assigned, who added to a group, and the licensing of groups', async () => {
  const { directory, clock, tenant, emulator, unserved } = openDirectoryWorld();
  tenant.audits.arrivalDelayInMs = 0;
  const id = tenant.users.find(({ licenses: held }) => held.length === 0)?.id ?? '';
  const added = await clock.run(directory.addMember(groupIds.fieldStaff, id));
  expect(added.kind).toBe('done');
  emulator.settle();
  const { audits } = await clock.run(directory.readLicenseAudits(id.toUpperCase()));
  expect(audits.at(-1)).toMatchObject({
    kind: 'joined-group',
    groupId: groupIds.fieldStaff,
    by: { kind: 'user', name: 'Greta Almström' },
  });
  expect(audits[0]).toMatchObject({ kind: 'licenses', by: { kind: 'app' } });
  expect(unserved).toEqual([]);
});

test('roles that read the log are known, and whose roles are not is not told that they may not', () => {
  const admin = {
    roleTemplateIds: ['62e90394-69f5-4237-9190-012177145e10'],
    access: 'assign-to-all',
  } as const;
  const licenseAdmin = { ...admin, roleTemplateIds: ['4d6ac14f-3453-41d0-bef9-a3e0c569773a'] };
  expect(
    [admin, licenseAdmin, { roleTemplateIds: [], access: 'unverified' as const }].map(mayReadAudits),
  ).toEqual([true, false, true]);
});
