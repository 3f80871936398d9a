import { AppError } from '../base/appError';

/** Throws AppError `link-refused` unless `url` is an https address without a name and password in it. */
export function requireHttps(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'https:' || parsed.username || parsed.password) throw new AppError('link-refused');
  return parsed;
}

/** Opens an https address in a window of its own that cannot reach back. Throws AppError `link-refused` for anything else. */
export function openExternal(url: string): void {
  const { href } = requireHttps(url);
  // eslint-disable-next-line no-restricted-syntax -- this is the one place that opens windows, after the check above
  window.open(href, '_blank', 'noopener,noreferrer');
}
