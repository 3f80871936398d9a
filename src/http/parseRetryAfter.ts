/**
 * Parses a `Retry-After` header, whole seconds or an HTTP date (RFC 9110, section 10.2.3), to milliseconds from
 * `nowInMs`. Undefined if there is none, a browser hides it, or it is neither.
 */
export function parseRetryAfter(value: string | undefined, nowInMs: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // An HTTP date begins with the name of a day; Date.parse alone would also accept texts such as "12 apples".
  const date = /^[a-z]{3,9},? /i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowInMs);
}
