import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFingerprint } from '../../../src/sandbox/buildFingerprint';

function setup() {
  const folder = mkdtempSync(path.join(tmpdir(), 'build-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const file of ['src/index.tsx', 'src/sandbox/graph/x.ts', 'webpack.config.js', 'package-lock.json'])
    write(file, '1');
  return { write, fingerprint: () => buildFingerprint(folder) };
}

test('an unchanged project has the same fingerprint', () => {
  const { fingerprint } = setup();
  expect(fingerprint()).toBe(fingerprint());
});

test.each([
  'src/index.tsx',
  'src/ui/new.tsx',
  'webpack.config.js',
  'package-lock.json',
  'src/sandbox/host-page/main.ts',
])('a change of %s asks for a build', (file) => {
  const { write, fingerprint } = setup();
  const before = fingerprint();
  write(file, '2');
  expect(fingerprint()).not.toBe(before);
});

test('a change of what runs on Node alone asks for none', () => {
  const { write, fingerprint } = setup();
  const before = fingerprint();
  write('src/sandbox/graph/x.ts', '2');
  expect(fingerprint()).toBe(before);
});
