// Draws the icons of the Teams app from their SVG sources: `npx tsx test/drawIcons.ts`. The pictures are committed.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { iconSizes } from '../manifest/checkIcon';
import { launchBrowser } from './support/browser';

const folder = join(__dirname, '../manifest');

async function draw(browser: Browser, name: keyof typeof iconSizes): Promise<void> {
  const size = iconSizes[name];
  const svg = await readFile(join(folder, `${name}.svg`), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
}

async function main(): Promise<void> {
  const browser = await launchBrowser();
  for (const name of ['color', 'outline', 'color32x32'] as const) await draw(browser, name);
  await browser.close();
}

void main();
