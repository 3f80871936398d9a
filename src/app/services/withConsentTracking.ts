import { toAppError } from '../../base/appError';
import { askedTogether } from '../../auth/scopes';
import type { Scope } from '../../base/scope';
import type { TokenSource } from '../../auth/tokenSource';
import type { GetToken } from '../../http/types';

/** Tokens for the transport, and a request for the consent that they lack. */
export interface InteractiveTokenSource {
  readonly getToken: GetToken;
  /**
   * Asks the person for these permissions, by default those that were refused last, and related ones; call it from a click.
   * Rejects as `TokenSource.signIn` does.
   */
  readonly requestConsent: (scopes?: readonly Scope[]) => Promise<void>;
}

/** Tracks the permissions that were refused, so that a button can ask for exactly these. */
export function withConsentTracking(source: TokenSource): InteractiveTokenSource {
  let refused: { readonly scopes: readonly Scope[]; readonly claims?: string } = { scopes: ['User.Read'] };
  return {
    async getToken(scopes, claims, isFresh) {
      // Only this app's own calls reach the transport, and those name scopes of the closed list.
      const asked = scopes as readonly Scope[];
      try {
        return await source.getToken(asked, claims, isFresh);
      } catch (thrown) {
        const { code } = toAppError(thrown);
        if ((code === 'consent-needed' || code === 'sign-in-needed') && !isAskedByName(asked))
          refused = { scopes: asked, claims };
        throw thrown;
      }
    },
    async requestConsent(scopes) {
      if (scopes) await source.signIn(askedTogether(scopes));
      else await source.signIn(askedTogether(refused.scopes), refused.claims);
    },
  };
}

/** True for a permission that has a button of its own, which names it: a button for what else was refused must not ask for it. */
function isAskedByName(scopes: readonly Scope[]): boolean {
  return scopes.includes('AuditLog.Read.All');
}
