// Unit and contract tests run in two projects (plain Node; a browser-like world), journeys in a real browser in a third.
const { resolve } = require('node:path');

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
const rootDir = resolve(__dirname, '..');
const shared = {
  rootDir,
  transform: { '^.+\\.(t|j|mj)sx?$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/(dist|.cache|.sandbox)/'],
};

/** @type {import('jest').Config} */
module.exports = {
  rootDir,
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/test/journeys/', '/test/bench/', '/test/(ui|app|host)/'],
    },
    {
      ...shared,
      displayName: 'browser-like',
      testEnvironment: 'jest-fixed-jsdom',
      testMatch: ['<rootDir>/test/**/*.test.tsx', '<rootDir>/test/(ui|app|host)/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/test/journeys/'],
      setupFilesAfterEnv: ['<rootDir>/test/support/browserLike.ts'],
    },
    {
      ...shared,
      displayName: 'journeys',
      testEnvironment: '<rootDir>/test/support/journeyEnvironment.ts',
      testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/buildApp.ts',
      setupFilesAfterEnv: ['<rootDir>/test/support/journeyTimeout.ts'],
    },
  ],
};
