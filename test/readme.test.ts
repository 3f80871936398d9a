import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readCatalogue } from '../src/licensing/catalogue/readCatalogue';

const root = resolve(__dirname, '..');
const folders = ['', 'src/', 'src/decisions/', 'src/sandbox/', 'manifest/', 'test/'];
const readmes = folders.map((folder) => {
  const name = `${folder}README.md`;
  return { name, text: readFileSync(join(root, name), 'utf8') };
});
const codeReadme = readmes[1]?.text ?? '';

test('every file and folder that a README names is there', () => {
  const named = readmes.flatMap(({ text }) => [
    ...text.matchAll(/(?:`|\()((?:src|test|manifest|\.github)\/[\w./-]+)(?:`|\))/g),
  ]);
  const missing = named.flatMap(([, path = '']) => (existsSync(join(root, path)) ? [] : [path]));
  expect(named.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

test('every link from one README to another leads somewhere', () => {
  const links = readmes.flatMap(({ name, text }) =>
    [...text.matchAll(/\]\(([\w./-]+\.md)\)/g)].map(([, path = '']) => join(dirname(name), path)),
  );
  expect(links.length).toBeGreaterThan(4);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every room of the table is there', () => {
  const rooms = [...codeReadme.matchAll(/^\| `([\w/.-]+)`/gm)].map(([, room = '']) => room);
  expect(rooms.length).toBeGreaterThan(15);
  expect(rooms.filter((room) => !existsSync(join(root, 'src', room)))).toEqual([]);
});

test('every command that a README names is one of the project', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = readmes.flatMap(({ text }) =>
    [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('the entry of the catalogue that the README of the code shows is a valid one', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(codeReadme) ?? [];
  expect(readCatalogue({ entries: [JSON.parse(example)] }).entries).toHaveLength(1);
});
