import type { IDBPTransaction } from 'idb';
import * as v from 'valibot';
import { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { JobOwner } from '../job';
import { toList, unreadable } from './storedValues';
import type { Journal, StoredEntry, StoredJob } from './journal';
import { databaseOpener, toJournalError, type JournalDatabase, type JournalSchema } from './journalDatabase';

const stores: ('jobs' | 'items' | 'events')[] = ['jobs', 'items', 'events'];

/** A read-write transaction. */
interface Writing {
  readonly transaction: IDBPTransaction<JournalSchema, typeof stores, 'readwrite'>;
  /** Adds a request; if it fails, the whole transaction does. */
  readonly request: (request: Promise<unknown>) => void;
}

/** Maximum number of items in one value of the database; more would block the page while the value is copied. */
const chunkLength = 1_024;

/** Maximum number of values with events that are read together, for the same reason. */
const maxAppendsPerRead = 16;

/**
 * Creates the journal in the browser's IndexedDB, written with strict durability. `name` is the name of the database, default
 * `isv-licenses-jobs`. If the browser closes the database, the next call opens it again.
 */
export function createIndexedJournal(name = 'isv-licenses-jobs', clock?: Clock): Journal {
  const open = databaseOpener(name, clock);
  const write = (work: (writing: Writing) => Promise<void> | void): Promise<void> =>
    writeTransaction(open, work);
  const readFrom = async <T>(work: (database: JournalDatabase) => Promise<T>): Promise<T> => {
    try {
      return await work(await open());
    } catch (thrown) {
      throw toJournalError(thrown);
    }
  };

  return {
    create: (record, digest) => write((writing) => putJob(writing, record, digest)),
    append: (...parts) => write((writing) => putEvents(writing, ...parts)),
    read: (jobId) => readFrom((database) => getJob(database, jobId)),
    readEvents: (jobId, fromEvent) => readFrom((database) => getEvents(database, jobId, fromEvent)),
    readWhole: (jobId) => readFrom((database) => getWhole(database, jobId)),
    list: (account) => readFrom((database) => getList(database, account)),
    remove: (jobId) => write((writing) => deleteJob(writing, jobId)),
  };
}

/**
 * Runs writes as one transaction: all or nothing, and on the disk when this resolves.
 * Rejects with AppError `journal-full`, `journal-unavailable`, or as `work` does.
 */
async function writeTransaction(
  open: () => Promise<JournalDatabase>,
  work: (writing: Writing) => Promise<void> | void,
): Promise<void> {
  let transaction: Writing['transaction'] | undefined;
  try {
    transaction = (await open()).transaction(stores, 'readwrite', { durability: 'strict' });
    // `transaction.done` rejects for every failed request.
    const request = (asked: Promise<unknown>): void => void asked.catch(() => undefined);
    request(transaction.done);
    await work({ transaction, request });
    await transaction.done;
  } catch (thrown) {
    const reason: unknown = transaction?.error ?? thrown;
    if (transaction) abort(transaction);
    throw toJournalError(thrown instanceof AppError ? thrown : reason);
  }
}

function abort(transaction: Writing['transaction']): void {
  try {
    transaction.abort();
  } catch {
    // The transaction has ended already.
  }
}

/** Keys of a job's parts from one number to another, both included. */
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
    if (chunk === undefined) break;
    const list = toList(chunk, 'items');
    if (list.length === 0) break;
    for (const item of list) items.push(item);
  }
  const events: unknown[] = [];
  const eventStore = transaction.objectStore('events');
  const keys = await eventStore.getAllKeys(rangeOf(jobId));
  for (let first = 0; first < keys.length; first += maxAppendsPerRead) {
    const last = keys[Math.min(first + maxAppendsPerRead, keys.length) - 1];
    const appends = await eventStore.getAll(rangeOf(jobId, keys[first]?.[1], last?.[1]));
    for (const event of appends.flat()) events.push(event);
  }
  if (events.length !== job.events) throw unreadable('events', `${job.events} events`);
  return { header: job.header, items, events };
}

async function getWhole(
  database: JournalDatabase,
  jobId: string,
): Promise<(StoredJob & StoredEntry) | undefined> {
  const transaction = database.transaction(stores, 'readonly');
  const job = await transaction.objectStore('jobs').get(jobId);
  if (!job) return undefined;
  // A damaged job is exported as it is, also values that aren't lists.
  const items = await transaction.objectStore('items').getAll(rangeOf(jobId));
  const events = await transaction.objectStore('events').getAll(rangeOf(jobId));
  return { header: job.header, digest: job.digest, items: items.flat(), events: events.flat() };
}

async function getList(
  database: JournalDatabase,
  { tenantId, accountId }: Pick<JobOwner, 'tenantId' | 'accountId'>,
): Promise<StoredEntry[]> {
  const { store } = database.transaction('jobs', 'readonly');
  const index = store.index('account');
  const account = IDBKeyRange.bound([tenantId, accountId], [tenantId, accountId, []]);
  const [jobs, all, indexed] = await Promise.all([index.getAll(account), store.count(), index.count()]);
  jobs.reverse();
  // An index has no records without a valid key, such as a job without `plannedAt` (IndexedDB: indexes).
  if (indexed < all) {
    const known = new Set(jobs.map(({ header }) => storedIdOf(header)));
    const others = (await store.getAll()).filter(({ header }) => !known.has(storedIdOf(header)));
    jobs.push(...others.filter(({ header }) => isStoredFor(header, { tenantId, accountId })));
  }
  return jobs.map(({ header, digest }) => ({ header, digest }));
}

const storedId = v.object({ id: v.string() });
const storedOwner = v.object({ owner: v.object({ tenantId: v.string(), accountId: v.string() }) });

const storedIdOf = (header: unknown): string | undefined => {
  const parsed = v.safeParse(storedId, header);
  return parsed.success ? parsed.output.id : undefined;
};

function isStoredFor(header: unknown, account: Pick<JobOwner, 'tenantId' | 'accountId'>): boolean {
  const parsed = v.safeParse(storedOwner, header);
  if (!parsed.success) return false;
  const { owner } = parsed.output;
  return owner.tenantId === account.tenantId && owner.accountId === account.accountId;
}

async function getEvents(database: JournalDatabase, jobId: string, fromEvent: number): Promise<unknown[]> {
  const store = database.transaction('events', 'readonly').store;
  // The value with the event may start before it.
  const last = await store.openCursor(rangeOf(jobId, 0, fromEvent), 'prev');
  const first = last?.key[1] ?? 0;
  const events = (await store.getAll(rangeOf(jobId, first))).flat();
  return events.slice(fromEvent - first);
}
