import type { AppError } from '../../../src/base/appError';
import type { Journal } from '../../../src/jobs/journal/journal';
import type { DurableEvents } from '../check/checkIntents';
import type { PageLifecycle } from './steps';
import { never } from './steps';

/** The journal as one page reaches it. */
export interface PageJournal extends Journal {
  /** Writes fail from now on; undefined ends it. */
  fail(error: AppError | undefined): void;
}

/**
 * Lets a page crash around each write, after which nothing more of it is stored. A write takes as long as `takeTime`;
 * `onDurable` receives the stored events.
 */
export function createPageJournal(
  journal: Journal,
  { isCrashed, onStep }: PageLifecycle,
  takeTime: () => Promise<void>,
  onDurable: (written: Omit<DurableEvents, 'at'>) => void,
): PageJournal {
  let failure: AppError | undefined;
  const unlessCrashed = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isCrashed()) return never();
    const result = await work();
    return isCrashed() ? never() : result;
  };
  const write = (work: () => Promise<void>): Promise<void> =>
    unlessCrashed(async () => {
      if (failure) throw failure;
      onStep('append');
      await takeTime();
      if (isCrashed()) return never();
      await work();
      onStep('appended');
    });
  return {
    fail: (error) => {
      failure = error;
    },
    create: (...parts) => write(() => journal.create(...parts)),
    append: (jobId, events, digest) =>
      write(async () => {
        await journal.append(jobId, events, digest);
        onDurable({ jobId, events });
      }),
    remove: (jobId) => write(() => journal.remove(jobId)),
    read: (jobId) => unlessCrashed(() => journal.read(jobId)),
    readEvents: (...parts) => unlessCrashed(() => journal.readEvents(...parts)),
    readWhole: (jobId) => unlessCrashed(() => journal.readWhole(jobId)),
    list: (owner) => unlessCrashed(() => journal.list(owner)),
  };
}
