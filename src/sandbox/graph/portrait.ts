import { seededRandom } from '../../base/random';

/**
 * A made-up picture for a person: a pattern that mirrors itself, in a color of its own, always the same.
 * @param sizeInPixels Width and height wanted; rounded to the next multiple of 8.
 */
export function portrait(personId: string, sizeInPixels: number): Uint8Array {
  const cells = 6;
  const random = seededRandom(parseInt(personId.slice(-8), 16) || parseInt(personId.slice(0, 8), 16));
  const hue = random() * 2 * Math.PI;
  const ink = [-30, 60 * Math.cos(hue), 60 * Math.sin(hue)] as const;
  const paper = [90, 12 * Math.cos(hue), 12 * Math.sin(hue)] as const;
  const half = Array.from({ length: cells * (cells / 2) }, () => random() < 0.5);
  const side = Math.max(cells, Math.ceil(sizeInPixels / 8));
  const blocks = Array.from({ length: side * side }, (_, place) => {
    const column = Math.floor(((place % side) * cells) / side);
    const row = Math.floor((Math.floor(place / side) * cells) / side);
    return half[row * (cells / 2) + Math.min(column, cells - 1 - column)] ? ink : paper;
  });
  return jpegImage({ blocksWide: side, blocksHigh: side, blocks });
}

/** A picture as blocks of 8 × 8 pixels, row by row, each one color. */
interface BlockImage {
  readonly blocksWide: number;
  readonly blocksHigh: number;
  /** Luminance and the two chrominances of each block, each −127 to 127. */
  readonly blocks: readonly (readonly [number, number, number])[];
}

/** Number of codes of each length 1–16 for the DC sizes 0–11 (ITU-T T.81, table K.3). */
const dcLengths = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcSizes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** The one AC code that a picture of plain blocks needs: the end of a block, written as one zero bit. */
const acLengths = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const quantum = 8;

/** Writes a baseline JPEG (ITU-T T.81) of plain blocks; small, and valid everywhere. */
function jpegImage(image: BlockImage): Uint8Array {
  const [width, height] = [image.blocksWide * 8, image.blocksHigh * 8];
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array<number>(64).fill(quantum)]),
    ...segment(0xc0, [8, ...twoBytes(height), ...twoBytes(width), 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]),
    ...segment(0xc4, [0x00, ...dcLengths, ...dcSizes, 0x10, ...acLengths, 0x00]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    ...scan(image),
    0xff,
    0xd9,
  ]);
}

function segment(marker: number, payload: readonly number[]): number[] {
  return [0xff, marker, ...twoBytes(payload.length + 2), ...payload];
}

function twoBytes(value: number): [number, number] {
  return [value >> 8, value & 0xff];
}

/** Each block is three DC differences, each followed by the end of its block. */
function scan({ blocks }: BlockImage): number[] {
  const codes = huffmanCodes();
  const previous = [0, 0, 0];
  let bits = '';
  for (const block of blocks)
    for (const [component, level] of block.entries()) {
      const value = Math.round((level * 8) / quantum);
      bits += dcBits(value - (previous[component] ?? 0), codes) + '0';
      previous[component] = value;
    }
  return stuffed(bits);
}

function huffmanCodes(): string[] {
  const codes: string[] = [];
  let code = 0;
  for (const [index, count] of dcLengths.entries()) {
    for (let made = 0; made < count; made += 1) codes.push((code++).toString(2).padStart(index + 1, '0'));
    code <<= 1;
  }
  return codes;
}

function dcBits(difference: number, codes: readonly string[]): string {
  if (difference === 0) return codes[0] ?? '';
  const size = Math.abs(difference).toString(2).length;
  const magnitude = difference > 0 ? difference : difference + 2 ** size - 1;
  return (codes[size] ?? '') + magnitude.toString(2).padStart(size, '0');
}

/** Bytes of the bits, the last filled with ones; a zero follows each 0xFF so that it is no marker. */
function stuffed(bits: string): number[] {
  const whole = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const bytes = whole.match(/.{8}/g) ?? [];
  return bytes.map((byte) => parseInt(byte, 2)).flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte]));
}
