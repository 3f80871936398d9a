import { AppError } from '../../base/appError';
import { unreadable } from '../storedValues';
import type { Journal, StoredJob } from './journal';
import { databaseOpener, type JournalDatabase } from './journalDatabase';
import { toJournalError } from './toJournalError';
import { stores, writeTransaction, type Writing } from './writeTransaction';

/** Items in one value of the database, few enough that a page stays awake while one is copied. */
const chunkLength = 1_024;

/** Values with events that are read together, for the same reason. */
const appendsAtOnce = 16;

/**
 * The journal in the browser's IndexedDB, written with strict durability. `name` is the database's, default
 * `isv-licenses-jobs`. A database that closes underneath is opened again with the next call.
 */
export function createIndexedJournal(name = 'isv-licenses-jobs'): Journal {
  const open = databaseOpener(name);
  const write = (work: (writing: Writing) => Promise<void> | void): Promise<void> =>
    writeTransaction(open, work);
  const reading = async <T>(work: (database: JournalDatabase) => Promise<T>): Promise<T> => {
    try {
      return await work(await open());
    } catch (thrown) {
      throw toJournalError(thrown);
    }
  };

  return {
    create: (record, digest) => write((writing) => putJob(writing, record, digest)),
    append: (...parts) => write((writing) => putEvents(writing, ...parts)),
    read: (jobId) => reading((database) => getJob(database, jobId)),
    readEvents: (jobId, fromEvent) => reading((database) => getEvents(database, jobId, fromEvent)),
    list: ({ tenantId, accountId }) =>
      reading(async (database) => {
        const account = IDBKeyRange.bound([tenantId, accountId], [tenantId, accountId, []]);
        const jobs = await database.getAllFromIndex('jobs', 'account', account);
        return jobs.reverse().map(({ header, digest }) => ({ header, digest }));
      }),
    remove: (jobId) => write((writing) => deleteJob(writing, jobId)),
  };
}

/** The keys of a job's parts from one number to another, both included. */
const rangeOf = (jobId: string, from = 0, to = Infinity) => IDBKeyRange.bound([jobId, from], [jobId, to]);

async function putJob(writing: Writing, ...[record, digest]: Parameters<Journal['create']>): Promise<void> {
  const { transaction, request } = writing;
  const { header, items, events } = record;
  deleteJob(writing, header.id);
  request(transaction.objectStore('jobs').put({ header, digest, events: events.length }));
  for (let first = 0; first < items.length; first += chunkLength)
    await transaction.objectStore('items').put(items.slice(first, first + chunkLength), [header.id, first]);
  if (events.length > 0) request(transaction.objectStore('events').put(events, [header.id, 0]));
}

async function putEvents(
  { transaction, request }: Writing,
  ...[jobId, events, digest]: Parameters<Journal['append']>
): Promise<void> {
  const jobs = transaction.objectStore('jobs');
  const job = await jobs.get(jobId);
  if (!job) throw new AppError('not-found');
  if (events.length > 0) request(transaction.objectStore('events').put(events, [jobId, job.events]));
  request(jobs.put({ header: job.header, digest, events: job.events + events.length }));
}

function deleteJob({ transaction, request }: Writing, jobId: string): void {
  request(transaction.objectStore('jobs').delete(jobId));
  request(transaction.objectStore('items').delete(rangeOf(jobId)));
  request(transaction.objectStore('events').delete(rangeOf(jobId)));
}

async function getJob(database: JournalDatabase, jobId: string): Promise<StoredJob | undefined> {
  const transaction = database.transaction(stores, 'readonly');
  const job = await transaction.objectStore('jobs').get(jobId);
  if (!job) return undefined;
  const items: unknown[] = [];
  const itemStore = transaction.objectStore('items');
  for (;;) {
    const chunk = await itemStore.get([jobId, items.length]);
    if (!chunk?.length) break;
    for (const item of chunk) items.push(item);
  }
  const events: unknown[] = [];
  const eventStore = transaction.objectStore('events');
  const keys = await eventStore.getAllKeys(rangeOf(jobId));
  for (let first = 0; first < keys.length; first += appendsAtOnce) {
    const last = keys[Math.min(first + appendsAtOnce, keys.length) - 1];
    const appends = await eventStore.getAll(rangeOf(jobId, keys[first]?.[1], last?.[1]));
    for (const event of appends.flat()) events.push(event);
  }
  if (events.length !== job.events) throw unreadable('events', `${job.events} events`);
  return { header: job.header, items, events };
}

async function getEvents(database: JournalDatabase, jobId: string, fromEvent: number): Promise<unknown[]> {
  const store = database.transaction('events', 'readonly').store;
  // The value that holds the event may begin before it.
  const last = await store.openCursor(rangeOf(jobId, 0, fromEvent), 'prev');
  const first = last?.key[1] ?? 0;
  const events = (await store.getAll(rangeOf(jobId, first))).flat();
  return events.slice(fromEvent - first);
}
