// The audit log: every change leaves an entry (D, Graph: directoryAudit; Entra: audit activity reference).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import type { PersonaKey } from '../../../src/sandbox/tenant/personas';
import type { AskOptions } from '../../sandbox/graph/openEmulator';
import { moreScopes, openOwnEmulator } from './openOwnEmulator';

const minute = 60_000;
const day = 24 * 60 * minute;

function setup(options: { folder?: string } = {}) {
  const opened = openOwnEmulator(options);
  const ask = (line: string, more: AskOptions = {}) => opened.ask(line, { scopes: moreScopes, ...more });
  const person = opened.tenant.users
    .slice(20)
    .find(
      ({ licenses, usageLocation, userType }) =>
        !licenses.some(({ skuId }) => skuId === productIds.timesheets) &&
        usageLocation !== null &&
        userType === 'Member',
    );
  const assign = (as?: PersonaKey) =>
    ask(`POST /users/${person?.id}/assignLicense`, {
      as,
      body: { addLicenses: [{ skuId: productIds.timesheets }], removeLicenses: [] },
    });
  const later = (delay = 3 * minute) => {
    opened.clock.time += delay;
  };
  const audits = async (query = '') => (await ask(`/auditLogs/directoryAudits${query}`)).body.value ?? [];
  return { ...opened, ask, person, assign, later, audits };
}

test('a license given to a person is logged as Change user license, beside Update user', async () => {
  const { assign, later, audits, person } = setup();
  expect((await assign('license-admin')).status).toBe(200);
  later();
  const entries = await audits();
  expect(entries.map((entry) => entry['activityDisplayName'])).toEqual([
    'Update user',
    'Change user license',
  ]);
  expect(entries[1]).toMatchObject({
    category: 'UserManagement',
    loggedByService: 'Core Directory',
    result: 'success',
    initiatedBy: { app: null, user: { userPrincipalName: 'linus.hagg@vantholm.example' } },
    targetResources: [{ id: person?.id, type: 'User', userPrincipalName: person?.userPrincipalName }],
  });
  expect(entries[0]?.['correlationId']).toBe(entries[1]?.['correlationId']);
});

test('a license that is given again is logged without an effect (O)', async () => {
  const { assign, later, audits } = setup();
  await assign();
  await assign();
  later();
  const names = (await audits()).map((entry) => entry['activityDisplayName']);
  expect(names).toEqual(['Change user license', 'Update user', 'Change user license']);
});

test('a refused change and a read leave no entry', async () => {
  const { ask, assign, later, audits } = setup();
  expect((await assign('member')).status).toBe(403);
  await ask('/users');
  later();
  expect(await audits()).toEqual([]);
});

test('a change of the usage location names the old and the new value', async () => {
  const { ask, later, audits, person } = setup();
  await ask(`PATCH /users/${person?.id}`, { body: { usageLocation: 'NO' } });
  later();
  const [entry] = await audits();
  expect(entry).toMatchObject({
    activityDisplayName: 'Update user',
    targetResources: [
      {
        modifiedProperties: [
          { displayName: 'UsageLocation', oldValue: `["${person?.usageLocation}"]`, newValue: '["NO"]' },
        ],
      },
    ],
  });
});

test('a licensed group is logged as set, started and finished, and its members by the service (D, Entra: group-based licensing)', async () => {
  const { ask, emulator, later, audits, tenant } = setup();
  await ask(`POST /groups/${groupIds.it}/assignLicense`, {
    body: { addLicenses: [{ skuId: productIds.flowFree }], removeLicenses: [] },
  });
  emulator.settle();
  later();
  const entries = (await audits('?$orderby=activityDateTime asc')).filter(
    (entry) => entry['category'] === 'GroupManagement',
  );
  expect(entries.map((entry) => entry['activityDisplayName'])).toEqual([
    'Set group license',
    'Start applying group based license to users',
    'Finish applying group based license to user',
  ]);
  expect(entries[0]).toMatchObject({ initiatedBy: { user: { displayName: 'Greta Almström' } } });
  expect(entries[2]).toMatchObject({
    initiatedBy: { user: null, app: { displayName: 'Microsoft Entra ID Group-Based Licensing' } },
    targetResources: [{ id: groupIds.it, type: 'Group' }],
  });
  const people = tenant.group(groupIds.it)?.memberIds.filter((id) => tenant.user(id)).length;
  expect(JSON.stringify(entries[2])).toContain(
    `[Users successfully assigned licenses: ${people}, Users for whom license assignment failed: 0.]`,
  );
});

test('members who join and leave, and groups that come and go, are logged by name (D, Entra: audit activity reference)', async () => {
  const { ask, later, audits, person } = setup();
  const body = {
    displayName: 'Auditors',
    mailEnabled: false,
    mailNickname: 'auditors',
    securityEnabled: true,
  };
  const created = await ask('POST /groups', { body });
  const path = `/groups/${String(created.body['id'])}`;
  const bound = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${person?.id}` };
  await ask(`POST ${path}/members/$ref`, { body: bound });
  await ask(`DELETE ${path}/members/${person?.id}/$ref`);
  await ask(`DELETE ${path}`);
  await ask(`DELETE /users/${person?.id}`);
  later();
  const entries = [...(await audits())].reverse();
  expect(entries.map((entry) => entry['activityDisplayName'])).toEqual([
    'Add group',
    'Add member to group',
    'Remove member from group',
    'Delete group',
    'Delete user',
  ]);
  expect(entries[1]?.['targetResources']).toEqual([
    expect.objectContaining({ type: 'User', id: person?.id }),
    expect.objectContaining({ type: 'Group', displayName: 'Auditors' }),
  ]);
});

test('an entry arrives minutes later, and the delay can be set', async () => {
  const { assign, audits, clock, tenant } = setup();
  await assign();
  expect(await audits()).toEqual([]);
  clock.time += minute;
  expect(await audits()).toEqual([]);
  tenant.audits.arrivalDelayInMs = 0;
  expect(await audits()).toHaveLength(2);
});

test('entries are kept for 30 days, or for 7 without a premium plan (D, Entra: data retention)', async () => {
  const { assign, audits, later, tenant } = setup();
  await assign();
  later(8 * day);
  expect(await audits()).toHaveLength(2);
  tenant.audits.retentionInDays = 7;
  expect(await audits()).toEqual([]);
});

test.each([
  ["activityDisplayName eq 'Change user license'", 1],
  ["startswith(activityDisplayName,'change')", 1],
  ["loggedByService eq 'Core Directory' and activityDisplayName eq 'Update user'", 1],
  ["initiatedBy/user/userPrincipalName eq 'greta.almstrom@vantholm.example'", 2],
  ["initiatedBy/app/displayName eq 'Other'", 0],
  ['activityDateTime ge 2026-05-11T09:00:00Z', 2],
  ['activityDateTime ge 2026-05-11T09:30:00Z', 2],
  ['activityDateTime eq 2026-05-11T11:30:00.000%2B02:00', 2],
  ['activityDateTime le 2026-05-11T09:29:59.999Z', 0],
])('$filter=%s is served (D, Graph: list directoryAudits)', async (filter, count) => {
  const { assign, audits, later } = setup();
  await assign();
  later();
  expect(await audits(`?$filter=${filter}`)).toHaveLength(count);
});

test('entries are found by their target', async () => {
  const { assign, audits, later, person } = setup();
  await assign();
  later();
  expect(await audits(`?$filter=targetResources/any(t:t/id eq '${person?.id}')`)).toHaveLength(2);
  expect(await audits(`?$filter=targetResources/any(t:t/id eq '${groupIds.it}')`)).toHaveLength(0);
});

test.each([
  "activityDisplayName eq 'a' or activityDisplayName eq 'b'",
  "contains(activityDisplayName,'license')",
])('$filter=%s is refused', async (filter) => {
  const { ask } = setup();
  expect((await ask(`/auditLogs/directoryAudits?$filter=${filter}`)).status).toBe(400);
});

test('pages follow one another, newest first', async () => {
  const { ask, assign, later, audits } = setup();
  for (let round = 0; round < 3; round += 1) {
    await assign();
    later(minute);
  }
  later();
  const first = await ask('/auditLogs/directoryAudits?$top=3&$orderby=activityDateTime desc');
  const link = String(first.body['@odata.nextLink']);
  expect(link).toContain('$skiptoken=');
  const second = await ask(link.replace('https://graph.microsoft.com/v1.0', ''));
  const times = [...(first.body.value ?? []), ...(second.body.value ?? [])].map((entry) =>
    String(entry['activityDateTime']),
  );
  expect(times).toEqual([...times].sort().reverse());
  expect(times).toHaveLength((await audits()).length);
});

test.each<[PersonaKey, number]>([
  ['global-admin', 200],
  ['global-reader', 200],
  ['license-admin', 403],
  ['user-admin', 403],
  ['groups-admin', 403],
  ['member', 403],
  ['guest', 403],
])('the log is read by the roles that may: %s (D, Entra: built-in roles)', async (as, status) => {
  const { ask } = setup();
  expect((await ask('/auditLogs/directoryAudits', { as })).status).toBe(status);
});

test('the role is not enough without AuditLog.Read.All', async () => {
  const { ask } = setup();
  expect((await ask('/auditLogs/directoryAudits', { scopes: ['User.Read.All'] })).status).toBe(403);
});

test('the log survives a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'audits-'));
  try {
    const before = setup({ folder });
    await before.assign();
    before.tenant.close();
    const after = setup({ folder });
    after.later();
    expect(await after.audits()).toHaveLength(2);
    await after.ask(`PATCH /users/${before.person?.id}`, { body: { usageLocation: 'NO' } });
    after.later();
    const ids = (await after.audits()).map((entry) => entry['id']);
    expect(new Set(ids).size).toBe(3);
    after.tenant.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
