import type { SiteRequest } from './siteTypes';

/** The JSON object in the body of a request; empty where there is none. Throws SyntaxError for what is not JSON. */
export function jsonBody(request: SiteRequest): Readonly<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(request.body ?? '{}');
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
}
