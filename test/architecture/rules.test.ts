import { readSource, type Source } from './readSource';
import * as rules from './rules';
import { fileSizes, functionSizes, sizeTable, spreadOf } from './sizes';
import { bareSuppressions, impatientImports, machineNames } from './textRules';

/** Parses samples: path below src to text. */
function setup(samples: Readonly<Record<string, string>>): Source[] {
  return Object.entries(samples).map(([path, text]) => readSource(`src/${path}`, text));
}

const ok = '/** Fine. */\nexport const fine = 1;\n';

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

test('an exported function, class or constant without a doc comment is found', () => {
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
  expect(setup({ 'base/a.ts': text })[0]?.undocumentedExports).toEqual(['a', 'B', 'e', 'f', 'g']);
  expect(rules.undocumentedExports(setup({ 'base/a.ts': ok }))).toEqual([]);
});

test('code that a screen fetches without waiting for the connection is found', () => {
  const lazy = "lazy(async () => ({ default: (await import('./Pane')).Pane }));";
  const patient = "lazy(async () => ({ default: (await loadWhenOnline(() => import('./Pane'))).Pane }));";
  const file = (path: string, text: string) => ({ path, text });
  expect(impatientImports([file('src/ui/a.tsx', lazy), file('src/ui/b.tsx', patient)])).toEqual([
    'src/ui/a.tsx:1 fetches code without loadWhenOnline',
  ]);
  expect(impatientImports([file('src/app/a.tsx', lazy)])).toEqual([]);
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
