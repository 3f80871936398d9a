import type { SiteResponse } from './siteTypes';

/** Text of the given media type, not to be kept by caches. */
export function textResponse(body: string, mediaType: string, status = 200): SiteResponse {
  return {
    status,
    headers: { 'content-type': `${mediaType}; charset=utf-8`, 'cache-control': 'no-store' },
    body,
  };
}

/** An HTML page. */
export function htmlResponse(body: string, status = 200): SiteResponse {
  return textResponse(body, 'text/html', status);
}

/** A value as JSON. */
export function jsonResponse(value: unknown, status = 200): SiteResponse {
  return textResponse(JSON.stringify(value), 'application/json', status);
}

/** Sends the browser on to another address. */
export function redirectResponse(location: string): SiteResponse {
  return { status: 302, headers: { location, 'cache-control': 'no-store' } };
}
