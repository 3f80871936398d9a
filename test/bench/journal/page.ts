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

/** How it went, in milliseconds. */
export interface JournalTale {
  readonly tookInMs: number;
  /** Time that anybody waited for the journal after the start, and number of writes. */
  readonly writingInMs: number;
  readonly writes: number;
}

const batchInMs = 300;
const atOnce = 80;

/** Keeps nothing of its own but what is not read again. */
const schema: JobSchema<object, object, 'failed'> = {
  parseSubject: () => ({}),
  parseInput: () => ({}),
  parseBefore: (stored) => stored,
  parseContext: (stored) => stored,
  parseReason: () => 'failed',
};

/** Every item waits for the end of the batch that it would be in. */
function waiting(clock: Clock): Operation<object, object, 'failed'> {
  let full = 0;
  let batch = Promise.resolve();
  return {
    name: 'wait',
    concurrency: 2 * atOnce,
    chunkSize: 300,
    precheck: (items) =>
      clock.wait(batchInMs).then(() => items.map(() => ({ kind: 'run', before: { seats: [] } }) as const)),
    async execute() {
      if (full % atOnce === 0) batch = batch.then(() => clock.wait(batchInMs));
      full += 1;
      await batch;
      return { kind: 'done' };
    },
    timeLeftInMs: (items) => (items / atOnce) * batchInMs,
  };
}

function timed(journal: Journal, tale: { writingInMs: number; writes: number }): Journal {
  return {
    ...journal,
    async append(...parts) {
      const startedAt = systemClock.monotonic();
      await journal.append(...parts);
      tale.writingInMs += systemClock.monotonic() - startedAt;
      tale.writes += 1;
    },
  };
}

async function run({ items, isKept }: JournalRun): Promise<JournalTale> {
  const clock = systemClock;
  const tale = { writingInMs: 0, writes: 0 };
  const jobs = createJobs({
    journal: timed(isKept ? createIndexedJournal(newUuid()) : createMemoryJournal(), tale),
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
  return { tookInMs: clock.monotonic() - startedAt, ...tale };
}

Object.assign(globalThis, { runJournal: run });
