import type { SiteRequest } from './siteTypes';

/** Thrown for an invalid request; answered with 400 and its message. */
export class MalformedRequest extends Error {
  override readonly name = 'MalformedRequest';
}

/** The JSON object in the body of a request; empty where there is none. Throws MalformedRequest for anything else. */
export function jsonBody({ body }: SiteRequest): Readonly<Record<string, unknown>> {
  const parsed = body === undefined || body === '' ? {} : parse(body);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new MalformedRequest('The body must be a JSON object');
  return parsed as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new MalformedRequest('The body is not JSON', { cause });
  }
}
