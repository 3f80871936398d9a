import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from './findBrowser';
import { unpackBrowser } from './unpackBrowser';

/** Features that Playwright switches off, without ThirdPartyStoragePartitioning, which people's browsers have on. */
const disabledFeatures = [
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
];

const flags = [
  // Chromium keeps the last of several --disable-features, so this one replaces Playwright's.
  `--disable-features=${disabledFeatures.join(',')}`,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost',
  '--disable-domain-reliability',
  '--no-pings',
];

interface LaunchOptions {
  /** True to show a window; default false. */
  readonly isVisible?: boolean;
}

/**
 * Starts an installed Chrome, Chromium or Edge, or the Chromium that an npm package brings (headless alone).
 * It behaves as a person's browser does with third-party storage and reaches this machine alone. Unasked popups are
 * blocked by an installed browser; the unpacked one, a headless shell, has no popup blocker.
 * Throws an Error that says what to install where there is no browser.
 */
export async function launchBrowser({ isVisible = false }: LaunchOptions = {}): Promise<Browser> {
  const installed = findBrowser();
  const program = installed === undefined ? await unpackBrowser() : { executablePath: installed, env: {} };
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: program.executablePath,
    env: { ...process.env, ...program.env },
    headless: !isVisible,
    args: flags,
    ignoreDefaultArgs: ['--disable-popup-blocking'],
    // Chromium has no sandbox for root, and the unpacked one has none of its helpers.
    chromiumSandbox: installed !== undefined && !isRoot,
  });
}
