import { number, object, safeParse, string } from 'valibot';
import { AppError, toAppError } from '../../base/appError';
import { createMemoryJournal } from './createMemoryJournal';
import type { Journal } from './journal';

const order = object({ id: string(), plannedAt: number() });

/** A journal on the device, and one in memory for a person who accepts that. */
interface FallbackJournal extends Journal {
  /** Jobs that the device cannot keep are kept in memory from now on. */
  accept(): void;
  /** `memory` as soon as the device refused to store, `newer` where a newer version of the app stored what is there. */
  keeping(): 'device' | 'memory' | 'newer' | 'unknown';
}

/**
 * Puts memory behind a journal. Before `accept`, everything is as the device's journal has it. After, what it refuses with
 * `journal-unavailable` or `journal-full` goes to memory: a new job at once, and for a job under way `append` rejects with
 * `not-found`, so that whoever knows the job writes it down anew.
 */
export function createFallbackJournal(device: Journal): FallbackJournal {
  const memory = createMemoryJournal();
  const moved = new Set<string>();
  let isAccepted = false;
  let keeping: ReturnType<FallbackJournal['keeping']> = 'unknown';

  async function onDevice<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      keeping = 'device';
      return result;
    } catch (thrown) {
      if (isRefusal(thrown)) keeping = 'memory';
      if (toAppError(thrown).code === 'journal-newer') keeping = 'newer';
      throw thrown;
    }
  }

  async function orMoved(jobId: string, work: () => Promise<void>, move: () => Promise<void>): Promise<void> {
    try {
      await onDevice(work);
    } catch (thrown) {
      if (!isAccepted || !isRefusal(thrown)) throw thrown;
      moved.add(jobId);
      await move();
    }
  }

  return {
    accept: () => {
      isAccepted = true;
    },
    keeping: () => (moved.size > 0 ? 'memory' : keeping),
    create(record, digest) {
      const { id } = record.header;
      if (moved.has(id)) return memory.create(record, digest);
      return orMoved(
        id,
        () => device.create(record, digest),
        () => memory.create(record, digest),
      );
    },
    append(jobId, events, digest) {
      if (moved.has(jobId)) return memory.append(jobId, events, digest);
      const startAnew = (): Promise<void> => Promise.reject(new AppError('not-found'));
      return orMoved(jobId, () => device.append(jobId, events, digest), startAnew);
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
        if (isAccepted && isRefusal(thrown)) return [];
        throw thrown;
      });
      return [...here, ...there.filter(({ header }) => !moved.has(orderOf(header).id))].sort(
        (one, other) => orderOf(other.header).plannedAt - orderOf(one.header).plannedAt,
      );
    },
    remove: (jobId) => (moved.has(jobId) ? memory.remove(jobId) : onDevice(() => device.remove(jobId))),
  };
}

function isRefusal(thrown: unknown): boolean {
  const { code } = toAppError(thrown);
  return code === 'journal-unavailable' || code === 'journal-full';
}

/** What merging two lists needs of a header; the database is indexed by both, so that every stored header has them. */
function orderOf(header: unknown): { readonly id: string; readonly plannedAt: number } {
  const parsed = safeParse(order, header);
  return parsed.success ? parsed.output : { id: '', plannedAt: 0 };
}
