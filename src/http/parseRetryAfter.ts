/**
 * Reads a `Retry-After` header, whole seconds or an HTTP date (RFC 9110, section 10.2.3), as milliseconds from
 * `nowInMs`. Undefined where there is none, where a browser hides it, and where it is neither.
 */
export function parseRetryAfter(value: string | undefined, nowInMs: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // An HTTP date begins with the day's name; Date.parse alone would also take such things as "12 apples".
  const date = /^[a-z]{3,9},? /i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowInMs);
}
