// The rules that keep each outside thing with its one owner; the order of folders is held by test/architecture.test.ts.
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const onlyIn = (folder, name) => ({
  name,
  message: `Only ${folder} may use ${name}; take it through that folder's interface.`,
});

const clockGlobals = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'].map((name) =>
  onlyIn('src/base', name),
);
const ownedGlobals = {
  fetch: onlyIn('src/http', 'fetch'),
  indexedDB: onlyIn('src/jobs/journal', 'indexedDB'),
};
const ownedPackages = {
  teams: { name: '@microsoft/teams-js', message: 'Only src/host talks to the Teams host.' },
  msal: { name: '@azure/msal-browser', message: 'Only src/auth signs in.' },
  graph: { name: '@microsoft/microsoft-graph-client', message: 'Only src/graph talks to Microsoft Graph.' },
};
const view = [
  {
    group: [
      'react',
      'react-dom',
      'react-dom/*',
      'react/*',
      '@fluentui/*',
      '@tanstack/react-*',
      'wouter',
      'wouter/*',
    ],
    message: 'Only src/ui and src/app draw.',
  },
];
const unsafeView = [
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
const timeAndChance = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The present comes from a Clock (src/base/clock).',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The present comes from a Clock (src/base/clock).',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Chance comes from a Random (src/base/random).',
  },
];

/** Restrictions of one folder: everything is owned elsewhere but what is named here. */
function folder(files, { packages = [], globals = [], canDraw = false, ownsTime = false } = {}) {
  return {
    files,
    rules: {
      'no-restricted-globals': [
        'error',
        ...Object.entries(ownedGlobals)
          .filter(([name]) => !globals.includes(name))
          .map(([, rule]) => rule),
        ...(ownsTime ? [] : clockGlobals),
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: Object.entries(ownedPackages)
            .filter(([name]) => !packages.includes(name))
            .map(([, rule]) => rule),
          patterns: canDraw ? [] : view,
        },
      ],
      'no-restricted-syntax': ['error', ...unsafeView, ...(ownsTime ? [] : timeAndChance)],
    },
  };
}

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.cache/', '.sandbox/'] },
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', 'manifest/**/*.ts'],
    extends: [
      js.configs.recommended,
      tseslint.configs.recommendedTypeChecked,
      reactHooks.configs.flat.recommended,
      jsxA11y.flatConfigs.recommended,
    ],
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
  folder(['src/**/*.{ts,tsx}']),
  folder(['src/base/**/*.ts'], { ownsTime: true }),
  folder(['src/http/**/*.ts'], { globals: ['fetch'] }),
  folder(['src/jobs/journal/**/*.ts'], { globals: ['indexedDB'] }),
  folder(['src/host/**/*.ts'], { packages: ['teams'] }),
  folder(['src/auth/**/*.ts'], { packages: ['msal'] }),
  folder(['src/graph/**/*.ts'], { packages: ['graph'] }),
  folder(['src/ui/**/*.{ts,tsx}', 'src/app/**/*.{ts,tsx}'], { canDraw: true }),
  folder(['src/index.tsx'], { canDraw: true, globals: ['fetch'] }),
  // The host page is a browser program of its own and asks its own server.
  folder(['src/sandbox/hostPage/**/*.ts'], { globals: ['fetch'] }),
  {
    files: ['src/sandbox/**/*.ts', 'test/**/*.{ts,tsx}', 'manifest/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
