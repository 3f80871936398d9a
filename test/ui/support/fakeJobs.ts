import { AppError } from '../../../src/base/appError';
import type { Outcome } from '../../../src/base/outcome';
import type { JobCounts, JobItem, JobState, JobSummary } from '../../../src/jobs/job';
import { countItem } from '../../../src/jobs/state/jobState';
import type { JobThroughput, JobPlan, UndoPreview } from '../../../src/jobs/jobs';
import type { LicensingCode } from '../../../src/licensing/types';
import type {
  LicenseJobInput,
  LicenseJobPlan,
  LicenseJobSubject,
} from '../../../src/license-jobs/licenseJob';
import type { LicenseJobs } from '../../../src/ui/services';
import { fakePerson } from './fakeHolders';
import { fakeRef } from './fakeServices';

type Item = JobItem<LicenseJobInput, LicensingCode>;
type State = JobState<LicenseJobSubject, LicenseJobInput, LicensingCode>;
type Summary = JobSummary<LicenseJobSubject>;
type Plan = JobPlan<LicenseJobSubject, LicenseJobInput, LicensingCode>;

/** A job of the tests. */
interface FakeJob {
  readonly state: State;
  readonly runner: Summary['runner'];
  readonly pace: JobThroughput;
}

/** Jobs that do what the test sets, and record calls. */
export interface FakeJobs extends LicenseJobs {
  /** All planned jobs, oldest first. */
  readonly plans: readonly Plan[];
  /** Calls such as `pause job-1`, oldest first. */
  readonly asked: string[];
  /** Sets the state of a job; its counts follow from its items. */
  change(id: string, over: Partial<FakeJob['state']>, around?: Partial<Omit<FakeJob, 'state'>>): void;
  /** Settles items by their index. */
  settle(id: string, outcomes: Readonly<Record<number, Outcome<LicensingCode>>>): void;
}

/** A plan that assigns Plover Notes to a number of users. */
export function fakePlan(people: number, subject: Partial<LicenseJobSubject> = {}): LicenseJobPlan {
  return {
    operation: 'change-licenses',
    subject: { kind: 'assign', products: [{ ...fakeRef, name: 'Plover Notes' }], ...subject },
    items: Array.from({ length: people }, (_, index) => {
      const principal = fakePerson(index + 1);
      const { kind, id } = principal;
      const change = { principal: { kind, id }, add: [{ ...fakeRef, disabledPlanIds: [] }], remove: [] };
      return { key: id, input: { principal, change } };
    }),
  };
}

/** Behavior of the jobs. */
export interface FakeJobsOptions {
  /** Returns the outcome of an item when its job is started; undefined leaves it waiting. Default is done. */
  readonly outcomeOf?: (input: LicenseJobInput) => Outcome<LicensingCode> | undefined;
  /** True if the browser stores nothing. Default is false. */
  readonly storesNothing?: boolean;
  /** Preview of an undo. Default undoes everything. */
  readonly undoPreview?: Partial<UndoPreview<LicenseJobInput>>;
}

/** Planning time of the jobs. */
const plannedAt = Date.parse('2031-03-01T11:00:00Z');

/** Makes jobs in memory. A started job ends immediately, unless `outcomeOf` leaves items waiting. */
export function fakeJobs(options: FakeJobsOptions = {}): FakeJobs {
  const { outcomeOf = () => ({ kind: 'done' }) } = options;
  const jobs = new Map<string, FakeJob>();
  const plans: Plan[] = [];
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  let storesNothing = options.storesNothing ?? false;
  let summaries: readonly Summary[] = [];

  const find = (id: string): FakeJob => {
    const job = jobs.get(id);
    if (!job) throw new AppError('not-found');
    return job;
  };
  const put = (id: string, job: FakeJob): void => {
    jobs.set(id, job);
    summaries = [...jobs.values()].map(summaryOf).reverse();
    listeners.forEach((listener) => listener());
  };
  const change: FakeJobs['change'] = (id, over, around = {}) => {
    const job = find(id);
    const state = { ...job.state, ...over };
    put(id, { ...job, ...around, state: { ...state, counts: countsOf([...state.items]) } });
  };
  const settle: FakeJobs['settle'] = (id, outcomes) => {
    const items = [...find(id).state.items].map((item, place): Item => {
      const outcome = outcomes[place];
      return outcome ? { ...item, progress: 'settled', outcome } : item;
    });
    const isDone = items.every(({ outcome }) => outcome);
    change(id, { items: itemsOf(items), ...(isDone ? { status: 'finished' } : {}) });
  };
  const note = (what: string, id: string): void => void asked.push(`${what} ${id}`);
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const start = (id: string): void => {
    change(id, { status: 'running', pause: undefined, startedAt: plannedAt }, { runner: 'here' });
    const ends = [...find(id).state.items].flatMap(({ input, outcome }, place) => {
      const end = outcome ?? outcomeOf(input);
      return end ? [[place, end] as const] : [];
    });
    settle(id, Object.fromEntries(ends));
  };
  const plan = (planned: Plan, undoOf?: string): string => {
    const id = `job-${jobs.size + 1}`;
    put(id, { state: plannedState(id, planned, undoOf), runner: 'nobody', pace: unknownPace });
    return id;
  };

  return {
    plans,
    asked,
    change,
    settle,
    list: () => summaries,
    subscribe,
    storage: () => (options.storesNothing ? 'memory' : 'device'),
    acceptMemory: () => {
      storesNothing = false;
    },
    plan: (planned) => {
      if (storesNothing) return Promise.reject(new AppError('journal-unavailable'));
      plans.push(planned);
      return Promise.resolve(plan(planned));
    },
    open: async (id) => {
      await Promise.resolve();
      find(id);
      return {
        state: () => find(id).state,
        throughput: () => find(id).pace,
        runner: () => find(id).runner,
        subscribe,
      };
    },
    start: async (id) => {
      await Promise.resolve();
      note('start', id);
      start(id);
    },
    pause: async (id) => {
      await Promise.resolve();
      note('pause', id);
      change(id, { status: 'paused', pause: { kind: 'asked' } });
    },
    cancel: async (id) => {
      await Promise.resolve();
      note('cancel', id);
      const open = [...find(id).state.items].flatMap(({ outcome }, place) => (outcome ? [] : [place]));
      settle(id, Object.fromEntries(open.map((place) => [place, { kind: 'cancelled' } as const])));
    },
    retryFailed: async (id) => {
      await Promise.resolve();
      note('retry', id);
      const items = [...find(id).state.items].map((item): Item =>
        item.outcome?.kind === 'failed' || item.outcome?.kind === 'cancelled'
          ? { ...item, progress: 'waiting', outcome: undefined }
          : item,
      );
      change(id, { items: itemsOf(items) });
      start(id);
    },
    previewUndo: (id) =>
      Promise.resolve({
        undone: find(id).state.counts.done,
        left: 0,
        inputs: [],
        ...options.undoPreview,
      }),
    undo: async (id) => {
      await Promise.resolve();
      note('undo', id);
      const { header, items } = find(id).state;
      return plan(
        {
          operation: header.operation,
          subject: { ...header.subject, isUndo: true },
          items: [...items].map(({ key, input }) => ({ key, input })),
        },
        id,
      );
    },
    remove: async (id) => {
      await Promise.resolve();
      note('forget', id);
      jobs.delete(id);
      summaries = summaries.filter(({ header }) => header.id !== id);
      listeners.forEach((listener) => listener());
    },
  };
}

const unknownPace: JobThroughput = { itemsPerMinute: undefined, timeLeftInMs: undefined };

function plannedState(id: string, { operation, subject, items }: Plan, undoOf: string | undefined): State {
  const states = items.map(({ key, input, outcome }): Item => ({
    key,
    input,
    progress: outcome ? 'settled' : 'waiting',
    before: undefined,
    outcome,
  }));
  return {
    header: {
      id,
      operation,
      subject,
      owner: { tenantId: 'tenant', accountId: 'account', name: 'Ylva Tornberg' },
      plannedAt,
      size: items.length,
      undoOf,
    },
    status: 'planned',
    pause: undefined,
    items: itemsOf(states),
    counts: countsOf(states),
    context: undefined,
    inFlightUntil: undefined,
    startedAt: undefined,
    finishedAt: undefined,
  };
}

function itemsOf(items: readonly Item[]): State['items'] {
  return { length: items.length, at: (place) => items[place], [Symbol.iterator]: () => items.values() };
}

function countsOf(items: readonly Item[]): JobCounts {
  const counts = { waiting: 0, started: 0, done: 0, pending: 0, skipped: 0, failed: 0, cancelled: 0 };
  for (const item of items) countItem(counts, item, 1);
  return counts;
}

function summaryOf({ state, runner }: FakeJob): Summary {
  const { header, status, pause, counts, startedAt, finishedAt } = state;
  return { header, status, pause, counts, startedAt, finishedAt, runner };
}
