import { chromium, type Browser, type LaunchOptions } from '@playwright/test';
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

/**
 * Options that start an installed Chrome, Chromium or Edge, or the Chromium that an npm package brings (headless alone).
 * It behaves as a person's browser does with third-party storage and reaches this machine alone. Unasked popups are
 * blocked by an installed browser; the unpacked one, a headless shell, has no popup blocker.
 * Throws an Error that says what to install where there is no browser.
 */
export async function launchOptions(): Promise<LaunchOptions> {
  const installed = findBrowser();
  const program = installed === undefined ? await unpackBrowser() : { executablePath: installed, env: {} };
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: program.executablePath,
    env: { ...process.env, ...program.env },
    args: flags,
    ignoreDefaultArgs: ['--disable-popup-blocking'],
    // Chromium has no sandbox for root, and the unpacked one has none of its helpers.
    chromiumSandbox: installed !== undefined && !isRoot,
  };
}

/** Starts a browser for a program that is not a test. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}
