import { isHalfDone, reachOf } from '../../base/outcome';
import type {
  JobCounts,
  JobDigest,
  JobHeader,
  JobItem,
  JobItems,
  JobState,
  JobSummary,
  PlannedItem,
} from '../job';

/** Items of a job in chunks, so that a change copies one chunk and not the whole list. */
interface ChunkedItems<Input, Code extends string> extends JobItems<Input, Code> {
  readonly chunks: readonly (readonly JobItem<Input, Code>[])[];
}

/** State of a job inside of the engine, as its events make it. */
export interface InternalJobState<Subject, Input, Code extends string> extends JobState<
  Subject,
  Input,
  Code
> {
  readonly items: ChunkedItems<Input, Code>;
  /** True after a cancellation: nothing more is sent, and only unknown outcomes are resolved. */
  readonly isCancelAsked: boolean;
  /** Time of the last heartbeat of the tab that runs or ran the job, in milliseconds since 1970; undefined before the first. */
  readonly heartbeatAt: number | undefined;
}

type MutableCounts = { -readonly [Name in keyof JobCounts]: JobCounts[Name] };

/** An index and the change of the item there, which returns the same item if nothing changes. */
type ItemChange<Input, Code extends string> = readonly [
  index: number,
  change: (item: JobItem<Input, Code>) => JobItem<Input, Code>,
];

/** Number of items in a chunk; only the last chunk can have fewer. */
const chunkLength = 512;

/** Creates the state of a planned job, before its first event. */
export function createInitialState<Subject, Input, Code extends string>(
  header: JobHeader<Subject>,
  planned: readonly PlannedItem<Input, Code>[],
): InternalJobState<Subject, Input, Code> {
  const chunks: JobItem<Input, Code>[][] = [];
  const counts: MutableCounts = {
    waiting: 0,
    started: 0,
    done: 0,
    pending: 0,
    skipped: 0,
    failed: 0,
    cancelled: 0,
  };
  for (let first = 0; first < planned.length; first += chunkLength) {
    const chunk = planned.slice(first, first + chunkLength).map(toItem);
    for (const item of chunk) countItem(counts, item, 1);
    chunks.push(chunk);
  }
  return {
    header,
    status: 'planned',
    pause: undefined,
    items: createChunkedItems(chunks, planned.length),
    counts,
    context: undefined,
    inFlightUntil: undefined,
    startedAt: undefined,
    finishedAt: undefined,
    isCancelAsked: false,
    heartbeatAt: undefined,
  };
}

function toItem<Input, Code extends string>(planned: PlannedItem<Input, Code>): JobItem<Input, Code> {
  const { key, input, outcome } = planned;
  return { key, input, outcome, before: undefined, progress: outcome ? 'settled' : 'waiting' };
}

/** Changes items and their counts; returns the same state if no item changes. */
export function changeItems<Subject, Input, Code extends string>(
  job: InternalJobState<Subject, Input, Code>,
  changes: Iterable<ItemChange<Input, Code>>,
): InternalJobState<Subject, Input, Code> {
  const copies = new Map<number, JobItem<Input, Code>[]>();
  const counts: MutableCounts = { ...job.counts };
  for (const [index, change] of changes) {
    const chunkIndex = Math.floor(index / chunkLength);
    const at = index % chunkLength;
    const chunk = copies.get(chunkIndex) ?? job.items.chunks[chunkIndex];
    const item = chunk?.[at];
    if (!chunk || !item) continue;
    const changed = change(item);
    if (changed === item) continue;
    countItem(counts, item, -1);
    countItem(counts, changed, 1);
    const copy = copies.get(chunkIndex) ?? [...chunk];
    copy[at] = changed;
    copies.set(chunkIndex, copy);
  }
  if (copies.size === 0) return job;
  const chunks = job.items.chunks.map((chunk, chunkIndex) => copies.get(chunkIndex) ?? chunk);
  return { ...job, counts, items: createChunkedItems(chunks, job.items.length) };
}

function createChunkedItems<Input, Code extends string>(
  chunks: readonly (readonly JobItem<Input, Code>[])[],
  length: number,
): ChunkedItems<Input, Code> {
  return {
    chunks,
    length,
    at: (index) => chunks[Math.floor(index / chunkLength)]?.[index % chunkLength],
    *[Symbol.iterator]() {
      for (const chunk of chunks) yield* chunk;
    },
  };
}

/** Adds an item to the counts of a job, or removes it (`by` is -1). */
export function countItem<Input, Code extends string>(
  counts: MutableCounts,
  item: JobItem<Input, Code>,
  by: 1 | -1,
): void {
  counts[toCountName(item)] += by;
  const reach = reachOf(item.outcome);
  if (reach === 'part') counts.partly = (counts.partly ?? 0) + by;
  else if (reach === 'unknown') counts.unsure = (counts.unsure ?? 0) + by;
  if (isHalfDone(item.outcome)) counts.halfDone = (counts.halfDone ?? 0) + by || undefined;
}

function toCountName<Input, Code extends string>(
  item: JobItem<Input, Code>,
): Exclude<keyof JobCounts, 'partly' | 'unsure' | 'halfDone'> {
  if (!item.outcome) return item.progress === 'started' ? 'started' : 'waiting';
  return item.outcome.kind === 'done' && item.outcome.pending ? 'pending' : item.outcome.kind;
}

/** Returns the indexes of the items that match, in their order. */
export function findIndexes<Input, Code extends string>(
  items: JobItems<Input, Code>,
  matches: (item: JobItem<Input, Code>) => boolean,
): number[] {
  const indexes: number[] = [];
  let index = 0;
  for (const item of items) {
    if (matches(item)) indexes.push(index);
    index += 1;
  }
  return indexes;
}

/** Returns the part of a state that is stored for the history. */
export function toDigest({ status, pause, counts, startedAt, finishedAt }: JobDigest): JobDigest {
  return { status, pause, counts, startedAt, finishedAt };
}

/** Returns the state that a person sees: a job that should run, but that no tab runs, was interrupted. */
export function toPublicState<Job extends JobDigest>(job: Job, runner: JobSummary<unknown>['runner']): Job {
  return runner === 'nobody' && shouldRun(job)
    ? { ...job, status: 'paused', pause: { kind: 'interrupted' } }
    : job;
}

function shouldRun({ status, pause }: JobDigest): boolean {
  if (status === 'paused') return pause?.kind === 'stopped' && pause.goesOnByItself;
  return status === 'running' || status === 'cancelling' || status === 'following';
}
