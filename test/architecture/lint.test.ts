import { readdirSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { lint, type Finding, type Sample } from './lint';

const root = resolve(__dirname, '../..');

const isFile = (path: string): boolean => /\.\w+$/.test(path);

/** First source file of a folder or of one in it, as a path from the project's root. */
function fileIn(folder: string): string {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const file = entries.find((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  if (!file) throw new Error(`${folder} has no source file`);
  return posix.join(
    folder,
    file.parentPath.slice(join(root, folder).length).replaceAll('\\', '/'),
    file.name,
  );
}

/** Specifier with which a file in one folder imports a file of another. */
function specifierOf(from: string, to: string): string {
  const target = isFile(to) ? to : fileIn(to);
  const path = posix.relative(isFile(from) ? posix.dirname(from) : from, target).replace(/\.tsx?$/, '');
  return path.startsWith('.') ? path : `./${path}`;
}

const inFile = (from: string, code: string): Sample => ({
  path: isFile(from) ? from : `${from}/sample.ts`,
  code,
});

const forbiddenFolders = [
  ['src/base', 'src/http'],
  ['src/base', 'test'],
  ['src/http', 'src/auth'],
  ['src/graph', 'src/index.tsx'],
  ['src/files', 'src/jobs'],
  ['src/jobs', 'src/licensing'],
  ['src/jobs', 'src/graph'],
  ['src/jobs/journal', 'src/directory'],
  ['src/licensing', 'src/licensing/adapters/graph'],
  ['src/licensing/policy', 'src/graph'],
  ['src/licensing/preflight', 'src/license-jobs'],
  ['src/licensing/adapters/cloud-licensing', 'src/licensing/adapters/graph'],
  ['src/licensing/adapters/vendor', 'src/graph'],
  ['src/license-jobs', 'src/graph'],
  ['src/license-jobs', 'src/licensing/adapters/graph'],
  ['src/storage', 'src/jobs'],
  ['src/ui/pages/jobs', 'src/graph'],
  ['src/ui/pages/jobs', 'src/ui/pages/licenses'],
  ['src/ui/parts', 'src/ui/pages/jobs'],
  ['src/ui/queries', 'src/app'],
  ['src/app', 'src/sandbox'],
  ['src/sandbox', 'src/graph'],
  ['src/index.tsx', 'src/host'],
  ['manifest', 'src/auth'],
  ['manifest', 'test'],
] as const;

const allowedFolders = [
  ['src/base', 'src/base/clock.ts'],
  ['src/licensing/adapters/graph', 'src/graph'],
  ['src/licensing/adapters/graph', 'src/licensing/policy'],
  ['src/license-jobs/assign', 'src/license-jobs/move'],
  ['src/license-jobs/assign', 'src/licensing/preflight'],
  ['src/ui/pages/jobs', 'src/ui/parts'],
  ['src/ui/pages/jobs', 'src/ui/pages/jobs'],
  ['src/ui/parts', 'src/license-jobs'],
  ['src/app', 'src/licensing/adapters/graph'],
  ['src/app', 'src/ui/pages/jobs'],
  ['src/index.tsx', 'src/app'],
  ['manifest', 'src/base'],
  ['test', 'src/sandbox'],
  ['test/ui', 'src/graph'],
] as const;

const forms = [
  (specifier: string) => `import { b } from '${specifier}'; b();`,
  (specifier: string) => `import type { B } from '${specifier}'; export type A = B;`,
  (specifier: string) => `import '${specifier}';`,
  (specifier: string) => `export { b } from '${specifier}';`,
  (specifier: string) => `export type { B } from '${specifier}';`,
  (specifier: string) => `export const b = import('${specifier}');`,
];

const forbiddenCode = [
  ['src/ui', "import '@microsoft/teams-js';"],
  ['src/app', "import '@azure/msal-browser/redirect-bridge';"],
  ['src/http', "import '@microsoft/microsoft-graph-client';"],
  ['src/http', "import type { Client } from '@microsoft/microsoft-graph-client'; export type A = Client;"],
  ['src/jobs', "import 'react';"],
  ['src/jobs', "import 'idb';"],
  ['src/host', "import '@fluentui/react-components';"],
  ['src/sandbox', "import 'react-dom/client';"],
  ['src/base', "import 'node:fs';"],
  ['src/files', "import 'fflate';"],
  ['manifest', "import 'jose';"],
  ['src/ui', "fetch('/x');"],
  ['src/ui', "globalThis.fetch('/x');"],
  ['src/ui', 'export const send = fetch;'],
  ['src/ui', 'export const all = { fetch };'],
  ['src/jobs', "indexedDB.open('x');"],
  ['src/directory', "localStorage.getItem('x');"],
  ['src/ui', 'window.setTimeout(() => 0, 1);'],
  ['src/ui', 'export const at = Date.now();'],
  ['src/sandbox', 'export const at = new Date();'],
  ['src/jobs', 'export const dice = Math.random();'],
  ['src/base', 'export default function a(): void {}'],
  ['src/base', 'const b = 1; export default b;'],
  ['src/base', "export * from './clock';"],
  ['src/base', '\n'.repeat(301)],
  ['src/base', `export const long = (): void => {${'\n'.repeat(81)}};`],
  ['src/helpers', 'export const fine = 1;'],
  ['src/helper.ts', 'export const fine = 1;'],
] as const;

const allowedCode = [
  ['src/host', "import '@microsoft/teams-js';"],
  ['src/ui', "import 'react-dom/client'; import '@fluentui/react-icons/svg/open';"],
  ['src/jobs/journal', "import 'idb'; indexedDB.open('x');"],
  ['src/sandbox', "import 'node:path'; import 'fflate'; import 'jose';"],
  ['src/graph', "import type { User } from '@microsoft/microsoft-graph-types'; export type A = User;"],
  ['src/http', "fetch('/x');"],
  ['src/base', 'setTimeout(() => Date.now() + Math.random(), new Date().getTime());'],
  ['src/ui', 'export const a = (x: { fetch: () => void }): void => x.fetch(); export const b = new Date(0);'],
  ['src/ui/messages', '\n'.repeat(301)],
  ['test', "import 'node:fs'; import 'react'; fetch('/x');"],
] as const;

const forbidden = [
  ...forbiddenFolders.map(([from, to]) => inFile(from, forms[0]?.(specifierOf(from, to)) ?? '')),
  ...forms.map((form) => inFile('src/base', form(specifierOf('src/base', 'src/graph')))),
  ...forbiddenCode.map(([from, code]) => inFile(from, code)),
];
const allowed = [
  ...allowedFolders.flatMap(([from, to]) =>
    forms.slice(0, 4).map((form) => inFile(from, form(specifierOf(from, to)))),
  ),
  ...allowedCode.map(([from, code]) => inFile(from, code)),
];
const findings: Finding[][] = [];

/** Findings of the rules about imports, owners, exports and sizes. */
function findingsIn(index: number): string[] {
  return (findings[index] ?? [])
    .filter(({ rule }) => rule === '' || /^(boundaries\/|no-restricted-|max-lines)/.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

beforeAll(() => {
  findings.push(...lint([...forbidden, ...allowed]));
}, 60_000);

test.each(forbidden.map(({ path, code }, index) => [path, code, index] as const))(
  '%s may not hold: %s',
  (_path, _code, index) => {
    expect(findingsIn(index)).toEqual([expect.stringMatching(/^(boundaries|no-restricted-|max-lines)/)]);
  },
);

test.each(allowed.map(({ path, code }, index) => [path, code, forbidden.length + index] as const))(
  '%s may hold: %s',
  (_path, _code, index) => {
    expect(findingsIn(index)).toEqual([]);
  },
);
