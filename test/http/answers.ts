import type { HttpRequest, HttpResponse } from '../../src/http/types';

/** An answer with a JSON body, or a text as it is. */
export function answer(
  status: number,
  body: unknown = {},
  headers: Record<string, string> = {},
): HttpResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, body: new TextEncoder().encode(text) };
}

/** A GET of nothing in particular, with what a test changes. */
export function request(changes: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url: 'https://graph.microsoft.com/v1.0/me', headers: {}, scopes: [], ...changes };
}

/** A `WWW-Authenticate` value that asks for `claims`. */
export function challenge(claims: unknown): string {
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  return `Bearer realm="", error="insufficient_claims", claims="${encoded}"`;
}
