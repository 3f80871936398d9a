// How fast lists are read: each case in a process of its own, so that it is as cold as the worker that a page starts.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { systemClock } from '../../src/base/clock';
import { createTableParserService } from '../../src/files/createTableParserService';
import { createTableReader } from '../../src/files/createTableReader';
import { decodeText } from '../../src/files/decodeText';
import { listEntries } from '../../src/files/listEntries';
import { toTransferable, fromTransferable } from '../../src/files/transferEntries';
import { parseTable } from '../../src/files/parseTable';
import { sheetXml, stringsXml, stylesXml, zipWorkbook } from '../files/workbook/makeWorkbook';

interface Case {
  readonly name: string;
  /** Milliseconds that were promised; absent where nothing was. */
  readonly budget?: number;
  /** Makes the input, which is not measured, and gives what is. */
  readonly prepare: () => () => unknown;
}

const people = 100_000;
const rounds = 5;

const address = (index: number): string => `user${index}.lastname${index % 977}@contoso.onmicrosoft.com`;
const linesOf = (line: (index: number) => string): string =>
  Array.from({ length: people }, (_, i) => line(i)).join('\r\n');
const pastedList = (): string => linesOf(address);
const sheet = (separator: string): string =>
  linesOf((index) => [`"Åsa ""Ek"" ${index}"`, address(index), 'Lund'].join(separator));
/** A workbook as Excel saves it: every text is in the list of shared ones. */
function sheetOfExcel(): Uint8Array<ArrayBuffer> {
  const strings = Array.from({ length: people }, (_, i) => [`<t>Åsa Ek ${i}</t>`, `<t>${address(i)}</t>`]);
  const rows = Array.from({ length: people }, (_, i) => {
    const texts = ['A', 'B'].map((name, j) => `<c r="${name}${i + 1}" t="s"><v>${2 * i + j}</v></c>`);
    return `<row r="${i + 1}" spans="1:3">${texts.join('')}<c r="C${i + 1}" s="1"><v>${i}</v></c></row>`;
  });
  return zipWorkbook({
    'xl/sharedStrings.xml': stringsXml(strings.flat()),
    'xl/styles.xml': stylesXml('00000'),
    'xl/worksheets/sheet1.xml': sheetXml(rows.join('')),
  });
}
/** A workbook of 20 MB: what is in its cells can hardly be packed. */
function largeSheet(): Uint8Array<ArrayBuffer> {
  const cell = (name: string, text: string): string =>
    `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = Array.from({ length: 168_000 }, (_, i) => {
    const texts = [address(i), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const cells = texts.map((text, column) => cell(`${'ABCDE'.charAt(column)}${i + 1}`, text));
    return `<row r="${i + 1}">${cells.join('')}</row>`;
  });
  return zipWorkbook({ 'xl/worksheets/sheet1.xml': sheetXml(rows.join('')) });
}
async function entriesOfWorkbook(bytes: Uint8Array<ArrayBuffer>, column = 1): Promise<unknown> {
  const answer = createTableParserService();
  await answer({ id: 1, kind: 'read', source: { kind: 'file', file: new Blob([bytes]) } });
  const entries = await answer({ id: 2, kind: 'entries', reading: 1, column });
  if (entries.kind !== 'entries') throw new Error('The workbook was not read.');
  return entries;
}
const entriesOf = (text: string, column: number): unknown =>
  toTransferable(listEntries(parseTable(text, undefined), column));
const entriesOfFile = (bytes: Uint8Array): unknown => entriesOf(decodeText(bytes).text, 1);

async function refuse(file: Blob): Promise<void> {
  const reader = createTableReader(() => {
    throw new Error('no worker is started');
  });
  const code = await reader.read({ kind: 'file', file }).then(
    () => 'read',
    (thrown: unknown) => (thrown as { code: string }).code,
  );
  if (code !== 'file-too-large') throw new Error(`The file was not refused: ${code}`);
}

const cases: readonly Case[] = [
  {
    name: '100,000 pasted addresses',
    budget: 500,
    prepare: () => {
      const text = pastedList();
      return () => entriesOf(text, 0);
    },
  },
  {
    name: '… their way to the page',
    budget: 200,
    prepare: () => {
      const packed = toTransferable(listEntries(parseTable(pastedList(), undefined), 0));
      return () => fromTransferable(structuredClone(packed));
    },
  },
  {
    name: '100,000 rows of CSV',
    prepare: () => {
      const bytes = new TextEncoder().encode(sheet(','));
      return () => entriesOfFile(bytes);
    },
  },
  {
    name: '100,000 rows of UTF-16',
    prepare: () => {
      const bytes = Buffer.from(`\uFEFF${sheet('\t')}`, 'utf16le');
      return () => entriesOfFile(bytes);
    },
  },
  {
    name: '100,000 rows of a workbook',
    prepare: () => {
      const bytes = sheetOfExcel();
      return () => entriesOfWorkbook(bytes);
    },
  },
  {
    name: '20 MB of a workbook',
    prepare: () => {
      const bytes = largeSheet();
      return () => entriesOfWorkbook(bytes, 0);
    },
  },
  {
    name: '20 MB of lone quotes',
    prepare: () => {
      const text = '"a,'.repeat(7_000_000).slice(0, 20 * 1024 * 1024);
      return () => parseTable(text, undefined);
    },
  },
  {
    name: 'a file of 50 MB, refused',
    budget: 50,
    prepare: () => {
      const file = new Blob([new Uint8Array(50 * 1024 * 1024)]);
      return () => refuse(file);
    },
  },
];

/** Milliseconds of one round. */
interface Round {
  readonly passed: number;
  /** Of the processor, over all threads; on a busy machine it is less than what passed. */
  readonly worked: number;
}

async function measure({ prepare }: Case): Promise<Round> {
  const work = prepare();
  const usedBefore = process.cpuUsage();
  const startedAt = systemClock.monotonic();
  await work();
  const passed = systemClock.monotonic() - startedAt;
  const { user, system } = process.cpuUsage(usedBefore);
  return { passed, worked: (user + system) / 1000 };
}

function measureApart(file: string, index: number): Round[] {
  return Array.from({ length: rounds }, () => {
    const child = spawnSync(process.execPath, [...process.execArgv, file, String(index)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.status !== 0) throw new Error(`The case "${cases[index]?.name}" failed.`);
    return JSON.parse(child.stdout.toString()) as Round;
  });
}

/** The middle one and the largest. */
function spread(times: readonly number[]): [median: number, worst: number] {
  const sorted = times.toSorted((left, right) => left - right);
  return [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
}

async function main(): Promise<void> {
  const [, file = '', index] = process.argv;
  const asked = cases[Number(index)];
  if (index !== undefined && asked) {
    console.log(JSON.stringify(await measure(asked)));
    return;
  }
  console.log(
    `\n${'reading lists, cold (ms)'.padEnd(28)}     median      worst  processor     budget  median / budget`,
  );
  for (const [place, { name, budget }] of cases.entries()) {
    const all = measureApart(file, place);
    const [median, worst] = spread(all.map(({ passed }) => passed));
    const [worked] = spread(all.map((round) => round.worked));
    const cells = [
      median.toFixed(0),
      worst.toFixed(0),
      worked.toFixed(0),
      String(budget ?? ''),
      budget ? (median / budget).toFixed(2) : '',
    ];
    console.log(`${name.padEnd(28)}${cells.map((cell) => cell.padStart(11)).join('')}`);
    if (budget !== undefined && median > budget) process.exitCode = 1;
  }
}

void main();
