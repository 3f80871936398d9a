import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { readSource } from './architecture/readSource';
import * as rules from './architecture/rules';
import { budgets, fileSizes, functionSizes, sizeTable } from './architecture/sizes';
import { bareSuppressions, impatientImports, machineNames, type TextFile } from './architecture/textRules';

const root = resolve(__dirname, '..');
const isForeign = /(^|[/\\])(node_modules|package-lock\.json)([/\\]|$)/;
const isText = /\.(ts|tsx|cjs|mjs|js|json|css|html|md|svg|yml)$|[/\\]run$/;

function readFolder(folder: string): TextFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isText.test(path) && !isForeign.test(relative(root, path)))
    .map(readText);
}

function readText(path: string): TextFile {
  return { path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') };
}

const rootTexts = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isFile() && isText.test(entry.name) && !isForeign.test(entry.name))
  .map((entry) => readText(join(root, entry.name)));
const texts = [...['src', 'test', 'manifest', '.ci', '.vscode'].flatMap(readFolder), ...rootTexts];
const sources = texts
  .filter(({ path }) => /^src\/.*\.tsx?$/.test(path))
  .map(({ path, text }) => readSource(path, text));

test('no files import one another in a ring', () => {
  expect(rules.importCycles(sources)).toEqual([]);
});

test('every exported function, class and constant has a doc comment', () => {
  expect(rules.undocumentedExports(sources)).toEqual([]);
});

test('most files and functions are short', () => {
  process.stdout.write(`${sizeTable(sources)}\n`);
  if (sources.length <= budgets.filesForPercentiles) return;
  expect(fileSizes(sources).p90).toBeLessThanOrEqual(budgets.file.p90);
  expect(functionSizes(sources).p90).toBeLessThanOrEqual(budgets.function.p90);
});

test('every silenced check carries its reason', () => {
  expect(bareSuppressions(texts)).toEqual([]);
});

test('code that a screen fetches later waits for the connection, or has something in its place', () => {
  expect(impatientImports(texts)).toEqual([]);
});

test('no text names a path of one machine or a package registry', () => {
  expect(machineNames(texts)).toEqual([]);
});
