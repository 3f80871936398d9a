// `npm run bench -- editing`: the time from saving a component or a text to seeing it while `npm run dev` runs, beside a build
// without watching in the same run. It changes two files of `src` and puts them back.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FrameLocator } from '@playwright/test';
import { launchBrowser } from '../support/browser';
import { english } from '../support/languages';

const root = resolve(__dirname, '../..');
const port = 6310;
const repeats = 5;

/** A place in a source file that a person sees, and what is written there in its stead. */
interface Edit {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: (mark: string) => string;
}

const edits: readonly Edit[] = [
  {
    name: 'a component',
    file: 'src/ui/pages/licenses/LicensesPage.tsx',
    from: '{licenses.title}',
    to: (mark) => `{licenses.title + ' ${mark}'}`,
  },
  {
    name: 'a text',
    file: 'src/ui/messages/en/licenses.ts',
    from: `attention: '${english.licenses.filterNames.attention}'`,
    to: (mark) => `attention: '${english.licenses.filterNames.attention} ${mark}'`,
  },
];

const seconds = (sinceInMs: number): number => (performance.now() - sinceInMs) / 1000;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Starts `npm run dev` and resolves when it is ready. */
function startDev(): Promise<ChildProcess> {
  const args = ['tsx', 'src/sandbox/dev/main.ts', '--port', String(port), '--no-open', '--fresh'];
  const child = spawn('npx', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => fail(new Error(`npm run dev ended with ${code}`)));
    child.stdout.on('data', (text: Buffer) => text.includes('Ready:') && done(child));
  });
}

async function measure(tab: FrameLocator, { file, from, to }: Edit): Promise<number[]> {
  const path = join(root, file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(from)) throw new Error(`${file} has no ${from}`);
  const times: number[] = [];
  try {
    for (let index = 1; index <= repeats; index += 1) {
      const mark = `edit${index}`;
      const savedAt = performance.now();
      writeFileSync(path, source.replace(from, to(mark)));
      await tab.getByText(mark).first().waitFor();
      times.push(seconds(savedAt));
    }
  } finally {
    writeFileSync(path, source);
  }
  await tab.getByText(`edit${repeats}`).waitFor({ state: 'detached' });
  return times;
}

function buildOnce(): number {
  const startedAt = performance.now();
  const output = ['--output-path', join(root, '.cache', 'editing')];
  spawnSync('npx', ['webpack', '--mode', 'development', ...output], { cwd: root });
  return seconds(startedAt);
}

async function main(): Promise<void> {
  const dev = await startDev();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://teams.localhost:${port}/?sub=licenses`);
    const tab = page.frameLocator('iframe.app-frame');
    await tab.getByText('Snorrifax Timesheets').waitFor({ timeout: 120_000 });
    const plain = buildOnce();
    for (const edit of edits) {
      const times = await measure(tab, edit);
      const list = times.map((time) => time.toFixed(2)).join(' ');
      const share = (median(times) / plain).toFixed(3);
      console.log(
        `${edit.name}: median ${median(times).toFixed(2)} s (${list}), ${share} × a build (${plain.toFixed(1)} s)`,
      );
    }
  } finally {
    await browser.close();
    dev.removeAllListeners('close');
    dev.kill('SIGTERM');
  }
}

void main();
