import { AppError } from '../../../base/appError';
import type { PoolReading } from './readPools';

/** Readings of products that are under way, which callers that ask meanwhile share. */
export interface SharedReadings {
  /** Returns the reading of this key that is under way, else starts one. It is stopped once every caller was stopped. */
  read(
    key: string,
    start: (signal: AbortSignal) => Promise<PoolReading>,
    signal: AbortSignal | undefined,
  ): Promise<PoolReading>;
  /** Has those who ask from now on start a reading of their own, as after a change. */
  drop(): void;
}

interface Entry {
  readonly controller: AbortController;
  readonly result: Promise<PoolReading>;
  callers: number;
}

/** Creates the readings of one adapter. What was read is not kept: the next screen shows the service's state of then. */
export function createSharedReadings(): SharedReadings {
  const underWay = new Map<string, Entry>();
  return {
    read(key, start, signal) {
      if (signal?.aborted) return Promise.reject(new AppError('cancelled'));
      const entry = underWay.get(key) ?? startEntry(start);
      underWay.set(key, entry);
      const forget = (): void => void (underWay.get(key) === entry && underWay.delete(key));
      entry.callers += 1;
      return new Promise((resolve, reject) => {
        const stop = (): void => {
          entry.callers -= 1;
          if (entry.callers === 0) {
            forget();
            entry.controller.abort();
          }
          reject(new AppError('cancelled'));
        };
        signal?.addEventListener('abort', stop, { once: true });
        entry.result.then(resolve, reject).finally(() => {
          forget();
          signal?.removeEventListener('abort', stop);
        });
      });
    },
    drop: () => underWay.clear(),
  };
}

function startEntry(start: (signal: AbortSignal) => Promise<PoolReading>): Entry {
  const controller = new AbortController();
  return { controller, result: start(controller.signal), callers: 0 };
}
