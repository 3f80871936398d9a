// Settings that the Jest projects of package.json share.
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];
// Packages that ship ES modules alone: Node 20 cannot require() them inside jest.
const esmOnly = [
  '@valibot/to-json-schema',
  'data-uri-to-buffer',
  'fetch-blob',
  'formdata-polyfill',
  'jose',
  'mitt',
  'node-fetch',
  'open',
  'regexparam',
  'strip-bom',
  'wouter',
];

/** @type {import('jest').Config} */
module.exports = {
  transform: { '^.+\\.(t|j|mj)sx?$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '/.cache/test/'],
  modulePathIgnorePatterns: ['<rootDir>/(dist|.cache|.sandbox|test/clients/node_modules)/'],
};
