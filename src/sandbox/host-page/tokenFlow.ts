import type { NaaError, NaaTokenAnswer, NaaTokenRequest } from '../identity/naaToken';
import type { BridgeRequest } from './protocol/bridgeRequest';
import type { BridgeAnswer } from './protocol/nestedAuth';
import type { HostView } from './protocol/step';

/** Parts of the host page that fetching a token needs. */
export interface TokenSurroundings {
  readonly view: HostView;
  readonly frameOrigin: string;
  /** Asks the host's own server. */
  request(body: NaaTokenRequest): Promise<NaaTokenAnswer>;
  /** Asks the user to continue as the account; false if the question was closed. */
  askToSignIn(): Promise<boolean>;
  /** Shows permissions; true only where the person may agree and did. */
  askToConsent(scopes: readonly string[], mayConsent: boolean): Promise<boolean>;
  /** True if the user answered the sign-in question since the tab was loaded. */
  readonly session: { hasSignedIn: boolean };
}

const refuse = (error: NaaError): BridgeAnswer => ({ success: false, error });

const cancelled = refuse({
  status: 'USER_CANCEL',
  code: 'access_denied',
  description: 'AADSTS65004: The person closed the question.',
});

const interactionRequired = refuse({
  status: 'USER_INTERACTION_REQUIRED',
  code: 'interaction_required',
  description: 'AADSTS50078: A sign-in in front of the person is needed.',
});

const unreachable = (thrown: unknown): NaaTokenAnswer => ({
  kind: 'error',
  error: { status: 'TRANSIENT_ERROR', code: 'host_unreachable', description: String(thrown) },
});

async function askFirst(
  request: BridgeRequest,
  around: TokenSurroundings,
): Promise<BridgeAnswer | undefined> {
  const { faults } = around.view.choices;
  if (faults.includes('no-network-for-tokens')) {
    return refuse({ status: 'NO_NETWORK', code: 'no_network', description: 'The host has no network.' });
  }
  const isSignInNeeded = faults.includes('sign-in-needed') || faults.includes('sign-in-cancelled');
  if (!isSignInNeeded || around.session.hasSignedIn) return undefined;
  if (!request.isInteractive) return interactionRequired;
  if (faults.includes('sign-in-cancelled') || !(await around.askToSignIn())) return cancelled;
  around.session.hasSignedIn = true;
  return undefined;
}

/** Gets the tokens that MSAL asked the host for, asking the person where that is allowed and needed. */
export async function tokenFlow(request: BridgeRequest, around: TokenSurroundings): Promise<BridgeAnswer> {
  const refused = await askFirst(request, around);
  if (refused) return refused;
  const { clientId, scope, claims, isInteractive } = request;
  const body = {
    person: around.view.person.key,
    frameOrigin: around.frameOrigin,
    clientId,
    scope,
    claims,
    isInteractive,
  };
  const ask = (more: object = {}): Promise<NaaTokenAnswer> =>
    around.request({ ...body, ...more }).catch(unreachable);
  let answer = await ask();
  if (answer.kind === 'consent') {
    const { scopes, mayConsent } = answer;
    const hasAgreed = await around.askToConsent(scopes, mayConsent);
    if (!mayConsent) {
      const description = `AADSTS90094: An administrator has to consent to ${scopes.join(' ')}.`;
      return refuse({ status: 'USER_INTERACTION_REQUIRED', code: 'consent_required', description });
    }
    if (!hasAgreed) return cancelled;
    answer = await ask({ isConsentGiven: true });
  }
  switch (answer.kind) {
    case 'token':
      return { success: true, token: answer.token, account: answer.account };
    case 'error':
      return refuse(answer.error);
    case 'consent':
      return interactionRequired;
  }
}
