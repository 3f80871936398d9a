import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { AssigneeKind } from '../../../tenant/cloudRows';

const kinds = ['allotment', 'assignment', 'waitingMember', 'assignmentError', 'usageRight'] as const;
const ownerKinds: readonly AssigneeKind[] = ['user', 'group', 'device'];
const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** Meaning of an id of cloud licensing. */
interface IdMeaning {
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
  let text = '';
  let rest = 0;
  let bits = 0;
  for (const byte of bytes) {
    rest = (rest << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += letters.charAt((rest >> (bits - 5)) & 31);
    rest &= (1 << bits) - 1;
  }
  return bits > 0 ? text + letters.charAt((rest << (5 - bits)) & 31) : text;
}

function fromBase32(text: string): Buffer | undefined {
  if (!/^[a-z2-7]{52}$/.test(text)) return undefined;
  const bytes: number[] = [];
  let rest = 0;
  let bits = 0;
  for (const letter of text) {
    rest = (rest << 5) | letters.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((rest >> bits) & 255);
    rest &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}
