import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/**
 * Runs on the page to which the identity service redirects: passes the response to the window that opened it and closes.
 * Rejects with MSAL's own error when the address has no response in it, as when a person opens the page by hand.
 */
export async function returnFromSignIn(): Promise<void> {
  await broadcastResponseToMainFrame();
}
