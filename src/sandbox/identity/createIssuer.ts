import { SignJWT, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload } from 'jose';
import type { Clock } from '../../base/clock';
import { TokenExpired } from '../graph/accessClaims';
import type { VerifyToken } from '../graph/accessClaims';
import type { Persona } from '../tenant/personas';
import type { IssuerKeys } from './issuerKeys';

/** The application id of Microsoft Graph, which is the audience of its tokens in every tenant. */
const graphAudience = '00000003-0000-0000-c000-000000000000';

/** Entra puts this role into `wids` of members who hold none, so that the claim is never missing. */
const ordinaryUserRole = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

/** Claims of one token besides the issuer's own. */
export interface MintOptions {
  readonly persona: Persona;
  readonly clientId: string;
  /** Granted permissions by their short names, such as `User.Read`. */
  readonly scopes: readonly string[];
  /** The raw `claims` parameter of the request, in JSON. */
  readonly claims?: string;
  /** Echoed in the id token, where the sign-in page was asked with one. */
  readonly nonce?: string;
}

/** Tokens as a token endpoint hands them out. */
export interface MintedTokens {
  readonly accessToken: string;
  readonly idToken: string;
  /** Seconds until both end. */
  readonly expiresInS: number;
}

/** Signs tokens like Entra's for one tenant, and checks them. */
export interface Issuer {
  /** The `iss` claim: that of Entra's v2 endpoint for this tenant. */
  readonly name: string;
  mint(options: MintOptions): Promise<MintedTokens>;
  /** Accepts only what this issuer signed for Graph and what is in force; rejects with the reason. */
  readonly verify: VerifyToken;
  keySet(): JSONWebKeySet;
}

/** `lifetimeInS`: seconds for which a token is in force, default 4,000 (Entra: 60 to 90 minutes). */
interface IssuerOptions {
  readonly clock: Clock;
  readonly tenantId: string;
  readonly keys: IssuerKeys;
  readonly lifetimeInS?: number;
}

function clientCapabilities(claims: string | undefined): readonly string[] {
  try {
    const parsed = JSON.parse(claims ?? '{}') as { access_token?: { xms_cc?: { values?: unknown } } };
    const values = parsed.access_token?.xms_cc?.values;
    return Array.isArray(values) ? values.map(String) : [];
  } catch {
    return [];
  }
}

function identityClaims({ persona }: MintOptions, tenantId: string): JWTPayload {
  return {
    oid: persona.userId,
    sub: persona.userId,
    tid: tenantId,
    name: persona.displayName,
    preferred_username: persona.userPrincipalName,
    wids: persona.roleTemplateIds.length > 0 ? [...persona.roleTemplateIds] : [ordinaryUserRole],
    ver: '2.0',
  };
}

function accessClaims(options: MintOptions): JWTPayload {
  const capabilities = clientCapabilities(options.claims);
  return {
    appid: options.clientId,
    azp: options.clientId,
    upn: options.persona.userPrincipalName,
    scp: options.scopes.join(' '),
    ...(capabilities.length > 0 ? { xms_cc: [...capabilities] } : {}),
  };
}

const listOf = (claim: unknown): readonly string[] => (Array.isArray(claim) ? claim.map(String) : []);

/** Makes the issuer of one tenant. */
export function createIssuer({ clock, tenantId, keys, lifetimeInS = 4000 }: IssuerOptions): Issuer {
  const name = `https://login.microsoftonline.com/${tenantId}/v2.0`;

  const sign = (audience: string, claims: JWTPayload): Promise<string> => {
    const nowInS = Math.floor(clock.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keys.keyId })
      .setIssuer(name)
      .setAudience(audience)
      .setIssuedAt(nowInS)
      .setNotBefore(nowInS)
      .setExpirationTime(nowInS + lifetimeInS)
      .sign(keys.privateKey);
  };

  const verify: VerifyToken = async (bearer) => {
    const required = { issuer: name, audience: graphAudience, currentDate: new Date(clock.now()) };
    try {
      const { payload } = await jwtVerify(bearer, keys.publicKey, { ...required, algorithms: ['RS256'] });
      return {
        oid: String(payload['oid']),
        tid: String(payload['tid']),
        appid: String(payload['appid']),
        scp: String(payload['scp']).split(' ').filter(Boolean),
        exp: payload.exp ?? 0,
        iat: payload.iat ?? 0,
        xms_cc: listOf(payload['xms_cc']),
      };
    } catch (thrown) {
      if (thrown instanceof errors.JWTExpired) throw new TokenExpired();
      throw thrown;
    }
  };

  return {
    name,
    verify,
    keySet: () => ({ keys: [keys.publicJwk] }),
    mint: async (options) => {
      const identity = identityClaims(options, tenantId);
      const nonce = options.nonce === undefined ? {} : { nonce: options.nonce };
      return {
        accessToken: await sign(graphAudience, { ...identity, ...accessClaims(options) }),
        idToken: await sign(options.clientId, {
          ...identity,
          ...nonce,
          login_hint: options.persona.userPrincipalName,
        }),
        expiresInS: lifetimeInS,
      };
    },
  };
}
