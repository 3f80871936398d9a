// cspell:ignore ąęłżź ạịọụ
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Clock } from '../../../src/base/clock';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { OpenTenantOptions } from '../../../src/sandbox/tenant/openTenant';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import { productIds } from '../../../src/sandbox/tenant/products';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  folders.push(folder);
  const clock: Clock & { time: number } = {
    time: Date.UTC(2026, 4, 11, 15),
    now: () => clock.time,
    monotonic: () => clock.time,
    wait: () => Promise.resolve(),
  };
  const open = (options: Partial<OpenTenantOptions> = {}): Tenant =>
    openTenant({ users: 300, folder, clock, ...options });
  return { folder, clock, open };
}

const share = (tenant: Tenant, test: (user: Tenant['users'][number]) => boolean): number =>
  tenant.users.filter(test).length / tenant.users.length;

test('the same size and seed make the same tenant, another seed another one', () => {
  const { open } = setup();
  const first = open({ folder: undefined });
  expect(open({ folder: undefined }).users).toEqual(first.users);
  expect(open({ folder: undefined, seed: 2 }).users[50]).not.toEqual(first.users[50]);
});

test('a thousand people come without being asked for, and other sizes are refused', () => {
  const { clock, open } = setup();
  expect(openTenant({ folder: undefined, clock }).users).toHaveLength(1_000);
  for (const users of [199, 300_001, 250.5]) expect(() => open({ users })).toThrow(RangeError);
});

test('people are as various as the tenant promises', () => {
  const tenant = setup().open({ users: 2_000, folder: undefined });
  expect(share(tenant, ({ userType }) => userType === 'Guest')).toBeCloseTo(0.06, 1);
  expect(share(tenant, ({ accountEnabled }) => !accountEnabled)).toBeCloseTo(0.04, 1);
  const unplaced = tenant.users.filter(
    ({ usageLocation, userType }) => usageLocation === null && userType === 'Member',
  );
  expect(unplaced.length).toBeGreaterThan(5);
  expect(tenant.users.some(({ mail }) => mail === null)).toBe(true);
  for (const script of [
    /\p{Script=Han}/u,
    /\p{Script=Arabic}/u,
    /\p{Script=Devanagari}/u,
    /[ąęłżź]/i,
    /[ạịọụ]/i,
    /[şğı]/,
  ])
    expect(tenant.users.some(({ displayName }) => script.test(displayName))).toBe(true);
  const guest = tenant.users.find(({ userType }) => userType === 'Guest');
  expect(guest?.userPrincipalName).toMatch(/^[a-z.0-9-]+_[a-z]+\.example#EXT#@vantholm\.example$/);
});

test('ids and names to sign in with belong to one person each', () => {
  const { users } = setup().open({ users: 5_000, folder: undefined });
  expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
  expect(new Set(users.map(({ userPrincipalName }) => userPrincipalName.toLowerCase())).size).toBe(
    users.length,
  );
});

test('every kind of group is there', () => {
  const tenant = setup().open({ users: 1_000, folder: undefined });
  const group = (id: string) => tenant.group(id);
  expect(group(groupIds.it)?.displayName).toBe('IT');
  expect(group(groupIds.nordic)?.memberIds).toEqual(
    expect.arrayContaining([groupIds.stockholm, groupIds.finland]),
  );
  expect(group(groupIds.approvers)?.isAssignableToRole).toBe(true);
  expect(group(groupIds.printers)?.onPremisesSyncEnabled).toBe(true);
  expect(group(groupIds.sweden)).toMatchObject({
    groupTypes: ['DynamicMembership'],
    membershipRule: expect.any(String) as string,
  });
  expect(group(groupIds.picnic)).toMatchObject({
    groupTypes: ['Unified'],
    securityEnabled: false,
    mailEnabled: true,
  });
  expect(group(groupIds.newsletter)).toMatchObject({
    groupTypes: [],
    securityEnabled: false,
    mailEnabled: true,
  });
  expect(group(groupIds.fieldStaff)?.memberIds.length).toBeGreaterThan(300);
});

test.each([200, 1_000, 3_000])(
  'products stand in the states that they are seeded for, in a tenant of %i',
  (users) => {
    const tenant = setup().open({ users, folder: undefined });
    expect(tenant.freeSeats(productIds.timesheets)).toBeGreaterThan(0);
    expect(tenant.freeSeats(productIds.rota)).toBe(0);
    expect(tenant.freeSeats(productIds.canvas)).toBeLessThan(0);
    expect(tenant.freeSeats(productIds.sign)).toBeGreaterThan(0);
    expect(tenant.freeSeats(productIds.vault)).toBeGreaterThan(0);
    expect(tenant.sku(productIds.helpdesk)).toMatchObject({
      capabilityStatus: 'Warning',
      units: { enabled: 0, warning: 40 },
    });
    expect(tenant.sku(productIds.surveys)?.capabilityStatus).toBe('Suspended');
    expect(tenant.sku(productIds.scan)?.capabilityStatus).toBe('LockedOut');
    expect(tenant.sku(productIds.expenses)?.subscriptionIds).toHaveLength(2);
    expect(tenant.consumedUnits(productIds.learn) / users).toBeCloseTo(0.6, 1);
    const errors = new Set(tenant.users.flatMap(({ licenses }) => licenses.map(({ error }) => error)));
    expect([...errors].sort()).toEqual([
      'CountViolation',
      'DependencyViolation',
      'MutuallyExclusiveViolation',
      'None',
      'ProhibitedInUsageLocationViolation',
    ]);
  },
);

test('the truth counts a person with two paths once', () => {
  const tenant = setup().open({ users: 1_000, folder: undefined });
  const { holders, seats } = tenant.groundTruth();
  const learners = Object.values(holders)
    .flat()
    .filter(({ skuId, paths }) => skuId === productIds.learn && paths.length > 0);
  expect(learners.some(({ paths }) => paths.length === 2)).toBe(true);
  expect(seats[productIds.learn]?.consumed).toBe(learners.length);
});

test('changes survive a restart, and a fresh start forgets them', () => {
  const { open } = setup();
  const before = open();
  const user = before.users[20];
  const group = before.group(groupIds.empty);
  if (!user || !group) throw new Error('the tenant lacks what this test needs');
  before.save({
    users: [{ ...user, usageLocation: 'NZ', licenses: [] }],
    groups: [{ ...group, processing: 'QueuedForProcessing', nextStepAt: 5 }],
  });
  before.close();
  const after = open();
  expect(after.users[20]).toEqual({ ...user, usageLocation: 'NZ', licenses: [] });
  expect(after.group(groupIds.empty)).toMatchObject({ processing: 'QueuedForProcessing', nextStepAt: 5 });
  after.close();
  const fresh = open({ fresh: true });
  expect(fresh.users[20]).toEqual(user);
  fresh.close();
});

test('dates are counted from the day on which the tenant was first made', () => {
  const { open, clock } = setup();
  const first = open();
  const seedDay = first.seedDay;
  first.close();
  expect(seedDay).toBe(Date.UTC(2026, 4, 11));
  clock.time += 40 * 86_400_000;
  const later = open();
  expect(later.seedDay).toBe(seedDay);
  expect(later.subscriptions).toEqual(first.subscriptions);
  later.close();
});

test('a store of another generator is put aside and said', () => {
  const { open, folder } = setup();
  open().close();
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.db'));
  const database = new Database(join(folder, file));
  database.exec("UPDATE facts SET value = 0 WHERE name = 'generatorVersion'");
  database.close();
  const tenant = open();
  expect(tenant.note).toMatch(/generator 0.*renamed/);
  tenant.close();
  expect(readdirSync(folder)).toContain(file.replace('.db', '.generator-0.db'));
});
