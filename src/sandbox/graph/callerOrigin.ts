import type { EmulatorRequest } from './emulatorHttp';

/**
 * Scheme and host as the caller wrote them, for links: those that a proxy says it was asked for, where there is one.
 * What is no host is left aside.
 */
export function callerOrigin({ url, headers }: EmulatorRequest): string {
  const { protocol, host } = new URL(url);
  const forwardedHost = firstOf(headers['x-forwarded-host']);
  const forwardedScheme = firstOf(headers['x-forwarded-proto'])?.toLowerCase();
  const scheme =
    forwardedScheme && /^https?$/.test(forwardedScheme) ? forwardedScheme : protocol.slice(0, -1);
  const isHost = forwardedHost !== undefined && /^[\w.-]+(:\d{1,5})?$/.test(forwardedHost);
  return `${scheme}://${isHost ? forwardedHost : host}`;
}

function firstOf(header: string | undefined): string | undefined {
  return header?.split(',')[0]?.trim();
}
