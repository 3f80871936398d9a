import { AppError } from '../../base/appError';

/** The number of bytes that may still be unpacked; it is counted while they are, since a file can name any size. */
export interface UnpackBudget {
  bytesLeft: number;
}

/** The files of a zip archive. Names are compared without case and with either slash, as Office does. */
export interface ZipArchive {
  has(name: string): boolean;
  /**
   * Unpacks one file piece by piece. Throws AppError `file-too-large` when the budget is used up, `file-encrypted`, and
   * `file-unreadable` for a file that is missing or damaged.
   */
  read(name: string, budget: UnpackBudget): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

interface ZipEntry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  /** Place of its own header. */
  readonly offset: number;
  readonly nameLength: number;
}

/** Signatures and lengths of the records (PKWARE: APPNOTE.TXT, 4.3). */
const record = {
  local: { signature: 0x04034b50, length: 30 },
  central: { signature: 0x02014b50, length: 46 },
  end: { signature: 0x06054b50, length: 22 },
  end64: { signature: 0x06064b50, length: 56 },
  end64Locator: { signature: 0x07064b50, length: 20 },
} as const;
const maxCommentLength = 0xffff;
const inZip64 = 0xffffffff;
/** Far more than a workbook has; a file of more is made to waste time. */
const maxEntries = 65_536;
/** Sheets unpack to 10 to 30 times their size; what is far above is made to fill the memory (as Apache POI decides, ZipSecureFile). */
const maxRatio = 100;
/** So much may have any ratio: a small part can be the same all over. */
const minBombSize = 1024 * 1024;
/** Deflate unpacks up to 1,032 times its size, so this bounds what is in memory at one time. */
const packedPieceSize = 16 * 1024;

const unreadable = (cause: string): AppError => new AppError('file-unreadable', { cause: new Error(cause) });
const toKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** Reads numbers, little end first; one outside of the file means that the file is damaged. */
function createNumberReader(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const inside = (at: number, length: number): number => {
    if (at < 0 || at + length > bytes.length) throw unreadable('a record lies outside of the archive');
    return at;
  };
  return {
    uint16: (at: number) => view.getUint16(inside(at, 2), true),
    uint32: (at: number) => view.getUint32(inside(at, 4), true),
    uint64: (at: number) => Number(view.getBigUint64(inside(at, 8), true)),
  };
}
type NumberReader = ReturnType<typeof createNumberReader>;

/** The place and number of the entries in the directory at the end of the file. */
function findDirectory(numbers: NumberReader, size: number): { offset: number; count: number } {
  const last = size - record.end.length;
  for (let at = last; at >= Math.max(0, last - maxCommentLength); at -= 1) {
    if (numbers.uint32(at) !== record.end.signature) continue;
    const locator = at - record.end64Locator.length;
    if (locator >= 0 && numbers.uint32(locator) === record.end64Locator.signature) {
      const end64 = numbers.uint64(locator + 8);
      if (numbers.uint32(end64) !== record.end64.signature) throw unreadable('no directory of zip64');
      return { count: numbers.uint64(end64 + 32), offset: numbers.uint64(end64 + 48) };
    }
    return { count: numbers.uint16(at + 10), offset: numbers.uint32(at + 16) };
  }
  throw unreadable('no directory');
}

/** Replaces sizes and places that are in the extra field of zip64, in the order that it has them. */
function readSizes(
  numbers: NumberReader,
  at: number,
  nameLength: number,
): Pick<ZipEntry, 'packedSize' | 'offset'> {
  let [packedSize, offset] = [numbers.uint32(at + 20), numbers.uint32(at + 42)];
  let field = at + record.central.length + nameLength;
  const end = field + numbers.uint16(at + 30);
  while (field + 4 <= end) {
    const [id, length] = [numbers.uint16(field), numbers.uint16(field + 2)];
    if (id === 1) {
      let value = field + 4;
      if (numbers.uint32(at + 24) === inZip64) value += 8;
      if (packedSize === inZip64) {
        packedSize = numbers.uint64(value);
        value += 8;
      }
      if (offset === inZip64) offset = numbers.uint64(value);
    }
    field += 4 + length;
  }
  return { packedSize, offset };
}

function readDirectory(bytes: Uint8Array, numbers: NumberReader): Map<string, ZipEntry> {
  const { offset, count } = findDirectory(numbers, bytes.length);
  if (count > maxEntries) throw unreadable('too many entries');
  const entries = new Map<string, ZipEntry>();
  const decoder = new TextDecoder();
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    if (numbers.uint32(at) !== record.central.signature) throw unreadable('no entry in the directory');
    const nameLength = numbers.uint16(at + 28);
    const nameAt = at + record.central.length;
    const name = decoder.decode(bytes.subarray(nameAt, nameAt + nameLength));
    entries.set(toKey(name), {
      method: numbers.uint16(at + 10),
      isEncrypted: (numbers.uint16(at + 8) & 1) === 1,
      crc: numbers.uint32(at + 16),
      nameLength,
      ...readSizes(numbers, at, nameLength),
    });
    at = nameAt + nameLength + numbers.uint16(at + 30) + numbers.uint16(at + 32);
  }
  return entries;
}

/** Entries that share bytes are the way in which a small archive unpacks to a huge one. */
function refuseOverlaps(entries: Iterable<ZipEntry>, size: number): void {
  let end = 0;
  for (const entry of [...entries].sort((left, right) => left.offset - right.offset)) {
    if (entry.offset < end) throw unreadable('entries overlap');
    end = entry.offset + record.local.length + entry.nameLength + entry.packedSize;
  }
  if (end > size) throw unreadable('an entry ends outside of the archive');
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function updateCrc(crc: number, bytes: Uint8Array): number {
  let value = crc;
  // An indexed loop: `for…of` takes several times as long over 200 MB.
  for (let at = 0; at < bytes.length; at += 1)
    value = (crcTable[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return value;
}

/** The pieces of a packed file, handed over when they are asked for; `onTaken` is called with their sizes. */
function toStream(
  packed: Uint8Array<ArrayBuffer>,
  onTaken: (size: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        const piece = packed.slice(at, at + packedPieceSize);
        at += piece.length;
        onTaken(piece.length);
        if (piece.length > 0) controller.enqueue(piece);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Opens a zip archive. Throws AppError `file-unreadable` for what is none, or is damaged. */
export function openZipArchive(bytes: Uint8Array<ArrayBuffer>): ZipArchive {
  const numbers = createNumberReader(bytes);
  const entries = readDirectory(bytes, numbers);
  refuseOverlaps(entries.values(), bytes.length);

  const findPacked = ({ offset, packedSize }: ZipEntry): Uint8Array<ArrayBuffer> => {
    if (numbers.uint32(offset) !== record.local.signature) throw unreadable('no header of an entry');
    const start = offset + record.local.length + numbers.uint16(offset + 26) + numbers.uint16(offset + 28);
    if (start + packedSize > bytes.length) throw unreadable('an entry is cut off');
    return bytes.subarray(start, start + packedSize);
  };

  return {
    has: (name) => entries.has(toKey(name)),
    async *read(name, budget) {
      const entry = entries.get(toKey(name));
      if (!entry) throw unreadable(`${name} is missing`);
      if (entry.isEncrypted) throw new AppError('file-encrypted');
      if (entry.method !== 0 && entry.method !== 8) throw unreadable(`packed by method ${entry.method}`);
      let taken = 0;
      let unpacked = 0;
      const packed = toStream(findPacked(entry), (size) => (taken += size));
      const pieces = entry.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
      const reader = pieces.getReader();
      let crc = 0xffffffff;
      try {
        for (;;) {
          const { done, value } = await reader.read().catch((cause: unknown) => {
            throw new AppError('file-unreadable', { cause });
          });
          if (done) break;
          unpacked += value.length;
          budget.bytesLeft -= value.length;
          if (budget.bytesLeft < 0) throw new AppError('file-too-large');
          if (unpacked > minBombSize && unpacked > taken * maxRatio) throw unreadable('a zip bomb');
          crc = updateCrc(crc, value);
          yield value;
        }
      } finally {
        // What is left is not unpacked; a stream that failed cannot be canceled any more.
        await reader.cancel().catch(() => undefined);
      }
      // A changed byte could make another person of an address.
      if ((crc ^ 0xffffffff) >>> 0 !== entry.crc) throw unreadable(`${name} is damaged`);
    },
  };
}
