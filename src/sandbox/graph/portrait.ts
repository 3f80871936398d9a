import { seededRandom } from '../../base/random';
import { jpegImage } from './jpegImage';

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
