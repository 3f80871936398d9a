/** What a folder of `src` may import besides itself. */
export interface FolderRule {
  /** Other folders of `src`, by path. */
  readonly mayImport: readonly string[];
}

const shipped = [
  'base',
  'host',
  'auth',
  'http',
  'graph',
  'directory',
  'activity',
  'files',
  'licensing',
  'licensing/adapters/graph',
  'licensing/adapters/cloud-licensing',
  'licensing/adapters/vendor',
  'install',
  'jobs',
  'license-jobs',
  'storage',
  'ui',
];

/** The order of folders: imports run downwards alone. A file belongs to the longest path that holds it. */
export const folders: Readonly<Record<string, FolderRule>> = {
  base: { mayImport: [] },
  host: { mayImport: ['base'] },
  auth: { mayImport: ['base'] },
  http: { mayImport: ['base'] },
  graph: { mayImport: ['base', 'http'] },
  directory: { mayImport: ['base', 'graph'] },
  activity: { mayImport: ['base', 'graph', 'jobs'] },
  files: { mayImport: ['base'] },
  licensing: { mayImport: ['base'] },
  'licensing/adapters/graph': { mayImport: ['base', 'licensing', 'graph'] },
  'licensing/adapters/cloud-licensing': { mayImport: ['base', 'licensing', 'graph'] },
  'licensing/adapters/vendor': { mayImport: ['base', 'licensing', 'http'] },
  install: { mayImport: ['base', 'graph'] },
  storage: { mayImport: ['base'] },
  jobs: { mayImport: ['base'] },
  'license-jobs': { mayImport: ['base', 'jobs', 'licensing', 'directory', 'install'] },
  ui: {
    mayImport: [
      'base',
      'licensing',
      'license-jobs',
      'directory',
      'activity',
      'files',
      'install',
      'jobs',
      'storage',
    ],
  },
  app: { mayImport: shipped },
  sandbox: { mayImport: ['base'] },
  'index.tsx': { mayImport: ['app', 'base'] },
  'redirect.ts': { mayImport: ['auth', 'base'] },
};

/** Which folders alone may import a package; a name ending in `/` or `:` stands for all that begin so. */
export const packageOwners: Readonly<Record<string, readonly string[]>> = {
  '@microsoft/teams-js': ['host'],
  '@azure/msal-browser': ['auth'],
  '@microsoft/microsoft-graph-client': ['graph'],
  react: ['ui', 'app', 'index.tsx'],
  'react-dom': ['ui', 'app', 'index.tsx'],
  '@fluentui/': ['ui', 'app', 'index.tsx'],
  '@tanstack/': ['ui', 'app'],
  wouter: ['ui', 'app'],
  idb: ['jobs/journal'],
  'node:': ['sandbox'],
  jose: ['sandbox'],
  libsql: ['sandbox'],
};

/** Which paths below `src` alone may use a global. */
export const globalOwners: Readonly<Record<string, readonly string[]>> = {
  // The host page is a browser program of its own and asks its own server; the entry reads config.json.
  fetch: ['http', 'sandbox/hostPage', 'index.tsx'],
  indexedDB: ['jobs/journal'],
  setTimeout: ['base'],
  setInterval: ['base'],
  clearTimeout: ['base'],
  clearInterval: ['base'],
  'Date.now': ['base'],
  'new Date()': ['base'],
  'Math.random': ['base'],
};

/** Files that are tables rather than code, and so may be long; each with its reason. */
export const tables: readonly { readonly path: RegExp; readonly reason: string }[] = [
  { path: /^src\/ui\/messages\//, reason: 'one catalogue of sentences a language' },
  { path: /^src\/sandbox\/words\.ts$/, reason: 'the sentences of the sandbox' },
  { path: /^src\/sandbox\/tenant\/products\.ts$/, reason: 'the fictional products, one entry each' },
  { path: /^src\/sandbox\/tenant\/names\.ts$/, reason: 'the fictional names of many languages' },
];

/** Budgets in lines. */
export const budgets = {
  file: { median: 60, p90: 200, max: 300 },
  function: { p90: 40, max: 80 },
  /** Percentiles of fewer files than this say nothing. */
  filesForPercentiles: 30,
} as const;
