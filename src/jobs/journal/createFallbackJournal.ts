import { number, object, safeParse, string } from 'valibot';
import { AppError, toAppError } from '../../base/appError';
import { createMemoryJournal } from './createMemoryJournal';
import type { Journal } from './journal';

const headerOrder = object({ id: string(), plannedAt: number() });

/** Journal on the device with a fallback to memory. */
interface FallbackJournal extends Journal {
  /** Jobs that the device can't store are kept in memory from now on. */
  accept(): void;
  /** `memory` after the device failed to store, `newer` if a newer version of the app changed the database. */
  storage(): 'device' | 'memory' | 'newer' | 'unknown';
}

/**
 * Creates the fallback. Before `accept`, every call is one to the device's journal. Afterwards, jobs that it rejects with
 * `journal-unavailable` or `journal-full` move to memory: a new job at once; for any other `append` rejects with `not-found`, so that
 * the tab that has the job creates it again.
 */
export function createFallbackJournal(device: Journal): FallbackJournal {
  const memory = createMemoryJournal();
  const moved = new Set<string>();
  let isAccepted = false;
  let storage: ReturnType<FallbackJournal['storage']> = 'unknown';

  async function onDevice<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      storage = 'device';
      return result;
    } catch (thrown) {
      if (isStorageError(thrown)) storage = 'memory';
      if (toAppError(thrown).code === 'journal-newer') storage = 'newer';
      throw thrown;
    }
  }

  async function onDeviceOrMoved(
    jobId: string,
    work: () => Promise<void>,
    move: () => Promise<void>,
  ): Promise<void> {
    try {
      await onDevice(work);
    } catch (thrown) {
      if (!isAccepted || !isStorageError(thrown)) throw thrown;
      moved.add(jobId);
      await move();
    }
  }

  return {
    accept: () => {
      isAccepted = true;
    },
    storage: () => (moved.size > 0 ? 'memory' : storage),
    create(record, digest) {
      const { id } = record.header;
      if (moved.has(id)) return memory.create(record, digest);
      return onDeviceOrMoved(
        id,
        () => device.create(record, digest),
        () => memory.create(record, digest),
      );
    },
    append(jobId, events, digest) {
      if (moved.has(jobId)) return memory.append(jobId, events, digest);
      const rejectUnknown = (): Promise<void> => Promise.reject(new AppError('not-found'));
      return onDeviceOrMoved(jobId, () => device.append(jobId, events, digest), rejectUnknown);
    },
    read: (jobId) => (moved.has(jobId) ? memory.read(jobId) : onDevice(() => device.read(jobId))),
    readEvents: (jobId, fromEvent) =>
      moved.has(jobId)
        ? memory.readEvents(jobId, fromEvent)
        : onDevice(() => device.readEvents(jobId, fromEvent)),
    readWhole: (jobId) =>
      moved.has(jobId) ? memory.readWhole(jobId) : onDevice(() => device.readWhole(jobId)),
    async list(owner) {
      const here = await memory.list(owner);
      const there = await onDevice(() => device.list(owner)).catch((thrown: unknown) => {
        if (isAccepted && isStorageError(thrown)) return [];
        throw thrown;
      });
      return [...here, ...there.filter(({ header }) => !moved.has(orderOf(header).id))].sort(
        (one, other) => orderOf(other.header).plannedAt - orderOf(one.header).plannedAt,
      );
    },
    remove: (jobId) => (moved.has(jobId) ? memory.remove(jobId) : onDevice(() => device.remove(jobId))),
  };
}

function isStorageError(thrown: unknown): boolean {
  const { code } = toAppError(thrown);
  return code === 'journal-unavailable' || code === 'journal-full';
}

/** Returns the fields of a header that order the list; the database is indexed by both, so that every stored header has them. */
function orderOf(header: unknown): { readonly id: string; readonly plannedAt: number } {
  const parsed = safeParse(headerOrder, header);
  return parsed.success ? parsed.output : { id: '', plannedAt: 0 };
}
