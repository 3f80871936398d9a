// What the journal costs a job: the same job in Chromium, once with IndexedDB and once with a journal in memory.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import webpack from 'webpack';
import { launchBrowser } from '../support/browser';
import type { JournalRun, JournalResult } from './journal/page';
import { printTable, seconds } from './engine/table';

const rounds = 5;
const items = 2_000;
const folder = join(__dirname, '../../.cache/bench');

/** Builds the page's program and reads it. */
async function build(): Promise<string> {
  const compiler = webpack({
    mode: 'production',
    entry: join(__dirname, 'journal/page.ts'),
    output: { path: folder, filename: 'journal.js' },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'swc-loader',
          options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
        },
      ],
    },
    optimization: { minimize: false },
    performance: { hints: false },
  });
  await new Promise<void>((resolve, reject) => {
    compiler?.run((error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else resolve();
    });
  });
  return readFileSync(join(folder, 'journal.js'), 'utf8');
}

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;

async function main(): Promise<void> {
  const program = await build();
  // IndexedDB needs an origin.
  const server = createServer((_request, answer) =>
    answer.setHeader('content-type', 'text/html').end('<title>Journal</title>'),
  );
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await page.evaluate(program);
    const play = (run: JournalRun): Promise<JournalResult> =>
      page.evaluate(
        (order) =>
          (globalThis as unknown as { runJournal: (run: JournalRun) => Promise<JournalResult> }).runJournal(
            order,
          ),
        run,
      );
    const kept: JournalResult[] = [];
    const loose: JournalResult[] = [];
    for (let round = 0; round < rounds; round += 1) {
      loose.push(await play({ items, isKept: false }));
      kept.push(await play({ items, isKept: true }));
    }
    const rows = [
      { name: 'in memory', runs: loose },
      { name: 'IndexedDB, strict', runs: kept },
    ].map(({ name, runs }) => ({
      name,
      took: middle(runs.map(({ tookInMs }) => tookInMs)),
      write: middle(runs.map(({ writingInMs, writes }) => writingInMs / writes)),
      writes: middle(runs.map(({ writes }) => writes)),
    }));
    const base = rows[0]?.took ?? NaN;
    console.log(
      `\na job of ${items.toLocaleString('en')} items in Chromium, four batches of 300 ms at once; middle of ${rounds}`,
    );
    printTable(
      ['journal', 's', 'to memory', 'writes', 'ms a write', 'of 1 s, a batch at the quota'],
      rows.map(({ name, took, write, writes }) => [
        name,
        seconds(took),
        (took / base).toFixed(3),
        String(writes),
        write.toFixed(1),
        `${(write / 10).toFixed(1)} %`,
      ]),
    );
  } finally {
    await browser.close();
    server.close();
  }
}

void main();
