import type { FaultKey } from '../../faultChoices';
import type { NaaAccount, NaaError, NaaToken } from '../../identity/naaToken';
import type { BridgeRequest } from './bridgeRequest';
import { fieldsOf, textOf } from './step';
import type { HostView, Step } from './step';

/** Answers to a request of the bridge. */
export type BridgeAnswer =
  | { readonly success: true; readonly token: NaaToken; readonly account: NaaAccount }
  | { readonly success: true; readonly initContext: object }
  | { readonly success: false; readonly error: NaaError };

/** Returns the reply to `nestedAppAuth.execute`: its JSON is the second item; teams-js ignores the first. */
export function bridgeReply(requestId: string, answer: BridgeAnswer): readonly unknown[] {
  return [false, JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...answer })];
}

/** Faults that show only while tokens are fetched, and never with tokens that MSAL kept from before. */
const tokenFaults: readonly FaultKey[] = [
  'sign-in-needed',
  'sign-in-cancelled',
  'no-network-for-tokens',
  'no-write-consent',
];

function initContext({ choices, person, tenantId }: HostView): BridgeAnswer {
  const homeAccountId = `${person.userId}.${tenantId}`;
  const accountContext = { homeAccountId, environment: 'login.microsoftonline.com', tenantId };
  // Without the account MSAL does not look into its cache first.
  const isFetchForced = tokenFaults.some((fault) => choices.faults.includes(fault));
  return {
    success: true,
    initContext: {
      sdkName: 'sandbox-host',
      sdkVersion: '1.0.0',
      capabilities: { queryAccount: true },
      ...(isFetchForced ? {} : { accountContext }),
    },
  };
}

function parse(data: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return fieldsOf(JSON.parse(data ?? ''));
  } catch {
    return {};
  }
}

/** Answers `nestedAppAuth.execute`; every request gets an answer, for MSAL waits for ever without one. */
export function executeNestedAuth(data: string | undefined, view: HostView): Step {
  const message = parse(data);
  const requestId = textOf(message['requestId']);
  const method = textOf(message['method']);
  if (method === 'GetInitContext') return { reply: bridgeReply(requestId, initContext(view)) };
  if (method === 'GetToken' || method === 'GetTokenPopup') {
    const parameters = fieldsOf(message['tokenParams']);
    const request: BridgeRequest = {
      requestId,
      isInteractive: method === 'GetTokenPopup',
      clientId: textOf(parameters['clientId']),
      scope: textOf(parameters['scope']),
      claims: textOf(parameters['claims']),
    };
    return { effect: { kind: 'token', request } };
  }
  const error: NaaError = { status: 'PERSISTENT_ERROR', code: 'unsupported_method', description: method };
  return {
    reply: bridgeReply(requestId, { success: false, error }),
    effect: { kind: 'unknown', func: `nestedAppAuth.execute ${method}` },
  };
}
