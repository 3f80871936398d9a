// Tokens that are no longer good enough (O, Entra: continuous access evaluation; D, Graph: error responses).
import { newUuid } from '../../../src/base/ids';
import { seededRandom } from '../../../src/base/random';
import { createGraphEmulator } from '../../../src/sandbox/graph/createGraphEmulator';
import { createIssuer } from '../../../src/sandbox/identity/createIssuer';
import { openIssuerKeys } from '../../../src/sandbox/identity/issuerKeys';
import { openOwnEmulator } from './openOwnEmulator';

function setup() {
  const opened = openOwnEmulator();
  const admin = opened.tenant.personas[0]?.userId ?? '';
  const now = () => Math.floor(opened.clock.time / 1000);
  const claimsOf = (header: string | undefined) => {
    const encoded = /claims="([^"]+)"/.exec(header ?? '')?.[1] ?? '';
    return JSON.parse(Buffer.from(encoded, 'base64').toString()) as unknown;
  };
  return { ...opened, admin, now, claimsOf };
}

/** An emulator that takes what a real issuer signs. */
async function openWithIssuer() {
  const { tenant, clock } = openOwnEmulator();
  const issuer = createIssuer({ clock, tenantId: tenant.id, keys: await openIssuerKeys(undefined) });
  const emulator = createGraphEmulator({
    tenant,
    clock,
    verifyToken: issuer.verify,
    random: seededRandom(7),
    newId: newUuid,
  });
  return { issuer, tenant, clock, emulator };
}

test('after a revocation an older token is challenged with the time since when tokens count', async () => {
  const { ask, emulator, admin, now, claimsOf } = setup();
  emulator.revoke(admin);
  const { status, headers, body } = await ask('/me', { cp1: true, issuedAt: now() - 600 });
  expect([status, body.error?.code]).toEqual([401, 'InvalidAuthenticationToken']);
  expect(headers['WWW-Authenticate']).toMatch(/^Bearer realm="", .*error="insufficient_claims"/);
  expect(claimsOf(headers['WWW-Authenticate'])).toEqual({
    access_token: { nbf: { essential: true, value: String(now()) } },
  });
});

test('a token that was issued later is good again', async () => {
  const { ask, emulator, admin, now, clock } = setup();
  emulator.revoke(admin);
  clock.time += 2_000;
  expect((await ask('/me', { cp1: true, issuedAt: now() })).status).toBe(200);
});

test('a client that did not declare cp1 keeps its token until it expires', async () => {
  const { ask, emulator, admin, now } = setup();
  emulator.revoke(admin);
  expect((await ask('/me', { issuedAt: now() - 600 })).status).toBe(200);
});

test('others are not touched by it', async () => {
  const { ask, emulator, admin, now } = setup();
  emulator.revoke(admin);
  expect((await ask('/me', { as: 'member', cp1: true, issuedAt: now() - 600 })).status).toBe(200);
});

test('a policy may ask for a stronger sign-in with 403 and claims', async () => {
  const { ask, emulator, admin, now, clock, claimsOf } = setup();
  emulator.demandStepUp(admin);
  const { status, headers } = await ask('/me', { issuedAt: now() - 600 });
  expect(status).toBe(403);
  expect(claimsOf(headers['WWW-Authenticate'])).toEqual({
    access_token: { acrs: { essential: true, value: 'c1' } },
  });
  clock.time += 2_000;
  expect((await ask('/me', { issuedAt: now() })).status).toBe(200);
});

test('a real token is good for its hour and no longer', async () => {
  const { issuer, emulator, tenant, clock } = await openWithIssuer();
  const [persona] = tenant.personas;
  if (!persona) throw new Error('no persona');
  const { accessToken, expiresInS } = await issuer.mint({
    persona,
    clientId: 'client',
    scopes: ['User.Read'],
  });
  const ask = async () => {
    const reply = await emulator.handle({
      method: 'GET',
      url: 'https://graph.microsoft.com/v1.0/me',
      headers: { authorization: `Bearer ${accessToken}` },
    });
    return [reply.status, /Lifetime validation failed/.test(String(reply.body))];
  };
  clock.time += (expiresInS - 1) * 1000;
  expect(await ask()).toEqual([200, false]);
  clock.time += 2_000;
  expect(await ask()).toEqual([401, true]);
});
