/** Parts of an opaque id of the cloud licensing API. */
export interface PrincipalKey {
  readonly ownerKind: 'user' | 'group';
  readonly ownerId: string;
  readonly skuId: string;
}

/** Writes an id that callers cannot read, the same for the same thing. */
export function writePrincipalKey({ ownerKind, ownerId, skuId }: PrincipalKey): string {
  const hex = `${ownerKind === 'user' ? '01' : '02'}${ownerId}${skuId}`.replaceAll('-', '');
  return Buffer.from(hex, 'hex').toString('base64url');
}

/** Reads an id back; undefined for any other text. */
export function readPrincipalKey(id: string): PrincipalKey | undefined {
  const hex = Buffer.from(id, 'base64url').toString('hex');
  if (!/^0[12][0-9a-f]{64}$/.test(hex)) return undefined;
  return {
    ownerKind: hex.startsWith('01') ? 'user' : 'group',
    ownerId: guid(hex.slice(2, 34)),
    skuId: guid(hex.slice(34)),
  };
}

function guid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
