import { AppError } from '../../../src/base/appError';
import type { Clock } from '../../../src/base/clock';
import type { Logger } from '../../../src/base/logger';
import { seededRandom } from '../../../src/base/random';
import { createJobs } from '../../../src/jobs/createJobs';
import { createResumePolicy } from '../../../src/jobs/runner/createResumePolicy';
import type { JobOwner } from '../../../src/jobs/job';
import type { JobPlan, Jobs } from '../../../src/jobs/jobs';
import { createMemoryJournal } from '../../../src/jobs/journal/createMemoryJournal';
import { createJobReader, type JournalEntry } from '../../../src/jobs/journal/createJobReader';
import type { UnreadableJobs } from '../../../src/jobs/createUnreadableJobs';
import type { JobEvent, Journal } from '../../../src/jobs/journal/journal';
import { createMemoryChannel } from '../../../src/jobs/tabs/jobChannel';
import { createMemoryLocks } from '../../../src/jobs/tabs/jobLocks';
import { createVirtualClock, type VirtualClock } from '../../support/virtualClock';
import {
  createService,
  giveOn,
  giveSchema,
  type Code,
  type GiveOperation,
  type Input,
  type Service,
  type Step,
  type Subject,
} from './service';

/** The jobs of the pretended service. */
export type GiveJobs = Jobs<Subject, Input, Code> & { readonly unreadable: UnreadableJobs };

/** One tab of the browser. */
export interface Tab {
  readonly jobs: GiveJobs;
  /** Ends the tab at once, without any further effect. */
  die(): void;
}

/** Options of a tab. */
export interface TabOptions {
  /** Overrides parts of the operation. */
  readonly operation?: Partial<GiveOperation>;
  readonly owner?: () => JobOwner;
  /** Called before every step of the tab, which it may end. */
  readonly onStep?: (step: Step, die: () => void) => void;
  /** Called before each write to the journal, which waits for it and fails as this does. */
  readonly beforeWrite?: () => void | Promise<void>;
  /** True if messages of other tabs don't reach the tab. */
  readonly ignoresMessages?: boolean;
  readonly onOnline?: (listener: () => void) => () => void;
  readonly logger?: Logger;
}

/** A browser with tabs, its journal, and a service. */
export interface World {
  readonly clock: VirtualClock;
  readonly journal: Journal;
  readonly service: Service;
  /** Jobs of the account that is signed in, as the journal holds them. */
  list(): Promise<readonly JournalEntry<Subject>[]>;
  /** Events of a job, as the journal holds them. */
  readEvents(jobId: string): Promise<readonly JobEvent<Code>[]>;
  openTab(options?: TabOptions): Tab;
}

/** The account that is signed in. */
const admin: JobOwner = { tenantId: 'tenant', accountId: 'admin', name: 'Ada' };

/** Opens a browser without tabs. */
export function openWorld({ journal = createMemoryJournal() }: { journal?: Journal } = {}): World {
  const clock = createVirtualClock();
  const service = createService();
  const locks = createMemoryLocks();
  const channel = createMemoryChannel();
  const reader = createJobReader({ journal, schema: giveSchema, clock });
  let ids = 0;
  return {
    clock,
    journal,
    service,
    list: async () => (await reader.list(admin)).jobs,
    readEvents: (jobId) => reader.readEvents(jobId, 0),
    openTab(options = {}) {
      const {
        operation,
        owner = () => admin,
        onStep,
        beforeWrite,
        onOnline,
        ignoresMessages,
        logger,
      } = options;
      let isDead = false;
      const tabLocks = locks.tab();
      const die = (): void => {
        isDead = true;
        tabLocks.close();
      };
      const whileOpen = async <T>(work: Promise<T>): Promise<T> => {
        try {
          return await work;
        } finally {
          if (isDead) await never();
        }
      };
      const step = async (name: Step): Promise<void> => {
        onStep?.(name, die);
        if (isDead) await never();
      };
      const tabClock: Clock = {
        ...clock,
        wait: (delayInMs, signal) => whileOpen(clock.wait(delayInMs, signal)),
      };
      const jobs = createJobs<Subject, Input, Code>({
        journal: mortalJournal(journal, step, whileOpen, beforeWrite),
        schema: giveSchema,
        operations: [{ ...giveOn(service, tabClock, step), ...operation }],
        locks: tabLocks,
        channel: {
          post: (message) => void (isDead || channel.post(message)),
          subscribe: (listener) => (ignoresMessages ? () => undefined : channel.subscribe(listener)),
        },
        owner,
        clock: tabClock,
        newId: () => `id-${(ids += 1)}`,
        logger,
        resumePolicy: createResumePolicy({ clock: tabClock, random: seededRandom(1), onOnline }),
      });
      return { jobs, die };
    },
  };
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

function mortalJournal(
  journal: Journal,
  step: (step: Step) => Promise<void>,
  whileOpen: <T>(work: Promise<T>) => Promise<T>,
  beforeWrite: () => void | Promise<void> = () => undefined,
): Journal {
  const write = async (work: () => Promise<void>): Promise<void> => {
    await step('append');
    await beforeWrite();
    await work();
    await step('appended');
  };
  return {
    create: (...parts) => write(() => journal.create(...parts)),
    append: (...parts) => write(() => journal.append(...parts)),
    remove: (id) => write(() => journal.remove(id)),
    read: (id) => whileOpen(journal.read(id)),
    readEvents: (...parts) => whileOpen(journal.readEvents(...parts)),
    readWhole: (id) => whileOpen(journal.readWhole(id)),
    list: (owner) => whileOpen(journal.list(owner)),
  };
}

/** A plan that gives the thing to so many people. */
export function planFor(count: number): JobPlan<Subject, Input, Code> {
  return {
    operation: 'give',
    subject: { what: 'seat' },
    items: Array.from({ length: count }, (_, index) => ({
      key: `p${index}`,
      input: { person: `p${index}`, gives: true },
    })),
  };
}

/** Resolves when the job rests or is finished. */
export async function ended(jobs: GiveJobs, id: string): Promise<void> {
  const view = await jobs.open(id);
  const isOver = (): boolean => ['paused', 'finished'].includes(view.state().status);
  await new Promise<void>((resolve) => {
    const stop = view.subscribe(look);
    function look(): void {
      if (!isOver()) return;
      stop();
      resolve();
    }
    look();
  });
}

/** The error that the tests throw. */
export const fault = (code: ConstructorParameters<typeof AppError>[0], retryAfterInMs?: number): AppError =>
  new AppError(code, retryAfterInMs === undefined ? {} : { retryAfterInMs });

/** Items without the times at which they were done, which the journal keeps to half a second. */
export function withoutTimes(items: Iterable<object>): readonly object[] {
  return [...items].map((item) => ({ ...item, doneAt: undefined }));
}
