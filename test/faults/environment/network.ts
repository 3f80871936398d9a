import { setMaxListeners } from 'node:events';
import { AppError } from '../../../src/base/appError';
import type { Clock } from '../../../src/base/clock';
import type { Random } from '../../../src/base/random';
import type { Send } from '../../../src/http/types';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import { emulatorSend } from '../../support/emulatorSend';
import type { Exchange } from './exchange';
import { recordResponse, recordRequest } from './exchange';
import type { PageLifecycle } from './steps';
import { never } from './steps';

/** Network between the pages and the service. */
export interface Network {
  /** Every exchange, in the order in which they left. */
  readonly exchanges: readonly Exchange[];
  /** The way out of one page. */
  from(page: string, lifecycle: PageLifecycle): Send;
  /** Cuts every connection: what is on its way does not arrive. */
  cut(): void;
  restore(): void;
  isOnline(): boolean;
}

interface NetworkOptions {
  readonly emulator: GraphEmulator;
  readonly clock: Clock;
  readonly random: Random;
  /** Milliseconds there and back on average; each exchange takes between 0.7 and 1.3 of it. */
  readonly latencyInMs: number;
}

/** A network with latency, and a log of all that went over it. */
export function createNetwork({ emulator, clock, random, latencyInMs }: NetworkOptions): Network {
  // Node warns of many listeners on one signal; in a bulk job they are as many as calls under way.
  setMaxListeners(0);
  const exchanges: Exchange[] = [];
  const wire = emulatorSend(emulator);
  let outage = new AbortController();
  let isOnline = true;

  const carry = async (
    exchange: Exchange,
    request: Parameters<Send>[0],
    lifecycle: PageLifecycle,
  ): ReturnType<Send> => {
    const halfInMs = (latencyInMs * (0.7 + 0.6 * random())) / 2;
    const cut = outage.signal;
    await clock.wait(halfInMs, cut);
    exchange.reachedAt = clock.monotonic();
    const answering = wire({ ...request, signal: undefined }).finally(() => lifecycle.onStep('effect'));
    const answer = await orAborted(answering, cut).catch(async (error: unknown) => {
      await clock.wait(halfInMs, cut);
      throw error;
    });
    await clock.wait(halfInMs, cut);
    if (exchange.endedAt === undefined) recordResponse(exchange, answer, clock.now());
    return answer;
  };

  return {
    exchanges,
    isOnline: () => isOnline,
    cut: () => {
      isOnline = false;
      outage.abort(new AppError('offline'));
    },
    restore: () => {
      isOnline = true;
      outage = new AbortController();
    },
    from: (page, lifecycle) => async (request) => {
      if (lifecycle.isCrashed()) return never();
      if (request.signal?.aborted) throw request.signal.reason;
      if (!isOnline) throw new AppError('offline');
      lifecycle.onStep('depart');
      if (lifecycle.isCrashed()) return never();
      const exchange = recordRequest(page, clock.monotonic(), request);
      exchanges.push(exchange);
      try {
        return await orAborted(carry(exchange, request, lifecycle), request.signal);
      } finally {
        if (!lifecycle.isCrashed()) lifecycle.onStep('answer');
        exchange.endedAt = clock.monotonic();
        exchange.followedFrom = exchanges.length;
        if (lifecycle.isCrashed()) await never();
      }
    },
  };
}

/** Rejects when the caller aborts; the request that was sent goes on. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      const { reason } = signal as { reason: unknown };
      reject(reason instanceof AppError ? reason : new AppError('cancelled', { cause: reason }));
    };
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
