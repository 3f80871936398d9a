import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Frame } from '@playwright/test';

/** A script as it travels. */
export interface ScriptWeight {
  readonly name: string;
  /** Compressed with gzip; bytes. */
  readonly bytes: number;
}

const built = resolve(__dirname, '../../dist/app');
const listMark = 'list-is-there';

/** Notes in each frame the moment at which the start page's list of products appears. Call it before anything is opened. */
export async function noteList(context: BrowserContext): Promise<void> {
  await context.addInitScript((mark) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('tbody a[href]')) return;
      performance.mark(mark);
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  }, listMark);
}

/** The scripts that were asked for until the list appeared, in that order. Throws where no list appeared. */
export async function scriptsUntilList(frame: Frame): Promise<readonly ScriptWeight[]> {
  const addresses = await frame.evaluate((mark) => {
    const end = performance.getEntriesByName(mark)[0]?.startTime;
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
    return end === undefined
      ? undefined
      : scripts.filter(({ startTime }) => startTime <= end).map(({ name }) => name);
  }, listMark);
  if (!addresses) throw new Error('No list of products appeared.');
  return addresses.map((address) => weigh(new URL(address).pathname.slice(1)));
}

/** The scripts that the page itself names, before any of them has run. */
export function initialScripts(): readonly ScriptWeight[] {
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  return [...page.matchAll(/src="([^"]+\.js)"/g)].map(([, name = '']) => weigh(name));
}

function weigh(name: string): ScriptWeight {
  return { name, bytes: gzipSync(readFileSync(join(built, name)), { level: 9 }).length };
}
