// The rules of the code. The tables at the top say which folder may import which, and who alone may use what.
import { readFileSync } from 'node:fs';
import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { wordsConfig } from './test/words/plugin.mjs';

const belowUi = [
  ...['src/base', 'src/storage', 'src/files', 'src/jobs', 'src/licensing'],
  ...['src/directory', 'src/install', 'src/activity', 'src/license-jobs', 'src/tenant-check'],
];

/**
 * Folders and what each may import besides itself: imports run downwards alone. A file belongs to the longest path
 * that holds it; a file that no path holds is an error. A path that ends in `*` stands for each folder in it.
 */
const folders = {
  'src/base': [],
  'src/host': ['src/base'],
  'src/auth': ['src/base'],
  'src/http': ['src/base'],
  'src/storage': ['src/base'],
  'src/files': ['src/base'],
  'src/jobs': ['src/base'],
  'src/licensing': ['src/base'],
  'src/graph': ['src/base', 'src/http'],
  'src/licensing/adapters/graph': ['src/base', 'src/licensing', 'src/graph'],
  'src/licensing/adapters/cloud-licensing': ['src/base', 'src/licensing', 'src/graph'],
  'src/licensing/adapters/vendor': ['src/base', 'src/licensing', 'src/http'],
  'src/directory': ['src/base', 'src/graph'],
  'src/install': ['src/base', 'src/graph'],
  'src/activity': ['src/base', 'src/graph', 'src/jobs'],
  'src/tenant-check': ['src/base', 'src/http'],
  'src/license-jobs': ['src/base', 'src/jobs', 'src/licensing', 'src/directory', 'src/install'],
  'src/ui': belowUi,
  'src/ui/pages/*': [...belowUi, 'src/ui'],
  'src/app': ['src/!(sandbox)', 'src/licensing/adapters/*', 'src/ui/pages/*'],
  'src/landing': [],
  'src/sandbox': ['src/base'],
  manifest: ['src/base', 'src/sandbox'],
};

/** Files of `src` that stand in no folder, and what each may import. */
const entries = {
  'src/index.tsx': ['src/app', 'src/auth', 'src/base'],
  'src/redirect.ts': ['src/auth', 'src/base'],
};

/** Folders that run in Node: they may import its modules, and development tools. */
const nodeFolders = ['src/sandbox', 'manifest'];

/** Packages that only these paths may import. */
const packageOwners = {
  '@microsoft/teams-js': ['src/host'],
  '@azure/msal-browser': ['src/auth'],
  '@microsoft/microsoft-graph-client': ['src/graph'],
  idb: ['src/jobs/journal', 'src/storage'],
  '{react,react-dom,wouter,@fluentui/*,@tanstack/*}': ['src/ui', 'src/app'],
  '{jose,libsql}': ['src/sandbox'],
  saxes: ['src/files/workbook'],
};

/** Globals of the browser that only these paths of `src` may use. */
const globalOwners = {
  // The host page is a browser program of its own and asks its own server, as the client of the watched build does.
  fetch: ['src/http', 'src/sandbox/host-page', 'src/sandbox/dev/client.ts'],
  indexedDB: ['src/jobs/journal', 'src/storage'],
  localStorage: ['src/storage'],
  sessionStorage: ['src/storage'],
  Worker: ['src/files'],
  setTimeout: ['src/base'],
  setInterval: ['src/base'],
  clearTimeout: ['src/base'],
  clearInterval: ['src/base'],
};

/** Syntax that only these paths of `src` may use. */
const syntaxOwners = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The present comes from a Clock (src/base/clock).',
    owners: ['src/base'],
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The present comes from a Clock (src/base/clock).',
    owners: ['src/base'],
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Chance comes from a Random (src/base/random).',
    owners: ['src/base'],
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Remote text is only ever React text.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Remote text is only ever text nodes.',
  },
  {
    selector: 'CallExpression[callee.object.name="window"][callee.property.name="open"]',
    message: 'Links are opened by openExternal alone.',
  },
  {
    selector: 'ImportNamespaceSpecifier[parent.source.value=/^(@fluentui|@microsoft\\u002Fteams-js)/]',
    message: 'A namespace import of this package defeats tree shaking.',
  },
  { selector: 'ExportAllDeclaration', message: 'No barrel that re-exports a tree.' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
];

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const glob = (path) => (/\.\w+$/.test(path) ? path : `${path}/**`);
const isWithin = (path, owner) => path === owner || path.startsWith(`${owner}/`);
const isOwner = (path, owners = []) => owners.some((owner) => isWithin(path, owner));
const toPackage = (source, origin = 'external') => ({ to: { module: { origin, source } } });

/** Policies for the imports of the files of one path; the last that fits decides. */
function importPolicies(path) {
  const [, mayImport] = Object.entries({ ...folders, ...entries })
    .filter(([folder]) => isWithin(path, folder))
    .sort(([a], [b]) => b.length - a.length)[0] ?? [undefined, []];
  const ofOthers = Object.entries(packageOwners).filter(([, owners]) => !isOwner(path, owners));
  const packages = isOwner(path, nodeFolders)
    ? [{ allow: toPackage('**', ['external', 'core']) }]
    : [
        {
          disallow: toPackage('**'),
          message: 'What ships may import the dependencies of package.json and types alone.',
        },
        {
          allow: [toPackage(Object.keys(dependencies)), { ...toPackage('**'), dependency: { kind: 'type' } }],
        },
      ];
  return [
    ...mayImport.map((type) => ({ allow: { to: { element: { type } } } })),
    ...packages,
    ...ofOthers.map(([source, owners]) => ({
      disallow: toPackage(source),
      message: `Only ${owners.join(' and ')} may import this package.`,
    })),
  ];
}

/** What the files of one path may import and use. */
function restrictions(path) {
  const globals = Object.entries(globalOwners)
    .filter(([, owners]) => !isOwner(path, owners))
    .map(([name, owners]) => ({ name, message: `Only ${owners.join(' and ') || 'no folder'} may use it.` }));
  const syntax = syntaxOwners
    .filter(({ owners }) => !isOwner(path, owners))
    .map(({ selector, message }) => ({ selector, message }));
  const imports = {
    default: 'disallow',
    message: 'The table of folders in eslint.config.mjs does not allow this import.',
    checkAllOrigins: true,
    checkUnknownLocals: true,
    policies: importPolicies(path),
  };
  return {
    files: [glob(path)],
    rules: {
      'boundaries/dependencies': ['error', imports],
      ...(path.startsWith('src') && {
        'no-restricted-globals': [
          'error',
          { globals, checkGlobalObject: true, globalObjects: ['window', 'self'] },
        ],
        'no-restricted-syntax': ['error', ...syntax],
      }),
    },
  };
}

/** Paths that a table names, the longer ones last, as the last configuration that fits a file decides. */
const paths = new Set([
  ...Object.keys({ ...folders, ...entries }),
  ...[...Object.values(packageOwners), ...Object.values(globalOwners)].flat(),
]);

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.cache/', '.sandbox/'] },
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'manifest/**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // teams-js rejects with plain objects; src/host converts them and nothing else throws them.
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      'no-console': 'error',
    },
  },
  { files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'manifest/**/*.ts'], ...wordsConfig },
  {
    // Only here may React be imported.
    files: ['src/{ui,app}/**/*.{ts,tsx}', 'test/{ui,app}/**/*.ts', 'test/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    // Tables of words and data may be long.
    ignores: ['src/ui/messages/**', 'src/sandbox/words.ts', 'src/sandbox/tenant/{products,names}.ts'],
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 80],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'manifest/**/*.ts'],
    plugins: { boundaries },
    // Through these objects a global is reached too.
    languageOptions: { globals: { window: 'readonly', self: 'readonly' } },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
      'boundaries/root-path': import.meta.dirname,
      'boundaries/legacy-templates': false,
      'boundaries/elements': Object.keys(folders)
        .sort((a, b) => b.length - a.length)
        .map((path) => ({ type: path, pattern: path, partialMatch: false })),
      'boundaries/files': Object.keys(entries).map((path) => ({ category: 'entry', pattern: path })),
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import', 'require'],
    },
    rules: { 'boundaries/no-unknown-files': 'error' },
  },
  ...[...paths].sort((a, b) => a.length - b.length).map(restrictions),
  {
    files: ['src/sandbox/**/*.ts', 'test/**/*.{ts,tsx}', 'manifest/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A fixture that needs no other one takes `{}`, as Playwright reads the names of its first parameter.
    files: ['test/support/journey.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
);
