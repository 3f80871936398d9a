/**
 * Reads the decoded claims of a `WWW-Authenticate` header that says `insufficient_claims`, ready to be passed on when
 * the next token is fetched (Entra: claims challenges). Undefined if there is no such challenge or it is malformed.
 */
export function readClaimsChallenge(header: string | undefined): string | undefined {
  if (!header || !/\berror="insufficient_claims"/i.test(header)) return undefined;
  const encoded = /\bclaims="([^"]+)"/i.exec(header)?.[1];
  if (!encoded) return undefined;
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (char) => char.charCodeAt(0)),
    );
    return isJsonObject(JSON.parse(text)) ? text : undefined;
  } catch {
    return undefined;
  }
}

function isJsonObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
