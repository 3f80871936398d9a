import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkIcon } from '../../manifest/checkIcon';
import { readPixels } from '../support/readPixels';

const icon = (name: string): Buffer =>
  readFileSync(join(resolve(__dirname, '../../manifest'), `${name}.png`));

test('the icons of the app pass', () => {
  expect(checkIcon('color', icon('color'))).toEqual([]);
  expect(checkIcon('outline', icon('outline'))).toEqual([]);
});

test('something else than a PNG picture is refused', () => {
  expect(checkIcon('color', Buffer.from('<svg/>'))).toEqual(['color.png is not a PNG picture.']);
});

test('a picture of the wrong size, or an outline without transparency, is refused', () => {
  expect(checkIcon('outline', icon('color'))).toEqual([
    expect.stringContaining('192 by 192'),
    expect.stringContaining('no transparency'),
  ]);
});

test('the outline icon is white lines on a transparent ground', () => {
  const pixels = readPixels(icon('outline'));
  const drawn = pixels.filter(([, , , alpha]) => alpha > 0);
  expect(drawn.length).toBeGreaterThan(100);
  expect(drawn.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
  expect(pixels[0]).toEqual([0, 0, 0, 0]);
});

test('the color icon fills its square', () => {
  const pixels = readPixels(icon('color'));
  expect(pixels).toHaveLength(192 * 192);
  expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
});
