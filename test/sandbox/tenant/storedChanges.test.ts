import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { GroupRow } from '../../../src/sandbox/tenant/rows';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const day = 86_400_000;

function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  folders.push(folder);
  const clock = {
    time: Date.UTC(2026, 4, 11, 15),
    now: () => clock.time,
    monotonic: () => clock.time,
    wait: () => Promise.resolve(),
  };
  const open = (): Tenant => openTenant({ users: 200, folder, clock });
  const storedChanges = (): number => {
    const database = new Database(join(folder, 'tenant-200-users-seed-1.db'));
    const rows = database.prepare("SELECT id FROM changes WHERE kind = 'change'").all();
    database.close();
    return rows.length;
  };
  return { clock, open, storedChanges };
}

function groupIn(tenant: Tenant, id: string): GroupRow {
  const group = tenant.group(id);
  if (!group) throw new Error('the tenant lacks the group');
  return group;
}

test('who joined and who left is so after a restart, and the index of memberships too', () => {
  const { open } = setup();
  const before = open();
  const it = groupIn(before, groupIds.it);
  const [leaver = '', ...rest] = it.memberIds;
  const joiner = before.users.find(({ id }) => !it.memberIds.includes(id))?.id ?? '';
  before.save({ groups: [{ ...it, memberIds: [...rest, joiner] }] });
  before.close();
  const after = open();
  expect(groupIn(after, groupIds.it).memberIds).toEqual([...rest, joiner]);
  expect(after.groupsOf(joiner).map(({ id }) => id)).toContain(groupIds.it);
  expect(after.groupsOf(leaver).map(({ id }) => id)).not.toContain(groupIds.it);
  after.close();
});

test('a member who left and came back is one after a restart', () => {
  const { open } = setup();
  const before = open();
  const it = groupIn(before, groupIds.it);
  const [member = '', ...rest] = it.memberIds;
  before.save({ groups: [{ ...it, memberIds: rest }] });
  before.save({ groups: [{ ...groupIn(before, groupIds.it), memberIds: [...rest, member] }] });
  before.close();
  const after = open();
  expect(groupIn(after, groupIds.it).memberIds).toEqual([...rest, member]);
  after.close();
});

test('new groups come back with their members and places, deleted ones and deleted people stay away', () => {
  const { open } = setup();
  const before = open();
  const it = groupIn(before, groupIds.it);
  const made = ['11111111-2222-4333-8444-555555555501', '11111111-2222-4333-8444-555555555502'];
  for (const id of made)
    before.save({
      groups: [{ ...it, id, index: before.groups.length, memberIds: it.memberIds.slice(0, 2), licenses: [] }],
    });
  const person = before.users[30];
  if (!person) throw new Error('no user');
  before.save({
    users: [{ ...person, deletedDateTime: '2026-05-11T15:00:00Z' }],
    groups: [{ ...groupIn(before, groupIds.empty), deletedDateTime: '2026-05-11T15:00:00Z' }],
  });
  before.close();
  const after = open();
  for (const id of made) expect(groupIn(after, id)).toEqual(groupIn(before, id));
  expect(after.group(groupIds.empty)).toBeUndefined();
  expect(after.user(person.id)).toBeUndefined();
  expect(after.users[30]).toMatchObject({ id: person.id, deletedDateTime: '2026-05-11T15:00:00Z' });
  after.close();
});

test('who was purged stays purged over a restart, and who was restored is there', () => {
  const { open } = setup();
  const before = open();
  const [purged, restored] = [before.users[31], before.users[32]];
  if (!purged || !restored) throw new Error('no users');
  const deletedDateTime = '2026-05-11T15:00:00Z';
  before.save({ users: [purged, restored].map((user) => ({ ...user, deletedDateTime })) });
  before.save({
    users: [
      { ...purged, deletedDateTime, isPurged: true },
      { ...restored, deletedDateTime: undefined },
    ],
  });
  before.close();
  const after = open();
  expect(after.users[31]).toMatchObject({ id: purged.id, deletedDateTime, isPurged: true });
  expect(after.user(restored.id)).toMatchObject({ id: restored.id });
  after.close();
});

test('changes are remembered over a restart for seven days and keep their numbers', () => {
  const { clock, open } = setup();
  const move = (tenant: Tenant, place: number): void => {
    const user = tenant.users[place];
    if (user) tenant.save({ users: [{ ...user, usageLocation: 'NZ' }] });
  };
  const first = open();
  move(first, 20);
  clock.time += 4 * day;
  move(first, 21);
  const last = first.changes.last;
  first.close();
  const second = open();
  expect(second.changes.last).toBe(last);
  expect(second.changes.between('user', last - 2, last).map(({ id }) => id)).toEqual([
    second.users[20]?.id,
    second.users[21]?.id,
  ]);
  second.close();
  clock.time += 4 * day;
  const third = open();
  expect(third.changes.between('user', 0, last).map(({ id }) => id)).toEqual([third.users[21]?.id]);
  expect(third.changes.lastAt(clock.time)).toBe(last);
  third.close();
});

test('changes that no token can ask for leave the store, and the numbers go on', () => {
  const { clock, open, storedChanges } = setup();
  const first = open();
  for (const user of first.users.slice(20, 25)) first.save({ users: [{ ...user, usageLocation: 'NZ' }] });
  const last = first.changes.last;
  first.close();
  expect(storedChanges()).toBe(5);
  clock.time += 8 * day;
  open().close();
  expect(storedChanges()).toBe(1);
  const third = open();
  const [user] = third.users;
  if (user) third.save({ users: [{ ...user, usageLocation: 'NZ' }] });
  expect(third.changes.last).toBe(last + 1);
  third.close();
});
