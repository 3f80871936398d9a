// Builds two programs apart: the app (dist/app, all that a deployment ships) and the sandbox's host page (dist/sandbox).
const fs = require('node:fs');
const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const Minimizer = require('minimizer-webpack-plugin');
const ReactRefreshPlugin = require('@pmmmwh/react-refresh-webpack-plugin');
const { teamsLightTheme, themeToTokensObject, tokens } = require('@fluentui/react-components');
const { DefinePlugin, HotModuleReplacementPlugin, NormalModule, sources } = require('webpack');
const { version } = require('./package.json');

const inSource = (...parts) => path.resolve(__dirname, 'src', ...parts);

/** Files that the app serves as they are: where they come from and the name they are served under. */
const appFiles = [
  [inSource('licensing', 'catalogue', 'catalogue.json'), 'catalogue.json'],
  [inSource('skeleton.css'), 'skeleton.css'],
  [inSource('icon.svg'), 'icon.svg'],
  [inSource('landing', 'landing.css'), 'landing.css'],
];

/** Programs of their own, each in one file. */
const inOneFile = ['redirect', 'table-worker', 'landing'];

/** Pages that are read outside of the app. */
const landingPages = ['about', 'consent', 'privacy', 'terms'];

/** Puts files into the output unchanged; one that does not exist is left out, as not every build has each. */
class CopyFiles {
  constructor(files) {
    this.files = files;
  }
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('CopyFiles', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'CopyFiles', stage }, () => {
        for (const [from, name] of this.files.filter(([file]) => fs.existsSync(file))) {
          compilation.fileDependencies.add(from);
          compilation.emitAsset(name, new sources.RawSource(fs.readFileSync(from)));
        }
      });
    });
  }
}

/**
 * Makes Fluent derive its list of design tokens from a theme, and write out only what no theme names. The list as it ships
 * names all 467 twice, which is 3 kB of the start, compressed.
 */
class DeriveTokens {
  apply(compiler) {
    const derived = themeToTokensObject(teamsLightTheme);
    const others = Object.entries(tokens).filter(([name, value]) => derived[name] !== value);
    const source = `
      import { themeToTokensObject } from './themeToTokensObject.js';
      import { teamsLightTheme } from './themes/index.js';
      export const tokens = { ...themeToTokensObject(teamsLightTheme), ...${JSON.stringify(Object.fromEntries(others))} };`;
    const list = path.join('@fluentui', 'tokens', 'lib', 'tokens.js');
    compiler.hooks.compilation.tap('DeriveTokens', (compilation) => {
      const { processResult } = NormalModule.getCompilationHooks(compilation);
      processResult.tap('DeriveTokens', (result, { resource = '' }) =>
        resource.endsWith(list) ? [source] : result,
      );
    });
  }
}

/** Writes the hash of the build beside it, which tells the pages of `npm run dev` that there is a new one. */
class WriteHash {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('WriteHash', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'WriteHash', stage }, () => {
        compilation.emitAsset('build.txt', new sources.RawSource(compilation.hash));
      });
    });
  }
}

/** Files that hold components and hooks, which React exchanges in place. The worker's, of `files`, run where there is no page. */
const withComponents = /[\\/]src[\\/](ui|app)[\\/].*\.tsx?$/;

/** Lets a program be exchanged piece by piece while its sources are watched. Errors stand in the terminal, not above the page. */
function watched(settings) {
  const client = inSource('sandbox', 'dev', 'client.ts');
  const withClient = Object.entries(settings.entry).map(([name, file]) => [
    name,
    inOneFile.includes(name) ? file : [client, file],
  ]);
  const hot = [
    new HotModuleReplacementPlugin(),
    new ReactRefreshPlugin({ include: withComponents, overlay: false }),
    new WriteHash(),
  ];
  return { ...settings, entry: Object.fromEntries(withClient), plugins: [...settings.plugins, ...hot] };
}

/**
 * What both programs share. `name` also names the cache and the output folder below dist/. `kind` is `production`,
 * `development`, or `watched`: the last exchanges what changes in an open page.
 */
function program(name, kind, settings) {
  const isProduction = kind === 'production';
  const isWatched = kind === 'watched';
  const swc = {
    jsc: {
      target: 'es2022',
      externalHelpers: true,
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic', development: !isProduction, refresh: isWatched } },
    },
  };
  const file = isProduction ? '[name].[contenthash:8]' : '[name]';
  return {
    name,
    mode: isProduction ? 'production' : 'development',
    target: ['web', 'es2022'],
    // Shipped files don't name their source maps, which are not shipped.
    devtool: isProduction ? 'hidden-source-map' : 'cheap-module-source-map',
    cache: {
      type: 'filesystem',
      name: `${name}-${kind}`,
      cacheDirectory: path.resolve(__dirname, '.cache', 'webpack'),
      buildDependencies: { config: [__filename] },
    },
    output: {
      path: path.resolve(__dirname, 'dist', isWatched ? 'watched' : '', name),
      filename: `${file}.js`,
      chunkFilename: `${file}.js`,
      assetModuleFilename: '[name].[contenthash:8][ext]',
      // Relative, so that the app may be hosted under any path.
      publicPath: '',
      // A page that is open may still ask for files of the build before. The configuration is not the build's.
      clean: isWatched ? false : { keep: 'config.json' },
      // Chunks are loaded through a named policy, which the content security policy allows by this name.
      trustedTypes: { policyName: 'isv-licenses' },
    },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'] },
    module: {
      rules: [
        { test: /\.tsx?$/, exclude: /node_modules/, loader: 'swc-loader', options: swc },
        { test: /\.(svg|png)$/, type: 'asset/resource' },
        // Its modules only export, which its package.json does not say: what nobody imports stays out.
        { test: /[\\/]microsoft-graph-client[\\/]/, sideEffects: false },
      ],
    },
    optimization: {
      moduleIds: 'deterministic',
      minimizer: [
        new Minimizer({
          minify: Minimizer.swcMinify,
          minimizerOptions: { ecma: 2022, compress: { passes: 3, ecma: 2022 } },
        }),
      ],
    },
    // The weight of the app is held by a test, which measures it as it travels: compressed.
    performance: { hints: false },
    infrastructureLogging: { level: 'error' },
    ...(isWatched ? watched(settings) : settings),
  };
}

function page(filename, chunk, settings) {
  return new HtmlWebpackPlugin({ filename, chunks: [chunk], scriptLoading: 'defer', ...settings });
}

const redirectPage =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Signing in</title></head><body></body></html>';

/** The big parts of the screen in their states, for developers (`npm run workbench`); it is in no build that is shipped. */
function workbench() {
  const folder = path.resolve(__dirname, 'test', 'workbench');
  return program('workbench', 'watched', {
    entry: { main: path.resolve(folder, 'main.tsx') },
    plugins: [
      page('index.html', 'main', { template: path.resolve(folder, 'index.html') }),
      new CopyFiles([[inSource('skeleton.css'), 'skeleton.css']]),
    ],
  });
}

/** @type {(env: unknown, argv?: { mode?: string, isWatched?: boolean, isWorkbench?: boolean }) => import('webpack').Configuration[]} */
module.exports = (_env, argv = {}) => {
  if (argv.isWorkbench) return [workbench()];
  const kind = argv.isWatched ? 'watched' : argv.mode === 'development' ? 'development' : 'production';
  const app = program('app', kind, {
    entry: {
      main: inSource('index.tsx'),
      redirect: inSource('redirect.ts'),
      landing: inSource('landing', 'landing.ts'),
    },
    plugins: [
      page('index.html', 'main', { template: inSource('index.html') }),
      // Microsoft's sign-in returns to this page; it only hands the answer to the window that asked.
      page('redirect.html', 'redirect', { templateContent: redirectPage }),
      ...landingPages.map((name) =>
        page(`${name}.html`, 'landing', { template: inSource('landing', `${name}.html`) }),
      ),
      new CopyFiles(appFiles),
      new DeriveTokens(),
      new DefinePlugin({ APP_VERSION: JSON.stringify(version) }),
    ],
  });
  app.optimization.splitChunks = {
    chunks: ({ name }) => !inOneFile.includes(name),
    cacheGroups: {
      // Webpack's own rule, but for the services of the start: they stay in one file, of which later ones hold parts of their own.
      default: {
        minChunks: 2,
        priority: -20,
        reuseExistingChunk: true,
        chunks: ({ name }) => !inOneFile.includes(name) && name !== 'workspace',
      },
      view: { test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, name: 'view', chunks: 'initial' },
      // Needed by several files of the start, and each too small for webpack's own rule.
      shared: {
        test: /[\\/](src[\\/](licensing[\\/]policy|ui[\\/]queries[\\/](keys|ownedProducts)|ui[\\/]pages[\\/]licenses[\\/]licensesView)|node_modules[\\/](wouter|regexparam|use-sync-external-store))\b/,
        name: 'shared',
        minChunks: 2,
        enforce: true,
      },
      // One file instead of the many that pages, workspace and the rest would share in pieces.
      queries: {
        // Lists that grow and lists of queries are read on later pages alone.
        test: /node_modules[\\/]@tanstack[\\/](query-core|react-query)[\\/](?!.*(infiniteQueryObserver|queriesObserver|useInfiniteQuery|useQueries)\.)/,
        name: 'queries',
        enforce: true,
      },
    },
  };
  const host = program('sandbox', kind, {
    entry: {
      host: inSource('sandbox', 'host-page', 'main.ts'),
      start: inSource('sandbox', 'host-page', 'start.ts'),
    },
    plugins: [
      page('host.html', 'host', { template: inSource('sandbox', 'host-page', 'host.html') }),
      page('start.html', 'start', { template: inSource('sandbox', 'host-page', 'start.html') }),
      new CopyFiles([[inSource('sandbox', 'host-page', 'host.css'), 'host.css']]),
    ],
  });
  return [app, host];
};
