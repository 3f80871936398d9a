// Inferred rules about deleted users: these tests prove nothing about the real service.
import type { AskOptions } from '../../sandbox/graph/openEmulator';
import { allScopes } from '../../sandbox/graph/openEmulator';
import { openOwnEmulator } from './openOwnEmulator';

test('a restored person has no direct licenses; those of groups come again when the groups are worked through (I)', async () => {
  const { ask, emulator, tenant } = openOwnEmulator();
  const scopes = [...allScopes, 'Group.ReadWrite.All'];
  const send = (line: string, options: AskOptions = {}) => ask(line, { scopes, ...options });
  const person = tenant.users
    .slice(20)
    .find(({ licenses }) => licenses.some(({ groupId, state }) => groupId !== null && state === 'Active'));
  const groupsBefore = tenant.groupsOf(person?.id ?? '').map(({ id }) => id);
  expect((await send(`DELETE /users/${person?.id}`)).status).toBe(204);
  await send(`POST /directory/deletedItems/${person?.id}/restore`);
  expect(tenant.user(person?.id ?? '')?.licenses).toEqual([]);
  expect(tenant.groupsOf(person?.id ?? '').map(({ id }) => id)).toEqual(groupsBefore);
  emulator.settle();
  const sources = tenant.user(person?.id ?? '')?.licenses ?? [];
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.every(({ groupId }) => groupId !== null)).toBe(true);
});
