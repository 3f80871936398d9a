import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { TokenExpired } from '../../../src/sandbox/graph/accessClaims';
import { createIssuer } from '../../../src/sandbox/identity/createIssuer';
import type { Issuer, MintedTokens } from '../../../src/sandbox/identity/createIssuer';
import { openIssuerKeys } from '../../../src/sandbox/identity/issuerKeys';
import type { Persona } from '../../../src/sandbox/tenant/personas';
import { handClock, personas, setupProvider, tenantId } from './setupProvider';

const [admin, member] = personas as [Persona, Persona];
const clientId = '30000000-0000-4000-8000-000000000000';
const mintFor = (issuer: Issuer, persona: Persona, claims?: string): Promise<MintedTokens> =>
  issuer.mint({ persona, clientId, scopes: ['User.Read', 'User.Read.All'], ...(claims ? { claims } : {}) });

test('an access token names user, tenant, app, scopes and roles as Entra does', async () => {
  const { provider } = await setupProvider();
  const { accessToken } = await mintFor(provider.issuer, admin);
  expect(decodeJwt(accessToken)).toMatchObject({
    aud: '00000003-0000-0000-c000-000000000000',
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    oid: admin.userId,
    tid: tenantId,
    appid: clientId,
    scp: 'User.Read User.Read.All',
    wids: admin.roleTemplateIds,
    upn: admin.userPrincipalName,
  });
});

test('a member without roles still has the wids claim', async () => {
  const { provider } = await setupProvider();
  const { accessToken } = await mintFor(provider.issuer, member);
  expect(decodeJwt(accessToken)['wids']).toEqual(['b79fbf4d-3ef9-4689-8143-76b194e85509']);
});

test('the issuer accepts its own token and gives its claims', async () => {
  const { provider } = await setupProvider();
  const { accessToken } = await mintFor(
    provider.issuer,
    admin,
    '{"access_token":{"xms_cc":{"values":["CP1"]}}}',
  );
  await expect(provider.issuer.verify(accessToken)).resolves.toMatchObject({
    oid: admin.userId,
    scp: ['User.Read', 'User.Read.All'],
    xms_cc: ['CP1'],
  });
});

test('a token whose time is over is refused as expired', async () => {
  const { provider, clock } = await setupProvider();
  const { accessToken, expiresInS } = await mintFor(provider.issuer, admin);
  clock.advance(expiresInS * 1000 + 1000);
  await expect(provider.issuer.verify(accessToken)).rejects.toBeInstanceOf(TokenExpired);
});

test('an id token is no access token', async () => {
  const { provider } = await setupProvider();
  const { idToken } = await mintFor(provider.issuer, admin);
  await expect(provider.issuer.verify(idToken)).rejects.toThrow(/"aud"/);
});

test('a token that somebody else signed is refused', async () => {
  const { provider, clock } = await setupProvider();
  const stranger = createIssuer({ clock, tenantId, keys: await openIssuerKeys(undefined) });
  const { accessToken } = await mintFor(stranger, admin);
  await expect(provider.issuer.verify(accessToken)).rejects.toThrow(/signature/);
});

test('a token with a changed payload is refused', async () => {
  const { provider } = await setupProvider();
  const { accessToken } = await mintFor(provider.issuer, member);
  const [head, , signature] = accessToken.split('.');
  const forged = Buffer.from(JSON.stringify({ ...decodeJwt(accessToken), oid: admin.userId })).toString(
    'base64url',
  );
  await expect(provider.issuer.verify(`${head}.${forged}.${signature}`)).rejects.toThrow(/signature/);
});

test('the key set publishes the public half alone, under the id that tokens name', async () => {
  const { provider } = await setupProvider();
  const { accessToken } = await mintFor(provider.issuer, admin);
  const [key] = provider.issuer.keySet().keys;
  expect(key?.kid).toBe(decodeProtectedHeader(accessToken).kid);
  expect(key).not.toHaveProperty('d');
});

test('keys kept in a folder verify tokens of an earlier run and are readable by their owner alone', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'keys-'));
  const clock = handClock();
  const before = createIssuer({ clock, tenantId, keys: await openIssuerKeys(folder) });
  const { accessToken } = await mintFor(before, admin);
  const after = createIssuer({ clock, tenantId, keys: await openIssuerKeys(folder) });
  await expect(after.verify(accessToken)).resolves.toMatchObject({ oid: admin.userId });
  expect(statSync(path.join(folder, 'signing-key.json')).mode & 0o077).toBe(0);
});
