import { createDirectory } from '../../src/directory/createDirectory';
import type { Access } from '../../src/base/permissions';
import { readPrincipals } from '../../src/directory/readPrincipals';
import { createGraph } from '../../src/graph/createGraph';
import { createPipeline } from '../../src/http/createPipeline';
import type { Fault } from '../../src/sandbox/graph/faults';
import { TokenExpired } from '../../src/sandbox/graph/accessClaims';
import { createGraphEmulator } from '../../src/sandbox/graph/createGraphEmulator';
import type { PersonaKey } from '../../src/sandbox/tenant/personas';
import { openTenant } from '../../src/sandbox/tenant/openTenant';
import { seededRandom } from '../../src/base/random';
import { manualClock } from '../base/manualClock';
import { emulatorSend } from '../support/emulatorSend';

const start = Date.parse('2026-03-01T10:00:00Z');
const tenant = openTenant({ users: 300, folder: undefined, clock: manualClock({ nowInMs: start }) });
const scopes = ['User.Read', 'User.Read.All', 'GroupMember.Read.All'];

/** The app's own stack over the emulator, signed in as one persona; the token is the persona's key. */
function setup(person: PersonaKey, faults: readonly Fault[] = [], isFirstTokenExpired = false) {
  const clock = manualClock({ nowInMs: start, isInstant: true });
  const unknown: string[] = [];
  let ids = 0;
  const newId = (): string => `00000000-0000-4000-8000-${(ids += 1).toString().padStart(12, '0')}`;
  const emulator = createGraphEmulator({
    tenant,
    clock,
    newId,
    random: seededRandom(1),
    log: (line) => unknown.push(line),
    verifyToken: (bearer) => {
      const persona = tenant.personas.find(({ key }) => bearer.startsWith(key));
      if (isFirstTokenExpired && bearer.endsWith('-0')) return Promise.reject(new TokenExpired());
      if (!persona) return Promise.reject(new Error('unknown token'));
      const nowInS = start / 1000;
      const times = { iat: nowInS, exp: nowInS + 3_600_000, xms_cc: ['cp1'] };
      return Promise.resolve({ oid: persona.userId, tid: tenant.id, scp: scopes, appid: 'app', ...times });
    },
  });
  emulator.faults.set(faults);
  let fetched = 0;
  const send = createPipeline({
    send: emulatorSend(emulator),
    getToken: (_scopes, _claims, isFresh) =>
      Promise.resolve(`${person}-${isFresh ? (fetched += 1) : fetched}`),
    // The time limit of a request is never reached here.
    clock: { ...clock, wait: (ms) => (ms === 30_000 ? new Promise(() => undefined) : clock.wait(ms)) },
    newId,
  });
  const graph = createGraph({ graphUrl: 'http://graph.localhost:5302', send, clock });
  return { graph, directory: createDirectory(graph), emulator, unknown, fetched: () => fetched };
}

const someone = (test: (user: (typeof tenant.users)[number]) => boolean) => {
  const found = tenant.users.find(test);
  if (!found) throw new Error('the tenant has nobody like that');
  return found;
};

test.each<[PersonaKey, Access, boolean]>([
  ['global-admin', 'assign-to-all', true],
  ['license-admin', 'assign-to-all', false],
  ['user-admin', 'assign-to-all', false],
  ['groups-admin', 'assign-to-groups', false],
  ['global-reader', 'read', false],
  ['member', 'own-apps', false],
  ['guest', 'own-apps', false],
  // The unit is among the memberships, which is a sign of a role over it.
  ['unit-admin', 'unverified', false],
  // Nothing that this app may read shows these: they start at My apps, which leads on to what Graph lets them read.
  ['custom-admin', 'own-apps', false],
  ['eligible-admin', 'own-apps', false],
])('%s is offered %s', async (person, access, canLicenseRoleAssignableGroups) => {
  const { directory, unknown } = setup(person);
  const persona = tenant.personas.find(({ key }) => key === person);
  await expect(directory.readMe()).resolves.toMatchObject({
    user: { id: persona?.userId, displayName: persona?.displayName, isGuest: person === 'guest' },
    access,
    canLicenseRoleAssignableGroups,
  });
  expect(unknown).toEqual([]);
});

test('people and groups are found by the start of a word, by address and by id', async () => {
  const { directory } = setup('license-admin');
  const found = await directory.search('it');
  expect(found.some(({ kind, displayName }) => kind === 'group' && displayName === 'IT')).toBe(true);
  const person = someone(({ mail, userType }) => Boolean(mail) && userType === 'Member');
  const [byAddress] = await directory.search(person.mail ?? '');
  expect(byAddress?.id).toBe(person.id);
  const [byId] = await directory.search(person.id);
  expect(byId?.id).toBe(person.id);
});

test('people and groups are read by their ids, of both kinds together; who is not there is left out', async () => {
  const { graph, unknown } = setup('license-admin');
  const person = someone(({ accountEnabled }) => !accountEnabled);
  const [one] = tenant.groups;
  if (!one) throw new Error('the tenant has no group');
  const found = await readPrincipals(graph, [
    { kind: 'user', id: person.id.toUpperCase() },
    { kind: 'user', id: '00000000-0000-4000-8000-00000000dead' },
    { kind: 'group', id: one.id },
  ]);
  expect([...found.keys()]).toEqual([person.id, one.id]);
  expect(found.get(person.id)).toMatchObject({ kind: 'user', isBlocked: true });
  expect(found.get(one.id)).toMatchObject({ kind: 'group', displayName: one.displayName });
  expect(unknown).toEqual([]);
});

test('a guest is found by the sign-in name with its number sign', async () => {
  const { directory } = setup('license-admin');
  const guest = someone(({ userType }) => userType === 'Guest');
  const found = await directory.search(guest.userPrincipalName);
  expect(found).toMatchObject([{ id: guest.id, isGuest: true }]);
});

test('a search that finds nobody is empty, with marks of every kind in it', async () => {
  const { directory } = setup('license-admin');
  await expect(directory.search(String.raw`zz "q" \ & ' ) OR (#%+=?`)).resolves.toEqual([]);
});

test('guests may not look around, and are told so', async () => {
  const { directory } = setup('guest');
  await expect(directory.search('it')).rejects.toMatchObject({
    code: 'forbidden',
    serviceCode: 'Authorization_RequestDenied',
    requestId: expect.any(String) as string,
  });
});

test('a group is counted by people and by groups inside of it', async () => {
  const { directory } = setup('license-admin');
  const inside = new Set(tenant.groups.map(({ id }) => id));
  const nesting = tenant.groups.find(({ memberIds }) => memberIds.some((id) => inside.has(id)));
  const members = nesting?.memberIds ?? [];
  const nestedGroups = members.filter((id) => inside.has(id)).length;
  expect(nestedGroups).toBeGreaterThan(0);
  const composition = await directory.readComposition(nesting?.id ?? '');
  expect(composition).toEqual({ directUsers: members.length - nestedGroups, nestedGroups });
});

test('some people have a photo and others none', async () => {
  const { directory } = setup('license-admin');
  const photos = await Promise.all(tenant.users.slice(0, 30).map(({ id }) => directory.readPhoto(id)));
  expect(photos.filter((photo) => photo?.type.startsWith('image/')).length).toBeGreaterThan(0);
  expect(photos.filter((photo) => photo === undefined).length).toBeGreaterThan(0);
});

test.each(['throttle', 'unavailable', 'bad-gateway-html', 'gateway-timeout-html', 'lost-request'] as const)(
  'a directory that is hit by %s four times in ten still answers',
  async (kind) => {
    const { directory, emulator } = setup('license-admin', [{ kind, rate: 0.4, seed: 3 }]);
    for (let round = 0; round < 3; round += 1) {
      // Roles are not known after two failures; what the account may do is then tried, not refused.
      const { access } = await directory.readMe();
      expect(['assign-to-all', 'unverified']).toContain(access);
    }
    expect(emulator.faults.injected().length).toBeGreaterThan(0);
  },
);

test('a token that expired on the way is replaced once for all calls', async () => {
  const { directory, fetched } = setup('license-admin', [], true);
  await expect(directory.readMe()).resolves.toMatchObject({ access: 'assign-to-all' });
  expect(fetched()).toBe(1);
});

test('a claims challenge that no token meets ends after one fresh token, with the claims to ask the person for', async () => {
  const { directory, emulator } = setup('license-admin', [
    { kind: 'claims-challenge', rate: 1, pathPattern: '/me' },
  ]);
  await expect(directory.readMe()).rejects.toMatchObject({
    code: 'token-refused',
    claims: expect.any(String) as string,
  });
  expect(emulator.faults.injected()).toHaveLength(2);
});
