import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { createIndexedJournal } from '../../../src/jobs/journal/createIndexedJournal';
import { manualClock } from '../../base/manualClock';
import { describeJournal, digestFor, recordFor } from './journalContract';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  jest.restoreAllMocks();
});

const fails = (name: string) => () => {
  throw new DOMException('as the browser says it', name);
};

describeJournal(() => createIndexedJournal());

test('another tab reads what one tab wrote', async () => {
  await createIndexedJournal().create(recordFor('a'), digestFor(0));
  expect(await createIndexedJournal().read('a')).toEqual(recordFor('a'));
  expect(await createIndexedJournal('another').read('a')).toBeUndefined();
});

test.each([
  [
    'may not be named',
    () => {
      throw new DOMException('denied', 'SecurityError');
    },
  ],
  ['may not be opened', () => ({ open: fails('SecurityError') })],
])('a database that %s is unavailable', async (_how, get) => {
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get });
  try {
    await expect(createIndexedJournal().list(recordFor('a').header.owner)).rejects.toMatchObject({
      code: 'journal-unavailable',
    });
  } finally {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, writable: true, value: undefined });
  }
});

test('a database that never answers is unavailable after five seconds', async () => {
  const clock = manualClock();
  globalThis.indexedDB = { open: () => new EventTarget() } as unknown as IDBFactory;
  const reading = createIndexedJournal('silent', clock).read('a');
  reading.catch(() => undefined);
  await clock.advance(5_000);
  await expect(reading).rejects.toMatchObject({ code: 'journal-unavailable' });
});

test('what has no room is said so, and nothing of it is kept', async () => {
  const journal = createIndexedJournal();
  await journal.create(recordFor('a'), digestFor(0));
  const put = jest.spyOn(IDBObjectStore.prototype, 'put');
  put.mockImplementation(fails('QuotaExceededError'));
  await expect(journal.create(recordFor('b'), digestFor(0))).rejects.toMatchObject({ code: 'journal-full' });
  await expect(journal.append('a', [{ kind: 'started', at: 1 }], digestFor(1))).rejects.toMatchObject({
    code: 'journal-full',
  });
  put.mockRestore();
  expect(await journal.read('b')).toBeUndefined();
  expect(await journal.read('a')).toEqual(recordFor('a'));
  await journal.append('a', [{ kind: 'started', at: 1 }], digestFor(1));
  expect((await journal.read('a'))?.events).toHaveLength(1);
});

test('a write that breaks half way leaves the job as it was', async () => {
  const journal = createIndexedJournal();
  await journal.create(recordFor('a'), digestFor(0));
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the store that it was taken from
  const original = IDBObjectStore.prototype.put;
  let puts = 0;
  const put = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...parts
  ) {
    puts += 1;
    if (puts === 2) throw new DOMException('broken', 'UnknownError');
    return original.apply(this, parts);
  });
  await expect(journal.append('a', [{ kind: 'started', at: 1 }], digestFor(1))).rejects.toMatchObject({
    code: 'journal-unavailable',
  });
  put.mockRestore();
  expect(puts).toBe(2);
  expect((await journal.read('a'))?.events).toEqual([]);
});

test('a browser without storage, or one that refuses it, is said so', async () => {
  jest.spyOn(globalThis.indexedDB, 'open').mockImplementation(fails('SecurityError'));
  await expect(createIndexedJournal().list({ tenantId: 't', accountId: 'a' })).rejects.toMatchObject({
    code: 'journal-unavailable',
  });
  Reflect.deleteProperty(globalThis, 'indexedDB');
  await expect(createIndexedJournal().create(recordFor('a'), digestFor(0))).rejects.toMatchObject({
    code: 'journal-unavailable',
  });
});

test('a journal that was refused once tries again', async () => {
  const journal = createIndexedJournal();
  const open = jest.spyOn(globalThis.indexedDB, 'open').mockImplementationOnce(fails('UnknownError'));
  await expect(journal.read('a')).rejects.toMatchObject({ code: 'journal-unavailable' });
  expect(await journal.read('a')).toBeUndefined();
  expect(open).toHaveBeenCalledTimes(2);
});

test('a database that is cleared while it is open does not keep the browser waiting, and is opened anew', async () => {
  const journal = createIndexedJournal();
  await journal.create(recordFor('a'), digestFor(0));
  await new Promise<void>((resolve, reject) => {
    const clearing = indexedDB.deleteDatabase('isv-licenses-jobs');
    clearing.onsuccess = () => resolve();
    clearing.onblocked = () => reject(new Error('blocked'));
  });
  await expect(journal.append('a', [], digestFor(0))).rejects.toMatchObject({ code: 'not-found' });
  await journal.create(recordFor('a'), digestFor(0));
  expect(await journal.read('a')).toEqual(recordFor('a'));
});

test('what cannot be stored at all is a fault of this app', async () => {
  const record = { ...recordFor('a'), items: [{ key: 'k', input: () => undefined }] };
  await expect(createIndexedJournal().create(record, digestFor(0))).rejects.toMatchObject({
    code: 'internal',
  });
});

test('a job of which events are missing cannot be read, and one with many appends keeps their order', async () => {
  const journal = createIndexedJournal();
  await journal.create(recordFor('a'), digestFor(0));
  for (let at = 0; at < 40; at += 1) await journal.append('a', [{ kind: 'started', at }], digestFor(0));
  const events = Array.from({ length: 40 }, (_, at) => ({ kind: 'started', at }));
  expect((await journal.read('a'))?.events).toEqual(events);
  const database = await openDB('isv-licenses-jobs');
  await database.delete('events', ['a', 7]);
  database.close();
  await expect(journal.read('a')).rejects.toMatchObject({ code: 'job-unreadable' });
});

test('a database of a newer version of the app is said so', async () => {
  const newer = await openDB('isv-licenses-jobs', 99);
  newer.close();
  const journal = createIndexedJournal();
  const refused = expect.objectContaining({ code: 'journal-newer' }) as Error;
  await expect(journal.list({ tenantId: 'tenant', accountId: 'admin' })).rejects.toEqual(refused);
  await expect(journal.create(recordFor('a'), digestFor(0))).rejects.toEqual(refused);
});

test('a job without a time of planning, or with a value that is no list, is listed and read as far as possible', async () => {
  const journal = createIndexedJournal();
  await journal.create(recordFor('a'), digestFor(0));
  await journal.create(recordFor('b'), digestFor(0));
  const database = await openDB('isv-licenses-jobs');
  const { header } = recordFor('a');
  await database.put('jobs', { header: { ...header, plannedAt: null }, digest: null, events: 2 });
  await database.put('items', { length: 3 }, ['a', 0]);
  await database.put('events', [{ kind: 'lent' }], ['a', 0]);
  database.close();
  const list = await journal.list({ tenantId: 'tenant', accountId: 'admin' });
  expect(list.map((entry) => entry.digest)).toEqual([digestFor(0), null]);
  expect(await journal.list({ tenantId: 'tenant', accountId: 'other' })).toEqual([]);
  await expect(journal.read('a')).rejects.toMatchObject({ code: 'job-unreadable' });
  expect(await journal.readWhole('a')).toEqual({
    header: { ...header, plannedAt: null },
    digest: null,
    items: [{ length: 3 }],
    events: [{ kind: 'lent' }],
  });
});
