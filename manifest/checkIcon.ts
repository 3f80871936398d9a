/** The sides in pixels that Teams asks of its icons (Teams: app icons); Outlook and Microsoft 365 take the small one in color. */
export const iconSizes = { color: 192, outline: 32, color32x32: 32 } as const;

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const colorsWithAlpha = [4, 6];

/** Returns the faults of an icon of the Teams app, a sentence each; empty if it is valid. */
export function checkIcon(name: keyof typeof iconSizes, png: Uint8Array): string[] {
  const isPng = png.length > 26 && signature.every((byte, index) => png[index] === byte);
  if (!isPng) return [`${name}.png is not a PNG picture.`];
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height, color] = [view.getUint32(16), view.getUint32(20), view.getUint8(25)];
  const size = iconSizes[name];
  const faults: string[] = [];
  if (width !== size || height !== size) {
    faults.push(`${name}.png is ${width} by ${height} pixels; Teams wants ${size} by ${size}.`);
  }
  if (name === 'outline' && !colorsWithAlpha.includes(color)) {
    faults.push('outline.png has no transparency; Teams wants white lines on a transparent ground.');
  }
  if (name === 'color32x32' && !colorsWithAlpha.includes(color))
    faults.push('color32x32.png has no transparency; its corners must be transparent.');
  return faults;
}
