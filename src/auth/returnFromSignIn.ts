import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/**
 * Runs on the page to which the identity service returns: hands the answer to the window that asked and closes.
 * Rejects with MSAL's own error when the address carries no answer, as when a person opens the page by hand.
 */
export async function returnFromSignIn(): Promise<void> {
  await broadcastResponseToMainFrame();
}
