// cspell:locale en-US,sv
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTableParserService } from '../../src/files/createTableParserService';
import { createTableReader } from '../../src/files/createTableReader';
import type { TableRequest } from '../../src/files/tableMessages';
import type { TableWorker } from '../../src/files/tableSession';
import type { TableReader, TableSource } from '../../src/files/types';
import { zipSheets } from './workbook/makeWorkbook';

/** A worker that lives in this thread; everything that passes is cloned as between threads. */
class FakeWorker implements TableWorker {
  isTerminated = false;
  /** While set, requests wait for `release`. */
  isHeld = false;
  readonly requests: TableRequest[] = [];
  private readonly answer = createTableParserService();
  private readonly listeners = new Map<string, (event: { data: never }) => void>();

  addEventListener(type: string, listener: (event: never) => void): void {
    this.listeners.set(type, listener as (event: { data: never }) => void);
  }

  postMessage(request: TableRequest): void {
    this.requests.push(request);
    if (!this.isHeld) void this.handle(request);
  }

  async release(): Promise<void> {
    for (const request of this.requests) await this.handle(request);
  }

  emit(type: 'message' | 'error', data: unknown): void {
    if (!this.isTerminated) this.listeners.get(type)?.({ data: data as never });
  }

  terminate(): void {
    this.isTerminated = true;
  }

  private async handle(request: TableRequest): Promise<void> {
    const source = 'source' in request && request.source.kind === 'file' ? request : structuredClone(request);
    this.emit('message', structuredClone(await this.answer(source)));
  }
}

function setup({ isHeld = false } = {}): {
  reader: TableReader;
  workers: FakeWorker[];
  last: () => FakeWorker;
} {
  const workers: FakeWorker[] = [];
  const reader = createTableReader(() => {
    const worker = new FakeWorker();
    worker.isHeld = isHeld;
    workers.push(worker);
    return worker;
  });
  return { reader, workers, last: () => workers.at(-1) as FakeWorker };
}

const text = (content: string): TableSource => ({ kind: 'text', text: content });
const file = (...parts: BlobPart[]): TableSource => ({ kind: 'file', file: new Blob(parts) });
const failure = (code: string): unknown => expect.objectContaining({ name: 'AppError', code });

test('a pasted list is read, and its entries are given with their lines', async () => {
  const { reader } = setup();
  const table = await reader.read(text('anna@contoso.com\nbo@contoso.com\nANNA@contoso.com'));
  expect(table).toMatchObject({ rowCount: 3, encoding: undefined, columns: [{ kind: 'address' }] });
  expect(await reader.entries(table, 0)).toEqual([
    { text: 'anna@contoso.com', kind: 'address', lines: [1, 3], suspicion: undefined },
    { text: 'bo@contoso.com', kind: 'address', lines: [2], suspicion: undefined },
  ]);
});

test('a file is read in its encoding', async () => {
  const { reader } = setup();
  const table = await reader.read(file(Buffer.from('\uFEFFNamn\tE-post\r\nÅsa\tasa@contoso.com', 'utf16le')));
  expect(table).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', hasHeading: true });
  expect((await reader.entries(table, 1)).map((entry) => entry.text)).toEqual(['asa@contoso.com']);
});

test('what is too large is refused before a worker starts', async () => {
  const { reader, workers } = setup();
  const size = 20 * 1024 * 1024 + 1;
  const huge = { size: 50 * 1024 * 1024 } as Blob;
  await expect(reader.read({ kind: 'file', file: huge })).rejects.toEqual(failure('file-too-large'));
  await expect(reader.read(text('a'.repeat(size)))).rejects.toEqual(failure('file-too-large'));
  expect(workers).toEqual([]);
});

test.each([
  ['file-unreadable', file('PK\x03\x04 and so on')],
  ['file-too-long', text('a\n'.repeat(200_001))],
  [
    'file-unreadable',
    {
      kind: 'file',
      file: { size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) } as unknown as Blob,
    },
  ],
] as const)('a failure in the worker keeps its code (%s)', async (code, source) => {
  const { reader } = setup();
  await expect(reader.read(source)).rejects.toEqual(failure(code));
});

test('an aborted read stops the worker', async () => {
  const { reader, last } = setup({ isHeld: true });
  const controller = new AbortController();
  const read = reader.read(text('a@b'), controller.signal);
  controller.abort();
  await expect(read).rejects.toEqual(failure('cancelled'));
  expect(last().isTerminated).toBe(true);
  await expect(reader.read(text('a@b'), controller.signal)).rejects.toEqual(failure('cancelled'));
});

test('entries that nobody waits for any more are given up, and the table stays', async () => {
  const { reader, last } = setup();
  const table = await reader.read(text('a@b'));
  const controller = new AbortController();
  last().isHeld = true;
  const entries = reader.entries(table, 0, controller.signal);
  controller.abort();
  await expect(entries).rejects.toEqual(failure('cancelled'));
  last().isHeld = false;
  expect(await reader.entries(table, 0)).toHaveLength(1);
});

test('answers find their questions, whatever their order', async () => {
  const { reader, last } = setup();
  const table = await reader.read(text('upn,name\na@b,Anna'));
  last().isHeld = true;
  const both = Promise.all([reader.entries(table, 0), reader.entries(table, 1)]);
  last().requests.reverse();
  await last().release();
  expect((await both).map(([entry]) => entry?.text)).toEqual(['a@b', 'Anna']);
});

test('two tables are read side by side, and neither ends the other', async () => {
  const { reader } = setup();
  const first = await reader.read(text('a@b'));
  const second = await reader.read(text('c@d'));
  expect(await reader.entries(first, 0)).toMatchObject([{ text: 'a@b' }]);
  expect(await reader.entries(second, 0)).toMatchObject([{ text: 'c@d' }]);
});

test('a read that fails leaves no worker behind', async () => {
  const { reader, last } = setup();
  await expect(reader.read(file('PK\x03\x04 and so on'))).rejects.toEqual(failure('file-unreadable'));
  expect(last().isTerminated).toBe(true);
});

test('forgetting a table ends its worker, and what it was asked', async () => {
  const { reader, workers } = setup();
  const first = await reader.read(text('a@b'));
  const [worker] = workers as [FakeWorker];
  worker.isHeld = true;
  const entries = reader.entries(first, 0);
  const second = reader.read(text('c@d'));
  void reader.forget(first);
  await expect(entries).rejects.toEqual(failure('cancelled'));
  expect(worker.isTerminated).toBe(true);
  await expect(reader.entries(first, 0)).rejects.toEqual(failure('cancelled'));
  expect(await reader.entries(await second, 0)).toMatchObject([{ text: 'c@d' }]);
});

test('a worker that breaks or does not start is a fault of the app', async () => {
  const { reader, last } = setup({ isHeld: true });
  const read = reader.read(text('a@b'));
  last().emit('error', undefined);
  await expect(read).rejects.toEqual(failure('internal'));
  const blocked = createTableReader(() => {
    throw new TypeError('refused by policy');
  });
  await expect(blocked.read(text('a@b'))).rejects.toEqual(failure('internal'));
});

describe('workbooks', () => {
  const workbook = (name: string): TableSource =>
    file(readFileSync(join(__dirname, 'workbook', 'fixtures', name)));

  test('the first sheet that is shown is read, and another one without the file', async () => {
    const { reader, workers } = setup();
    const first = await reader.read(workbook('exceljs.xlsx'));
    expect(first).toMatchObject({
      workbook: { sheets: ['People', 'Leavers'], sheet: 0 },
      hasHeading: true,
      encoding: undefined,
      faults: [
        { line: 3, kind: 'empty' },
        { line: 6, kind: 'cell-error', column: 1 },
        { line: 7, kind: 'empty' },
      ],
    });
    expect(await reader.entries(first, 1)).toMatchObject([
      { text: 'anna.lind@contoso.com', lines: [2] },
      { text: 'bo.ek@contoso.com', lines: [4] },
      { text: 'asa.oberg@contoso.com', lines: [5] },
      { text: '#REF!', lines: [6] },
      { text: 'merged@contoso.com', lines: [8], suspicion: 'other-column' },
    ]);
    const second = await reader.readAgain(first, { sheet: 1 });
    expect(second.workbook?.sheet).toBe(1);
    expect(await reader.entries(second, 0)).toMatchObject([{ text: 'eva@contoso.com', lines: [2] }]);
    await expect(reader.entries(first, 1)).rejects.toEqual(failure('cancelled'));
    expect(await reader.entries(await reader.readAgain(first, {}), 1)).toHaveLength(5);
    expect(workers).toHaveLength(1);
  });

  test('a sheet that is given up for another does not become the table', async () => {
    const { reader } = setup();
    const first = await reader.read(workbook('exceljs.xlsx'));
    const controller = new AbortController();
    const given = reader.readAgain(first, { sheet: 0 }, controller.signal);
    controller.abort();
    const second = reader.readAgain(first, { sheet: 1 });
    await expect(given).rejects.toEqual(failure('cancelled'));
    expect(await reader.entries(await second, 0)).toMatchObject([{ text: 'eva@contoso.com' }]);
  });

  test('a sheet that is too long leaves the others to choose from', async () => {
    const { reader } = setup();
    const sheets = { Log: ['x'], People: ['a@b'], Archive: ['y'] };
    const tooLong = { Log: 200_001, Archive: 200_001 };
    const log = await reader.read(file(zipSheets(sheets, tooLong)));
    expect(log).toMatchObject({
      rowCount: 0,
      workbook: { sheets: ['Log', 'People', 'Archive'], sheet: 0, failure: 'file-too-long' },
    });
    const archive = await reader.readAgain(log, { sheet: 2 });
    expect(archive.workbook).toMatchObject({ sheet: 2, failure: 'file-too-long' });
    const people = await reader.readAgain(archive, { sheet: 1 });
    expect(people.workbook).not.toHaveProperty('failure');
    expect(await reader.entries(people, 0)).toMatchObject([{ text: 'a@b' }]);
    // Alone it leaves nothing to choose.
    const alone = file(zipSheets({ Log: ['x'] }, tooLong));
    await expect(reader.read(alone)).rejects.toEqual(failure('file-too-long'));
  });

  test('another format is named, and a sheet that is not there is a failure', async () => {
    const { reader } = setup();
    await expect(reader.read(workbook('sheetjs.ods'))).rejects.toMatchObject({
      code: 'file-format-unsupported',
      faults: ['OpenDocument (.ods)'],
    });
    const table = await reader.read(workbook('exceljs.xlsx'));
    await expect(reader.readAgain(table, { sheet: 2 })).rejects.toEqual(failure('file-unreadable'));
  });
});
