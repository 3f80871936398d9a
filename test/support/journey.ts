import { writeFile } from 'node:fs/promises';
import {
  test as base,
  expect,
  type BrowserContext,
  type Frame,
  type FrameLocator,
  type Page,
} from '@playwright/test';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/startSandbox';
import { launchOptions } from './browser';
import { watchContext, type ContextLog } from './watchContext';

export { expect };

interface JourneyOptions {
  /** Choices of the host page's bar, such as `{ person: 'license-admin', theme: 'dark', lang: 'sv-se' }`. */
  readonly query?: Readonly<Record<string, string>>;
  /** The address to open instead of the host page, for the app outside any host. */
  readonly address?: (sandbox: Sandbox) => string;
  /** The window in CSS pixels; default 1440 by 900. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Called before the window opens anything. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
  /** Console errors that belong to this journey; see watchContext. */
  readonly expected?: readonly RegExp[];
}

/** The window of a test, with the app in it. */
export interface Journey {
  readonly page: Page;
  /** Locator of the app's frame, also after a reload. */
  readonly tab: FrameLocator;
  /** Returns the app's present frame, for axe and for evaluating. */
  readonly tabFrame: () => Promise<Frame>;
}

/** Opens the app in the test's window. */
export type OpenJourney = (options?: JourneyOptions) => Promise<Journey>;

/** Fixtures and options of a journey. */
export interface JourneyFixtures {
  /** Options of the file's sandbox, set by `test.use`. */
  readonly sandboxOptions: SandboxOptions;
  /** The sandbox that the tests of one file share; a test that fails leaves the next one a new sandbox. */
  readonly sandbox: Sandbox;
  /** Opens the app once; the test fails where something unexpected happened in its window. */
  readonly openJourney: OpenJourney;
}

interface WorkerFixtures {
  /** Starts the sandbox of a file, unless it runs already, and closes the one of the file before. */
  readonly startForFile: (file: string, options: SandboxOptions) => Promise<Sandbox>;
}

const appFrame = 'iframe.app-frame';

/** `test` of Playwright, with a local tenant and the app. */
export const test = base.extend<JourneyFixtures, WorkerFixtures>({
  launchOptions: [async ({}, use) => use(await launchOptions()), { scope: 'worker' }],

  startForFile: [
    async ({}, use) => {
      let running: { readonly file: string; readonly sandbox: Sandbox } | undefined;
      await use(async (file, options) => {
        if (running?.file === file) return running.sandbox;
        await running?.sandbox.close();
        running = { file, sandbox: await startSandbox(options) };
        return running.sandbox;
      });
      await running?.sandbox.close();
    },
    { scope: 'worker' },
  ],

  sandboxOptions: [{}, { option: true }],

  sandbox: async ({ startForFile, sandboxOptions }, use, { file }) =>
    use(await startForFile(file, sandboxOptions)),

  openJourney: async ({ context, page, sandbox }, use, testInfo) => {
    let log: ContextLog | undefined;
    await use(async ({ query, address, viewport, prepare, expected }: JourneyOptions = {}) => {
      if (log) throw new Error('A test opens one journey.');
      log = await watchContext(context, expected);
      if (viewport) await page.setViewportSize(viewport);
      await prepare?.(context);
      await page.goto(
        address?.(sandbox) ?? `${sandbox.origins.host}/?${new URLSearchParams(query).toString()}`,
      );
      return { page, tab: page.frameLocator(appFrame), tabFrame: () => findFrame(page) };
    });
    if (!log) return;
    // Soft, so that Playwright keeps a picture and the trace of this failure too.
    expect.soft(log.faults, 'unexpected in the browser').toEqual([]);
    if (testInfo.errors.length > 0) await writeFile(testInfo.outputPath('console.txt'), log.lines.join('\n'));
  },
});

async function findFrame(page: Page): Promise<Frame> {
  const element = await page.locator(appFrame).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The host page shows no app.');
  return frame;
}
