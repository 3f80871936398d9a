import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { AssigneeKind } from '../../../tenant/cloudRows';

const kinds = ['allotment', 'assignment', 'waitingMember', 'assignmentError', 'usageRight'] as const;
const ownerKinds: readonly AssigneeKind[] = ['user', 'group', 'device'];
const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** Meaning of an id of cloud licensing. */
export interface IdMeaning {
  readonly kind: (typeof kinds)[number];
  readonly ownerKind: AssigneeKind;
  readonly ownerId: string;
  /** Key of a pool or product, a GUID. */
  readonly key: string;
}

const secret = createHash('sha256').update('ids of cloud licensing').digest().subarray(0, 16);
const noStart = Buffer.alloc(16);

/**
 * Writes an id that callers cannot read, the same for the same thing: 52 letters and digits, as Microsoft's samples have
 * them. Every part of it depends on every part of what it means, so that no two ids look alike.
 */
export function sealId({ kind, ownerKind, ownerId, key }: IdMeaning): string {
  const first = kinds.indexOf(kind) * ownerKinds.length + ownerKinds.indexOf(ownerKind);
  const plain = Buffer.concat([Buffer.from([first]), hexOf(ownerId), hexOf(key).subarray(1)]);
  return base32(encipher(Buffer.from(encipher(plain)).reverse()));
}

/** Reads an id back; undefined for any other text. `isKey` says whether a key is the one that it was made of. */
export function openId(id: string): (Omit<IdMeaning, 'key'> & { isKey(key: string): boolean }) | undefined {
  const sealed = fromBase32(id);
  if (!sealed) return undefined;
  const plain = decipher(Buffer.from(decipher(sealed)).reverse());
  const first = plain.readUInt8(0);
  const kind = kinds[Math.floor(first / ownerKinds.length)];
  const ownerKind = ownerKinds[first % ownerKinds.length];
  if (!kind || !ownerKind) return undefined;
  const end = plain.subarray(17).toString('hex');
  const ownerId = plain
    .subarray(1, 17)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { kind, ownerKind, ownerId, isKey: (key) => key.replaceAll('-', '').endsWith(end) };
}

function hexOf(guid: string): Buffer {
  return Buffer.from(guid.replaceAll('-', ''), 'hex');
}

function encipher(bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-128-cbc', secret, noStart).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

function decipher(bytes: Uint8Array): Buffer {
  const cipher = createDecipheriv('aes-128-cbc', secret, noStart).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters.charAt(parseInt(five.padEnd(5, '0'), 2)))
    .join('');
}

function fromBase32(text: string): Buffer | undefined {
  if (!/^[a-z2-7]{52}$/.test(text)) return undefined;
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.slice(0, 256).match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2));
  return Buffer.from(bytes);
}
