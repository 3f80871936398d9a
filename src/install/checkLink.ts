import { AppError } from '../base/appError';

/**
 * Returns the normal form of a link that may be opened: https, the standard port, no user name, one of `allowedHosts` exactly.
 * Throws AppError `link-refused` for any other.
 */
export function checkLink(url: string, allowedHosts: ReadonlySet<string>): string {
  if (!URL.canParse(url)) throw new AppError('link-refused');
  const { protocol, port, username, password, hostname, href } = new URL(url);
  const isPlainHttps = protocol === 'https:' && port === '' && username === '' && password === '';
  if (!isPlainHttps || !allowedHosts.has(hostname)) throw new AppError('link-refused');
  return href;
}
