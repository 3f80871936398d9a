import { roles } from '../../src/directory/roles';
import { createRightsCheck } from '../../src/license-jobs/rightsCheck';
import { poolSpaces, toPoolKey } from '../../src/licensing/keys';
import type { PoolRef } from '../../src/licensing/types';
import { ref } from '../licensing/support/samples';
import { scopeOf } from './openOperations';

type Listed = readonly string[] | undefined;
type Need = Parameters<typeof createRightsCheck>[1];

/** The check of an account whose roles Graph listed so when the app was opened, and lists so now. */
function checkOf(atStart: Listed, now: Listed, need: Need, pools: readonly PoolRef[] = [ref]) {
  const asked: string[] = [];
  const parts = {
    listedAtStart: () => atStart,
    readListed: () => Promise.resolve(now),
    renewToken: (scopes: readonly string[]) => Promise.resolve(asked.push(...scopes)),
  };
  const read = () =>
    createRightsCheck(parts, need).read(scopeOf({ kind: 'assign', pools, people: { users: 2, groups: 1 } }));
  return { read, asked };
}

const { licenseAdministrator, groupsAdministrator, globalReader, userAdministrator } = roles;

test.each<readonly [string, Listed, Listed, Need]>([
  ['was never in the list, as one through a group, over a unit, or of the token alone', [], [], 'licenses'],
  ['is listed still', [licenseAdministrator], [licenseAdministrator.toUpperCase()], 'licenses'],
  [
    'is listed beside another that is gone',
    [licenseAdministrator, globalReader],
    [licenseAdministrator],
    'licenses',
  ],
  ['gave way to one that covers the same', [licenseAdministrator], [userAdministrator], 'licenses'],
  ['was listed only later', [], [licenseAdministrator], 'licenses'],
  ['could not be read when the app was opened', undefined, [], 'licenses'],
  ['cannot be read now', [licenseAdministrator], undefined, 'licenses'],
  ['is gone, but never covered this', [licenseAdministrator], [], 'members'],
])('nothing is lacking where the role %s', async (_name, atStart, now, need) => {
  await expect(checkOf(atStart, now, need).read()).resolves.toBeUndefined();
});

test.each<readonly [string, Listed, Listed, Need]>([
  ['is gone', [licenseAdministrator], [], 'licenses'],
  ['gave way to one that covers groups only', [licenseAdministrator], [groupsAdministrator], 'licenses'],
  ['gave way to one that only reads', [licenseAdministrator], [globalReader], 'licenses'],
  ['no longer covers members', [groupsAdministrator], [licenseAdministrator], 'members'],
])('rights are lacking where the role %s', async (_name, atStart, now, need) => {
  await expect(checkOf(atStart, now, need).read()).rejects.toMatchObject({ code: 'forbidden' });
});

test('consent is looked at first, with a new token', async () => {
  const { read, asked } = checkOf([], [], 'licenses');
  await read();
  expect(asked).toEqual(['LicenseAssignment.ReadWrite.All']);
});

test('the permissions of cloud licensing are those of its pools, by whom the job changes', async () => {
  const pool = toPoolKey(poolSpaces.allotment, 'a');
  const { read, asked } = checkOf([], [], 'licenses', [{ ...ref, pool }]);
  await read();
  expect(asked).toEqual(['User.ReadWrite.All', 'Group.ReadWrite.All']);
});
