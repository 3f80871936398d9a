import { AppError } from '../../../src/base/appError';
import type { ErrorCode } from '../../../src/base/appError';
import type { Clock } from '../../../src/base/clock';
import type { GetToken } from '../../../src/http/types';
import type { AccessClaims, VerifyToken } from '../../../src/sandbox/graph/accessClaims';
import { TokenExpired } from '../../../src/sandbox/graph/accessClaims';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import type { PersonaKey } from '../../../src/sandbox/tenant/personas';

/** Client id of the app under test. */
export const appId = 'app-under-test';

/** The sign-in of one page. */
export interface Tokens {
  readonly getToken: GetToken;
  /** Tokens that were issued so far, the first one too. */
  issued(): number;
  /** Times that claims were passed on. */
  challenged(): number;
  /** From now on no token comes and this is why; undefined ends it. */
  refuse(code: ErrorCode | undefined): void;
  /** From now on a new token takes so many milliseconds to come. */
  delay(byInMs: number): void;
}

interface TokensOptions {
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly persona: PersonaKey;
  /** Seconds; default an hour. */
  readonly livesForInS?: number;
}

/** Issues tokens as the sign-in service would: kept until they end, afresh where asked. */
export function createTokens({ tenant, clock, persona, livesForInS = 3_600 }: TokensOptions): Tokens {
  const kept = new Map<string, AccessClaims>();
  let refusal: ErrorCode | undefined;
  let issued = 0;
  let challenged = 0;
  let delayInMs = 0;
  const issue = (scp: readonly string[]): AccessClaims => {
    issued += 1;
    // As if just issued, and never in the second of a revocation.
    const iat = Math.ceil(clock.now() / 1_000) + 1;
    const oid = tenant.personas.find(({ key }) => key === persona)?.userId ?? '';
    return { oid, tid: tenant.id, appid: appId, scp, iat, exp: iat + livesForInS, xms_cc: ['cp1'] };
  };
  return {
    issued: () => issued,
    challenged: () => challenged,
    refuse: (code) => {
      refusal = code;
    },
    getToken: (scopes, claims, isFresh = false) => {
      if (refusal !== undefined) return Promise.reject(new AppError(refusal));
      if (claims !== undefined) challenged += 1;
      const key = scopes.join(' ');
      const known = kept.get(key);
      // The real source looks ahead a little; this one hands out what is about to end, which is harder.
      const isGood = known && !isFresh && claims === undefined && known.exp > clock.now() / 1_000;
      const late = isGood ? 0 : delayInMs;
      const tokenOf = (): string => {
        const token = isGood ? known : issue(scopes);
        kept.set(key, token);
        return Buffer.from(JSON.stringify(token)).toString('base64url');
      };
      return late === 0 ? Promise.resolve(tokenOf()) : clock.wait(late).then(tokenOf);
    },
    delay: (byInMs) => {
      delayInMs = byInMs;
    },
  };
}

/** Reads the tokens of {@link createTokens} at the service. */
export function tokenReader(clock: Clock): VerifyToken {
  return (bearer) => {
    const claims = JSON.parse(Buffer.from(bearer, 'base64url').toString()) as AccessClaims;
    if (claims.exp <= clock.now() / 1_000) return Promise.reject(new TokenExpired('over'));
    return Promise.resolve(claims);
  };
}
