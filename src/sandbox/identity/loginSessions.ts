import type { Clock } from '../../base/clock';
import type { NewId } from '../../base/ids';

/** Grant behind a code, which can be redeemed once. */
export interface PendingCode {
  readonly person: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** S256 challenge that the redeemer's verifier must meet (RFC 7636). */
  readonly codeChallenge: string;
  readonly nonce?: string;
}

/** Grant behind a refresh token. */
export interface RefreshGrant {
  readonly person: string;
  readonly clientId: string;
}

/** Codes and refresh tokens that were handed out; they live in memory and end with the process. */
export interface LoginSessions {
  issueCode(pending: PendingCode): string;
  /** Redeems a code; `undefined` if it is unknown, used or older than ten minutes. */
  redeemCode(code: string): PendingCode | undefined;
  issueRefreshToken(grant: RefreshGrant): string;
  /** Refresh tokens of single-page applications last 24 hours (Entra: refresh tokens). */
  findRefreshToken(token: string): RefreshGrant | undefined;
}

const codeLifetimeInMs = 600_000;
const refreshLifetimeInMs = 86_400_000;

/** Makes an empty register. */
export function createLoginSessions(clock: Clock, newId: NewId): LoginSessions {
  const codes = new Map<string, { endsAt: number; value: PendingCode }>();
  const refreshTokens = new Map<string, { endsAt: number; value: RefreshGrant }>();
  return {
    issueCode: (value) => {
      const code = `0.code.${newId()}`;
      codes.set(code, { endsAt: clock.now() + codeLifetimeInMs, value });
      return code;
    },
    redeemCode: (code) => {
      const found = codes.get(code);
      codes.delete(code);
      return found && found.endsAt > clock.now() ? found.value : undefined;
    },
    issueRefreshToken: (value) => {
      const token = `0.refresh.${newId()}`;
      refreshTokens.set(token, { endsAt: clock.now() + refreshLifetimeInMs, value });
      return token;
    },
    findRefreshToken: (token) => {
      const found = refreshTokens.get(token);
      return found && found.endsAt > clock.now() ? found.value : undefined;
    },
  };
}
