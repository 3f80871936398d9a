import { resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../..');
const inRoot = (path: string): string => resolve(root, path).replaceAll('\\', '/');

const samples = {
  process: 'process.exit();',
  Buffer: "Buffer.from('');",
  'node:path': "import { join } from 'node:path'; join('');",
  document: "document.title = '';",
  test: "test('x', () => {});",
};
const browser = ['document'];
const node = ['process', 'Buffer', 'node:path'];
const all = Object.keys(samples);

/** Configurations that the root one references, each read as the compiler reads it. */
function readPrograms(): readonly ts.ParsedCommandLine[] {
  const { projectReferences } = readConfig('tsconfig.json');
  return (projectReferences ?? []).map(({ path }) => readConfig(path));
}

function readConfig(path: string): ts.ParsedCommandLine {
  const file = ts.readJsonConfigFile(inRoot(path), (name) => ts.sys.readFile(name));
  return ts.parseJsonSourceFileConfigFileContent(file, ts.sys, root);
}

/** Names among the samples that a file may use, found by compiling one sample after the other in its place. */
function usableIn(path: string): string[] {
  const program = programs.find(({ fileNames }) => fileNames.includes(inRoot(path)));
  return Object.entries(samples).flatMap(([name, text]) =>
    program && compiles(path, text, program.options) ? [name] : [],
  );
}

const parsed = new Map<string, ts.SourceFile | undefined>();

function compiles(path: string, text: string, options: ts.CompilerOptions): boolean {
  const host = ts.createCompilerHost(options);
  const sample = inRoot(path);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, settings) => {
    if (file === sample) return ts.createSourceFile(file, `${text}\nexport {};`, settings);
    if (!parsed.has(file)) parsed.set(file, read(file, settings));
    return parsed.get(file);
  };
  const program = ts.createProgram({ rootNames: [sample], options, host });
  return program.getSemanticDiagnostics(program.getSourceFile(sample)).length === 0;
}

const programs = readPrograms();

test.each([
  ['src/index.tsx', browser],
  ['src/ui/routes.ts', browser],
  ['src/sandbox/host-page/main.ts', browser],
  ['src/sandbox/main.ts', node],
  ['manifest/package.ts', node],
  ['test/run.ts', all],
])('%s may use %j of its platform alone', (path, names) => {
  expect(usableIn(path)).toEqual(all.filter((name) => names.includes(name)));
});

test('every TypeScript file is compiled by exactly one program', () => {
  const compiled = programs.flatMap(({ fileNames }) => fileNames);
  const files = ['src', 'test', 'manifest'].flatMap((folder) =>
    ts.sys.readDirectory(inRoot(folder), ['.ts', '.tsx'], ['**/node_modules']),
  );
  expect([...compiled].sort()).toEqual([...files].sort());
});
