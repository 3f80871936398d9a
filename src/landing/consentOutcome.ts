/** Answer of the page for admin consent. */
interface ConsentOutcome {
  /** `none` where the page was opened by hand. */
  readonly kind: 'granted' | 'refused' | 'failed' | 'none';
  /** Entra's number of the error, such as `AADSTS65004`. */
  readonly code?: string;
}

/**
 * Reads the answer from the query (Microsoft identity platform: admin consent, successful and error response). Nothing but the number of an
 * error is taken from it, since anyone can make a link with another sentence.
 */
export function consentOutcome(query: URLSearchParams): ConsentOutcome {
  const error = query.get('error');
  if (error === null)
    return { kind: query.get('admin_consent')?.toLowerCase() === 'true' ? 'granted' : 'none' };
  const [code] = /AADSTS\d+/.exec(query.get('error_description') ?? '') ?? [];
  const kind = error === 'access_denied' || error === 'consent_required' ? 'refused' : 'failed';
  return { kind, ...(code === undefined ? {} : { code }) };
}
