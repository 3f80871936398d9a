import { Zip, ZipDeflate, strToU8, zipSync } from 'fflate';
import { openZipArchive, type ZipArchive } from '../../../src/files/workbook/zipArchive';

const content = 'anna@contoso.com\n'.repeat(1000);
const zipped = (name = 'a/b.xml', level: 0 | 6 = 6): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync({ [name]: strToU8(content), 'other.xml': strToU8('x') }, { level }));

async function readText(archive: ZipArchive, name: string, bytesLeft = 1e6): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of archive.read(name, { bytesLeft }))
    text += decoder.decode(piece, { stream: true });
  return text;
}

const thrown = (bytes: Uint8Array<ArrayBuffer>, name = 'a/b.xml', bytesLeft = 1e6): Promise<unknown> =>
  (async () => readText(openZipArchive(bytes), name, bytesLeft))().catch((error: unknown) => error);

/** Bytes with the signature of a record, from the end. */
function findRecord(bytes: Uint8Array, signature: number): number {
  const view = new DataView(bytes.buffer);
  for (let at = bytes.length - 4; at >= 0; at -= 1) if (view.getUint32(at, true) === signature) return at;
  throw new Error('no such record');
}

/** The archive with the records of zip64, as they are written for large ones. */
function toZip64(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const end = findRecord(bytes, 0x06054b50);
  const view = new DataView(bytes.buffer);
  const extra = new DataView(new ArrayBuffer(76));
  extra.setUint32(0, 0x06064b50, true);
  extra.setBigUint64(4, 44n, true);
  extra.setBigUint64(24, BigInt(view.getUint16(end + 8, true)), true);
  extra.setBigUint64(32, BigInt(view.getUint16(end + 10, true)), true);
  extra.setBigUint64(40, BigInt(view.getUint32(end + 12, true)), true);
  extra.setBigUint64(48, BigInt(view.getUint32(end + 16, true)), true);
  extra.setUint32(56, 0x07064b50, true);
  extra.setBigUint64(64, BigInt(end), true);
  view.setUint16(end + 10, 0xffff, true);
  view.setUint32(end + 16, 0xffffffff, true);
  return new Uint8Array(
    Buffer.concat([bytes.subarray(0, end), new Uint8Array(extra.buffer), bytes.subarray(end)]),
  );
}

test.each([
  ['packed', zipped()],
  ['stored', zipped('a/b.xml', 0)],
  ['named with backslashes and capitals', zipped('A\\B.xml')],
  ['named from the root', zipped('/a/b.xml')],
  ['with the records of zip64', toZip64(zipped())],
  ['with a comment', new Uint8Array(zipSync({ 'a/b.xml': strToU8(content) }, { comment: 'made by hand' }))],
])('a file is read: %s', async (_name, bytes) => {
  expect(await readText(openZipArchive(bytes), 'a/b.xml')).toBe(content);
});

test('a file whose size stands behind it is read', async () => {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_error, piece) => pieces.push(piece));
  const file = new ZipDeflate('a/b.xml');
  zip.add(file);
  file.push(strToU8(content), true);
  zip.end();
  expect(await readText(openZipArchive(new Uint8Array(Buffer.concat(pieces))), 'a/b.xml')).toBe(content);
});

test('a changed byte, a cut and junk are noticed', async () => {
  const whole = zipped();
  const unreadable = expect.objectContaining({ code: 'file-unreadable' }) as unknown;
  const stored = zipped('a/b.xml', 0);
  stored[100] = (stored[100] ?? 0) ^ 1;
  expect(await thrown(stored)).toEqual(unreadable);
  for (let at = 30; at < 80; at += 7) {
    const changed = whole.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    const read = await thrown(changed);
    // A byte of the header's date or extra field says nothing about the content.
    if (read !== content) expect(read).toEqual(unreadable);
  }
  for (const length of [4, 22, 60, whole.length - 1, whole.length - 30])
    expect(await thrown(whole.slice(0, length))).toEqual(unreadable);
  expect(await thrown(whole, 'missing.xml')).toEqual(unreadable);
});

test('no more is unpacked than the budget allows, whatever sizes the file names', async () => {
  const bomb = new Uint8Array(zipSync({ 'a/b.xml': new Uint8Array(20_000_000) }, { level: 6 }));
  expect(bomb.length).toBeLessThan(60_000);
  // Both headers say that there are ten bytes.
  const view = new DataView(bomb.buffer);
  view.setUint32(22, 10, true);
  view.setUint32(findRecord(bomb, 0x02014b50) + 24, 10, true);
  const budget = { bytesLeft: 1_000_000 };
  const read = (async () => {
    for await (const piece of openZipArchive(bomb).read('a/b.xml', budget)) void piece;
  })();
  await expect(read).rejects.toMatchObject({ code: 'file-too-large' });
  // One packed piece of 16 KB holds at most this much.
  expect(budget.bytesLeft).toBeGreaterThan(-17_000_000);
});

test('entries that overlap, and too many, are refused', async () => {
  const overlapping = zipped('a/b.xml', 0);
  const second = findRecord(overlapping, 0x02014b50);
  new DataView(overlapping.buffer).setUint32(second + 42, 0, true);
  expect(await thrown(overlapping)).toMatchObject({ code: 'file-unreadable' });
  const many = toZip64(zipped());
  new DataView(many.buffer).setBigUint64(findRecord(many, 0x06064b50) + 32, 1_000_000n, true);
  expect(await thrown(many)).toMatchObject({ code: 'file-unreadable' });
});

test('an entry that is protected says so', async () => {
  const bytes = zipped();
  const entry = bytes.findIndex((_, at) => new DataView(bytes.buffer).getUint32(at, true) === 0x02014b50);
  bytes[entry + 8] = 1;
  expect(await thrown(bytes)).toMatchObject({ code: 'file-encrypted' });
});
