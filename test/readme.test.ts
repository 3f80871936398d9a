import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCatalogue } from '../src/licensing/catalogue/readCatalogue';

const root = resolve(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('every file and folder that the README names is there', () => {
  const named = [...readme.matchAll(/(?:`|\()((?:src|test|manifest|\.github)\/[\w./-]+)(?:`|\))/g)];
  const missing = named.flatMap(([, path = '']) => (existsSync(join(root, path)) ? [] : [path]));
  expect(named.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

test('every command that the README names is one of the project', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('the catalogue entry that the README shows is a valid one', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(readCatalogue({ entries: [JSON.parse(example)] }).entries).toHaveLength(1);
});
