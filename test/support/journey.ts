import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/startSandbox';
import { launchBrowser } from './browser';
import { watchContext, type ContextLog } from './watchContext';

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

/** One browser window on the sandbox. */
export interface Journey {
  readonly page: Page;
  /** Locator of the app's frame, also after a reload. */
  readonly tab: FrameLocator;
  readonly sandbox: Sandbox;
  readonly log: ContextLog;
  /** The app's frame as it is now, for axe and for evaluating. */
  readonly tabFrame: () => Promise<Frame>;
}

interface OpenContext {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly log: ContextLog;
}

const failures = resolve(__dirname, '../journeys/failures');
const appFrame = 'iframe.app-frame';
const open: OpenContext[] = [];
let world: Promise<{ readonly browser: Browser; readonly sandbox: Sandbox }> | undefined;

/**
 * Returns the sandbox of this test file. Only the options of the first call count; openJourney makes that call unless
 * the test did.
 */
export async function sandboxOfFile(options: SandboxOptions = {}): Promise<Sandbox> {
  return (await worldOfFile(options)).sandbox;
}

function worldOfFile(options: SandboxOptions = {}): NonNullable<typeof world> {
  world ??= startWorld(options);
  return world;
}

async function startWorld(options: SandboxOptions): Promise<{ browser: Browser; sandbox: Sandbox }> {
  const sandbox = await startSandbox(options);
  const browser = await launchBrowser().catch(async (fault: unknown) => {
    await sandbox.close();
    throw fault;
  });
  return { browser, sandbox };
}

/**
 * Opens a window of its own (no shared cookies or storage) on the host page.
 * After the test it is closed, and the test fails where something unexpected happened in it.
 */
export async function openJourney(options: JourneyOptions = {}): Promise<Journey> {
  const { browser, sandbox } = await worldOfFile();
  const viewport = options.viewport ?? { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const log = await watchContext(context, options.expected);
  context.setDefaultTimeout(20_000);
  await options.prepare?.(context);
  const page = await context.newPage();
  open.push({ context, page, log });
  const query = new URLSearchParams(options.query).toString();
  await page.goto(options.address?.(sandbox) ?? `${sandbox.origins.host}/?${query}`);
  return { page, tab: page.frameLocator(appFrame), sandbox, log, tabFrame: () => frameOf(page) };
}

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator(appFrame).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The host page shows no app.');
  return frame;
}

afterEach(async () => {
  const ended = open.splice(0);
  const faults = ended.flatMap(({ log }) => log.faults);
  const hasFailed = (globalThis as { hasTestFailed?: boolean }).hasTestFailed === true || faults.length > 0;
  for (const [index, { context, page, log }] of ended.entries()) {
    if (hasFailed) await keep(page, log, index);
    await context.close();
  }
  if (faults.length > 0) throw new Error(`Unexpected in the browser:\n${faults.join('\n')}`);
});

/** Leaves a picture and the console of a failed journey behind. */
async function keep(page: Page, log: ContextLog, index: number): Promise<void> {
  const name = `${expect.getState().currentTestName ?? 'journey'} ${index + 1}`
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 120);
  await mkdir(failures, { recursive: true });
  await writeFile(join(failures, `${name}.txt`), [page.url(), ...log.lines, ''].join('\n'));
  await page.screenshot({ path: join(failures, `${name}.png`) }).catch(() => undefined);
}

afterAll(async () => {
  if (world === undefined) return;
  const { browser, sandbox } = await world;
  await browser.close();
  await sandbox.close();
});
