import { inflateSync } from 'node:zlib';

/** Red, green, blue and alpha, 0 to 255 each. */
type Pixel = readonly [number, number, number, number];

/** The pixels of a PNG picture of eight bits a channel, in RGB or RGBA and not interlaced, row by row. */
export function readPixels(png: Buffer): Pixel[] {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = png.readUInt8(25) === 6 ? 4 : 3;
  const rows = unfilter(inflateSync(imageData(png)), width * channels, height, channels);
  return Array.from({ length: width * height }, (_, index): Pixel => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = rows.subarray(
      index * channels,
      (index + 1) * channels,
    );
    return [red, green, blue, alpha];
  });
}

function imageData(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const isImage = png.toString('latin1', at + 4, at + 8) === 'IDAT';
    if (isImage) parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}

/** Undoes the five filters of PNG, each of which tells a byte from those to the left, above, and above left. */
function unfilter(data: Buffer, rowLength: number, height: number, step: number): Buffer {
  const out = Buffer.alloc(rowLength * height);
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (rowLength + 1)];
    for (let column = 0; column < rowLength; column += 1) {
      const at = row * rowLength + column;
      const left = column >= step ? (out[at - step] ?? 0) : 0;
      const above = row > 0 ? (out[at - rowLength] ?? 0) : 0;
      const aboveLeft = row > 0 && column >= step ? (out[at - rowLength - step] ?? 0) : 0;
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, aboveLeft)];
      out[at] = (data[at + row + 1] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
  }
  return out;
}

function paeth(left: number, above: number, aboveLeft: number): number {
  const guess = left + above - aboveLeft;
  const [toLeft, toAbove, toAboveLeft] = [left, above, aboveLeft].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
  return toAbove <= toAboveLeft ? above : aboveLeft;
}
