import type { Browser, BrowserContext, Frame, FrameLocator, Page } from '@playwright/test';
import type { Sandbox } from '../../../src/sandbox/startSandbox';
import { watchContext } from '../../support/watchContext';
import { installOpening } from './installOpening';
import { installPrimaries, installRows, installShifts, installSurface } from './probes';

/** A frame of the app, in CSS pixels, and the host in which it has that size. */
export interface FrameSize {
  readonly name: 'desktop' | 'phone';
  readonly width: number;
  readonly height: number;
  readonly host: string;
}

/** Frames of the app in a window of 1280 by 720, and on a phone of 390 by 844. */
export const desktop: FrameSize = { name: 'desktop', width: 1212, height: 614, host: 'teams-web' };
export const phone: FrameSize = { name: 'phone', width: 388, height: 712, host: 'teams-android' };

/** The app in a window of its own. */
export interface OpenedApp {
  readonly page: Page;
  readonly tab: FrameLocator;
  readonly frame: Frame;
  readonly close: () => Promise<void>;
}

const appFrame = 'iframe.app-frame';
const barsGuess = { width: 68, height: 132 };

async function openContext(browser: Browser, viewport: FrameSize): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  await watchContext(context);
  // tsx keeps the names of functions by a helper that pages don't have.
  await context.addInitScript('globalThis.__name = (named) => named;');
  for (const install of [installSurface, installRows, installPrimaries, installShifts, installOpening])
    await context.addInitScript(install);
  return context;
}

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator(appFrame).elementHandle())?.contentFrame();
  if (!frame) throw new Error('The host page shows no app.');
  return frame;
}

/** Makes the window as large as the bars around the app demand, so that the app's frame has its size. */
async function fitWindow(page: Page, { width, height }: FrameSize): Promise<void> {
  const box = await page.locator(appFrame).boundingBox();
  const window = page.viewportSize();
  if (!box || !window) throw new Error('The host page shows no app.');
  await page.setViewportSize({
    width: Math.round(window.width + width - box.width),
    height: Math.round(window.height + height - box.height),
  });
}

/** Opens an address of the app in a frame of the given size. */
export async function openApp(
  browser: Browser,
  sandbox: Sandbox,
  size: FrameSize,
  query: Readonly<Record<string, string>> = {},
): Promise<OpenedApp> {
  const { width, height, host } = size;
  const roomy = { ...size, width: width + barsGuess.width, height: height + barsGuess.height };
  const context = await openContext(browser, roomy);
  const page = await context.newPage();
  const address = `${sandbox.origins.host}/?${new URLSearchParams({ host, ...query }).toString()}`;
  await page.goto(address);
  await fitWindow(page, size);
  // From the start in the right size.
  await page.goto(address);
  const frame = await frameOf(page);
  return { page, tab: page.frameLocator(appFrame), frame, close: () => context.close() };
}
