import { defineConfig } from '@playwright/test';
import type { JourneyFixtures } from './support/journey';

const isCi = process.env.CI !== undefined && process.env.CI !== '';

export default defineConfig<JourneyFixtures>({
  testDir: 'journeys',
  testMatch: '*.test.ts',
  globalSetup: './support/buildApp',
  /** Traces, pictures and consoles of journeys that failed. */
  outputDir: 'journeys/failures',
  snapshotPathTemplate: '{testDir}/transcripts/{arg}{ext}',
  // A journey waits for a real browser, on a machine that may be slow and shared.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: isCi,
  // One more than the cores of a small machine: the journeys of large jobs mostly wait for the quota of the local Graph.
  workers: 3,
  reporter: [['list'], ['json', { outputFile: '../.cache/test/journeys.json' }]],
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // The film strip would cost a fifth more processor time; the states of the page at each step are kept.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
});
