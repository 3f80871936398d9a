// Runs in a browser: one job without a service, whose batches of 20 take 300 ms, four at once, with one journal or another.
import type { Clock } from '../../../src/base/clock';
import { systemClock } from '../../../src/base/clock';
import { newUuid } from '../../../src/base/ids';
import { systemRandom } from '../../../src/base/random';
import { createJobs } from '../../../src/jobs/createJobs';
import { createResumePolicy } from '../../../src/jobs/runner/createResumePolicy';
import { createIndexedJournal } from '../../../src/jobs/journal/createIndexedJournal';
import { createMemoryJournal } from '../../../src/jobs/journal/createMemoryJournal';
import type { Journal } from '../../../src/jobs/journal/journal';
import type { JobSchema } from '../../../src/jobs/journal/journalSchema';
import type { Operation } from '../../../src/jobs/operation';
import { createMemoryChannel } from '../../../src/jobs/tabs/jobChannel';
import { createMemoryLocks } from '../../../src/jobs/tabs/jobLocks';

/** One run. */
export interface JournalRun {
  readonly items: number;
  readonly isKept: boolean;
}

/** Result of a run, in milliseconds. */
export interface JournalResult {
  readonly tookInMs: number;
  /** Time of all writes to the journal after the start, and their number. */
  readonly writingInMs: number;
  readonly writes: number;
}

const batchInMs = 300;
const maxInFlight = 80;

/** Parser of a journal that is never read again. */
const schema: JobSchema<object, object, 'failed'> = {
  parseSubject: () => ({}),
  parseInput: () => ({}),
  parseBefore: (stored) => stored,
  parseStep: (stored) => stored,
  parseContext: (stored) => stored,
  parseReason: () => 'failed',
};

/** Operation whose items wait for the end of the batch that they would be in. */
function waiting(clock: Clock): Operation<object, object, 'failed'> {
  let full = 0;
  let batch = Promise.resolve();
  return {
    name: 'wait',
    concurrency: 2 * maxInFlight,
    chunkSize: 300,
    precheck: (items) =>
      clock.wait(batchInMs).then(() => items.map(() => ({ kind: 'run', before: { seats: [] } }) as const)),
    async execute() {
      if (full % maxInFlight === 0) batch = batch.then(() => clock.wait(batchInMs));
      full += 1;
      await batch;
      return { kind: 'done' };
    },
    timeLeftInMs: (items) => (items / maxInFlight) * batchInMs,
  };
}

function timed(journal: Journal, result: { writingInMs: number; writes: number }): Journal {
  return {
    ...journal,
    async append(...parts) {
      const startedAt = systemClock.monotonic();
      await journal.append(...parts);
      result.writingInMs += systemClock.monotonic() - startedAt;
      result.writes += 1;
    },
  };
}

async function run({ items, isKept }: JournalRun): Promise<JournalResult> {
  const clock = systemClock;
  const result = { writingInMs: 0, writes: 0 };
  const jobs = createJobs({
    journal: timed(isKept ? createIndexedJournal(newUuid()) : createMemoryJournal(), result),
    schema,
    operations: [waiting(clock)],
    locks: createMemoryLocks().tab(),
    channel: createMemoryChannel(),
    owner: () => ({ tenantId: 'tenant', accountId: 'admin', name: undefined }),
    clock,
    newId: newUuid,
    resumePolicy: createResumePolicy({ clock, random: systemRandom }),
  });
  const planned = Array.from({ length: items }, (_, index) => ({
    key: String(index),
    input: { id: newUuid() },
  }));
  const jobId = await jobs.plan({ operation: 'wait', subject: {}, items: planned });
  const startedAt = clock.monotonic();
  await jobs.start(jobId);
  const view = await jobs.open(jobId);
  await new Promise<void>((resolve) => {
    const look = (): void => (view.state().status === 'finished' ? resolve() : undefined);
    view.subscribe(look);
    look();
  });
  return { tookInMs: clock.monotonic() - startedAt, ...result };
}

Object.assign(globalThis, { runJournal: run });
