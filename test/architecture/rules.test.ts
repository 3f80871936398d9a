import { readSource, type Source } from './readSource';
import * as rules from './rules';
import { fileSizes, functionSizes, sizeTable, spreadOf } from './sizes';
import { bareSuppressions, machineNames } from './textRules';

/** Parses samples: path below src to text. */
function setup(samples: Readonly<Record<string, string>>): Source[] {
  return Object.entries(samples).map(([path, text]) => readSource(`src/${path}`, text));
}

const ok = '/** Fine. */\nexport const fine = 1;\n';

test('a file outside the table is found', () => {
  expect(rules.unknownFolders(setup({ 'helpers/x.ts': ok, 'base/x.ts': ok }))).toEqual([
    'src/helpers/x.ts stands in no known folder',
  ]);
});

test.each([
  ['base/a.ts', '../http/b'],
  ['ui/pages/jobs/a.tsx', '../../../graph/b'],
  ['licensing/a.ts', './adapters/graph/b'],
  ['licensing/adapters/graph/a.ts', '../vendor/b'],
  ['licensing/adapters/vendor/a.ts', '../../../graph/b'],
  ['sandbox/a.ts', '../graph/b'],
  ['app/a.ts', '../sandbox/b'],
  ['graph/a.ts', '../index'],
  ['index.tsx', './host/b'],
])('%s may not import %s', (path, specifier) => {
  expect(rules.forbiddenImports(setup({ [path]: `import { b } from '${specifier}';` }))).toHaveLength(1);
});

test.each([
  ["import type { B } from '../graph/b';"],
  ["export type { B } from '../graph/b';"],
  ["type B = import('../graph/b').B;"],
  ["const b = import('../graph/b');"],
])('an import is seen however it is written: %s', (text) => {
  expect(rules.forbiddenImports(setup({ 'base/a.ts': text }))).toHaveLength(1);
});

test('imports of the own folder and of allowed folders pass', () => {
  const samples = setup({
    'licensing/adapters/graph/a.ts':
      "import { b } from './b'; import { c } from '../../c'; import { d } from '../../../graph/d';",
    'index.tsx': "import { app } from './app/app';",
    'app/a.ts': "import { b } from '../licensing/adapters/vendor/b';",
  });
  expect(rules.forbiddenImports(samples)).toEqual([]);
});

test('a page that imports another page is found, and so is a part that imports a page', () => {
  const samples = setup({
    'ui/pages/jobs/Jobs.tsx': "import { x } from '../licenses/x'; import { y } from './y';",
    'ui/parts/Part.tsx': "import { x } from '../pages/jobs/y';",
    'app/routes.tsx': "import { x } from '../ui/pages/jobs/Jobs';",
  });
  expect(rules.importsOfPages(samples)).toHaveLength(2);
});

test('a ring of files is found and named, however long', () => {
  const samples = setup({
    'base/a.ts': "import { b } from './b';",
    'base/b.ts': "import { c } from './c';",
    'base/c.ts': "import type { A } from './a'; import { a } from './a';",
    'base/d.ts': "import { a } from './a';",
  });
  expect(rules.importCycles(samples)).toEqual([
    'src/base/a.ts -> src/base/b.ts -> src/base/c.ts -> src/base/a.ts',
  ]);
});

test.each([
  ['ui/a.ts', '@microsoft/teams-js'],
  ['app/a.ts', '@azure/msal-browser/redirect-bridge'],
  ['http/a.ts', '@microsoft/microsoft-graph-client'],
  ['jobs/a.ts', 'react'],
  ['host/a.ts', '@fluentui/react-components'],
  ['base/a.ts', 'node:fs'],
])('%s may not import the package %s', (path, name) => {
  expect(rules.importsOfOwnedPackages(setup({ [path]: `import { b } from '${name}';` }))).toHaveLength(1);
});

test('owners import their packages', () => {
  const samples = setup({
    'host/a.ts': "import { app } from '@microsoft/teams-js';",
    'ui/a.tsx': "import { createRoot } from 'react-dom/client';",
    'sandbox/a.ts': "import { join } from 'node:path';",
  });
  expect(rules.importsOfOwnedPackages(samples)).toEqual([]);
});

test('shipped code that runs a development tool is found; its types and the sandbox may use one', () => {
  const samples = setup({
    'files/a.ts': "import { zipSync } from 'fflate';",
    'graph/a.ts': "import type { User } from '@microsoft/microsoft-graph-types';",
    'sandbox/a.ts': "import { zipSync } from 'fflate';",
  });
  expect(rules.importsOfTools(samples, ['react'])).toEqual([
    'src/files/a.ts imports fflate, which is not among the dependencies',
  ]);
});

test.each([
  ["fetch('/x')", 'fetch'],
  ["globalThis.fetch('/x')", 'fetch'],
  ['const send = fetch', 'fetch'],
  ['const all = { fetch }', 'fetch'],
  ["indexedDB.open('x')", 'indexedDB'],
  ['window.setTimeout(go, 1)', 'setTimeout'],
  ['const at = Date.now()', 'Date.now'],
  ['const at = new Date()', 'new Date()'],
  ['const dice = Math.random()', 'Math.random'],
])('the global in `%s` is found', (text, name) => {
  expect(setup({ 'ui/a.ts': text })[0]?.globals).toEqual([name]);
  expect(rules.usesOfOwnedGlobals(setup({ 'ui/a.ts': text }))).toHaveLength(1);
});

test('what only bears the name of a global passes, and so does its owner', () => {
  const text =
    'interface X { fetch(): void }\nconst a = options.fetch(); const b = new Date(0); type F = typeof fetch;';
  expect(setup({ 'ui/a.ts': text })[0]?.globals).toEqual([]);
  expect(rules.usesOfOwnedGlobals(setup({ 'http/a.ts': "fetch('/x')", 'base/a.ts': 'Date.now()' }))).toEqual(
    [],
  );
});

test('default exports and barrels are found', () => {
  const samples = setup({
    'base/a.ts': '/** x. */\nexport default function a() {}',
    'base/b.ts': 'const b = 1;\nexport default b;',
    'base/c.ts': "export * from './a';",
    'base/d.ts': ok,
  });
  expect(rules.badExports(samples)).toHaveLength(3);
});

test('each kind of export without a sentence is found', () => {
  const text = [
    'export function a() {}',
    'export class B {}',
    'export interface C {}',
    'export type D = 1;',
    'export const e = 1;',
    '// No doc comment.\nexport const f = 1;',
    '/** */\nexport const g = 1;',
    'const hidden = 1;',
  ].join('\n');
  expect(setup({ 'base/a.ts': text })[0]?.undocumentedExports).toEqual(['a', 'B', 'C', 'D', 'e', 'f', 'g']);
  expect(rules.undocumentedExports(setup({ 'base/a.ts': ok }))).toEqual([]);
});

test('a long file is found, a table may be long', () => {
  const text = 'const x = 1;\n'.repeat(301);
  expect(rules.longFiles(setup({ 'base/a.ts': text, 'ui/messages/en.ts': text }))).toEqual([
    'src/base/a.ts has 301 lines, more than 300',
  ]);
});

test('a long function is found by name and line', () => {
  const text = `\nconst long = () => {\n${'go();\n'.repeat(80)}};\n`;
  expect(rules.longFunctions(setup({ 'base/a.ts': text }))).toEqual([
    'src/base/a.ts:2 long has 82 lines, more than 80',
  ]);
});

test('sizes are spread over files and functions', () => {
  expect(spreadOf([5, 1, 2, 3, 4, 6, 7, 8, 9, 10])).toEqual({ count: 10, median: 5, p90: 9, max: 10 });
  expect(spreadOf([])).toEqual({ count: 0, median: 0, p90: 0, max: 0 });
  const sources = setup({ 'base/a.ts': 'function a() {\n  go();\n}\n', 'ui/messages/en.ts': ok });
  expect(fileSizes(sources)).toMatchObject({ count: 1, max: 3 });
  expect(functionSizes(sources)).toMatchObject({ count: 1, max: 3 });
  expect(sizeTable(sources).split('\n')).toHaveLength(4);
});

test('a silenced check without a reason is found', () => {
  const line = (rest: string): string => ['// eslint', `disable-next-line no-console${rest}`].join('-');
  const text = [
    line(''),
    line(' --'),
    line(' -- the log of the tool'),
    ['// @ts', 'expect-error'].join('-'),
  ].join('\n');
  expect(bareSuppressions([{ path: 'src/a.ts', text }])).toHaveLength(3);
});

test('a path of one machine and the host of a registry are found', () => {
  const folder = (name: string): string => ['', name, 'main'].join('/');
  const registry = ['https://registry', 'npmjs.org/x'].join('.');
  const text = [folder('work'), `see ${folder('home')}`, `"${folder('root')}"`, registry].join('\n');
  expect(machineNames([{ path: 'README.md', text }])).toHaveLength(4);
  expect(
    machineNames([{ path: 'README.md', text: 'src/work/x, https://a.example/root/x, /groups/x' }]),
  ).toEqual([]);
});
