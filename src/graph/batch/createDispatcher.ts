import { AppError, toAppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import { silentLogger } from '../../base/logger';
import type { Logger } from '../../base/logger';
import type { Random } from '../../base/random';
import type { AttemptResult } from '../../http/decideRetry';
import type { HttpRequest, HttpResponse, Send } from '../../http/types';
import type { Trouble } from '../../base/createTrouble';
import type { ThrottleController } from '../throttling/throttleController';
import { readReport } from '../throttling/throttleReport';
import type { ThrottleReport } from '../throttling/throttleReport';
import type { RequestClass } from '../requestClass';
import { toRequestClass, requestClasses } from '../requestClass';
import type { BatchCall } from './batchCall';
import { createCall } from './batchCall';
import { chooseBatch } from './chooseBatch';
import { encodeBatch, maxItems } from './encodeBatch';
import { judgeTry } from './judgeTry';
import { readEnds } from './readEnds';

/** What a dispatcher works with. */
interface DispatcherOptions {
  /** Address of the service with the version, such as `https://graph.microsoft.com/v1.0`. */
  readonly root: string;
  /** Puts one batch on the wire, with a token and a time limit. */
  readonly send: Send;
  readonly throttle: ThrottleController;
  readonly clock: Clock;
  readonly random: Random;
  /** Returns whether the browser has a connection, as far as it knows; default always. */
  readonly isOnline?: () => boolean;
  /** Called after each batch with the reason for which calls of it wait; undefined where none does. Optional. */
  readonly onTrouble?: (trouble: Trouble | undefined) => void;
  /** Told how each batch ended. Default writes nothing. */
  readonly logger?: Logger;
}

/** A Send for single calls over one for batches. */
interface Dispatcher {
  readonly send: Send;
  /** Returns the milliseconds for which a bulk write that was refused alone still waits; the longest of them, 0 for none. */
  bulkWaitInMs(): number;
}

/**
 * Makes a Send for single calls over one for batches. Calls made at the same time travel together, each is answered on
 * its own, and what was refused or lost goes round again where that is safe; the one owner of retries for Graph.
 * All calls travel in batches, also alone: there a browser may read `Retry-After`, asks for leave once and not for each
 * address, and puts no failed request on its console.
 * The signal of a request takes it out of the queue at once, and out of a batch that still waits for its token; a read that
 * is on its way is let go of, a write waited for.
 * Rejects as `send` does, with `unexpected-answer` where a batch cannot be read, and with `throttled` or
 * `service-unavailable` where the service asks for a wait of more than ten minutes.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const dispatcher = new BatchDispatcher(options);
  return { send: (request) => dispatcher.send(request), bulkWaitInMs: () => dispatcher.bulkWaitInMs() };
}

const bulkWrites = toRequestClass('write', 'bulk');

class BatchDispatcher implements Dispatcher {
  readonly #options: DispatcherOptions;
  #queue: BatchCall[] = [];
  #batches = 0;
  #photos = 0;
  /** Calls that came in since the queue was last looked at. */
  #arrivals = 0;
  #isGathering = false;
  #alarm = new AbortController();

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  send(request: HttpRequest): Promise<HttpResponse> {
    if (!request.url.startsWith(`${this.#options.root}/`)) return Promise.reject(new AppError('internal'));
    if (request.signal?.aborted) return Promise.reject(new AppError('cancelled'));
    return new Promise((resolve, reject) => {
      const now = this.#options.clock.monotonic();
      const call = createCall(request, now, { resolve, reject }, () =>
        request.signal?.removeEventListener('abort', onAbort),
      );
      const onAbort = (): void => this.#letGo(call);
      request.signal?.addEventListener('abort', onAbort, { once: true });
      this.#queue.push(call);
      this.#arrivals += 1;
      if (this.#arrivals >= maxItems) this.#pump();
      else this.#gather();
    });
  }

  bulkWaitInMs(): number {
    const now = this.#options.clock.monotonic();
    return this.#queue.reduce(
      (longest, { requestClass, notBefore }) =>
        requestClass === bulkWrites ? Math.max(longest, notBefore - now) : longest,
      0,
    );
  }

  /** What was sent and may have had an effect is waited for; everything else ends here, or once its batch is called off. */
  #letGo(call: BatchCall): void {
    call.callOff?.();
    if (call.isQueued || call.requestClass.kind === 'read') call.reject(new AppError('cancelled'));
  }

  /** Calls of one moment come one by one, so the queue is looked at when the moment is over. */
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    void this.#options.clock.wait(0).then(() => {
      this.#isGathering = false;
      this.#pump();
    });
  }

  #pump(): void {
    this.#arrivals = 0;
    this.#alarm.abort();
    this.#turnAway();
    this.#queue = this.#queue.filter(({ isSettled }) => !isSettled);
    for (;;) {
      const underWay = { batches: this.#batches, photos: this.#photos };
      const choice = chooseBatch(this.#queue, this.#options.throttle.getAllowance(), underWay);
      if (choice.kind === 'rest') {
        if (choice.wakeInMs !== undefined) this.#wakeAfter(choice.wakeInMs);
        return;
      }
      for (const call of choice.calls) call.isQueued = false;
      this.#queue = this.#queue.filter(({ isQueued }) => isQueued);
      void this.#exchange(choice.lane, choice.calls);
    }
  }

  #wakeAfter(delayInMs: number): void {
    const alarm = new AbortController();
    this.#alarm = alarm;
    this.#options.clock.wait(delayInMs, alarm.signal).then(
      () => {
        if (this.#alarm === alarm) this.#pump();
      },
      () => undefined,
    );
  }

  /** Nobody is kept waiting for longer than anyone should sit through. */
  #turnAway(): void {
    for (const lane of requestClasses) {
      const error = this.#options.throttle.getRejection(lane);
      if (error)
        this.#queue.filter((call) => call.requestClass === lane).forEach((call) => call.reject(error));
    }
  }

  async #exchange(lane: RequestClass, calls: readonly BatchCall[]): Promise<void> {
    const { throttle, clock, random } = this.#options;
    const photos = calls.filter(({ isPhoto }) => isPhoto).length;
    this.#batches += 1;
    this.#photos += photos;
    const inFlight = throttle.onSend(lane, calls.length);
    const unsent = new AbortController();
    const batch = await this.#sendBatch(calls, unsent);
    this.#batches -= 1;
    this.#photos -= photos;
    if (unsent.signal.aborted && batch.kind === 'error' && batch.error.code === 'cancelled') {
      throttle.onCallOff(inFlight);
      this.#takeBack(calls);
      return;
    }
    const ends = readEnds(batch, calls.length);
    const report = readReport(batch, ends, clock.now());
    const isShared = throttle.onResponse(inFlight, report);
    // Those that failed together wait equally long, so that they travel together again.
    const chance = random();
    const again = calls.filter(
      (call, index) => !this.#settle(call, ends[index] as AttemptResult, isShared, () => chance),
    );
    this.#log(ends, report, again.length);
    this.#options.onTrouble?.(this.#troubleOf(again, report));
    this.#queueAgain(again);
  }

  #queueAgain(calls: readonly BatchCall[]): void {
    for (const call of calls) call.isQueued = true;
    this.#queue = [...calls, ...this.#queue];
    this.#gather();
  }

  /** Ends the stopped calls of a batch that never left; the others go with the next one. */
  #takeBack(calls: readonly BatchCall[]): void {
    for (const call of calls) {
      call.tries -= 1;
      if (call.request.signal?.aborted) call.reject(new AppError('cancelled'));
    }
    this.#queueAgain(calls.filter(({ isSettled }) => !isSettled));
  }

  /** A browser without a connection says so itself. */
  #troubleOf(again: readonly BatchCall[], { refusals }: ThrottleReport): Trouble | undefined {
    if (again.length === 0 || this.#options.isOnline?.() === false) return undefined;
    if (refusals > 0) return 'throttled';
    return again.some(isBackingOff) ? 'unavailable' : undefined;
  }

  #log(ends: readonly AttemptResult[], { refusals, retryAfterInMs }: ThrottleReport, retried: number): void {
    const { logger = silentLogger } = this.#options;
    const statuses = ends.map((end) => (end.kind === 'answer' ? end.answer.status : 0));
    const numberOf = (isSuch: (status: number) => boolean): number => statuses.filter(isSuch).length;
    const done = numberOf((status) => status >= 200 && status < 400);
    const failed = numberOf((status) => status >= 400 && status !== 429);
    const lost = numberOf((status) => status === 0);
    const level = refusals > 0 ? 'warn' : done < ends.length ? 'info' : 'debug';
    const counts = { count: ends.length, done, throttled: refusals, failed, lost, retried };
    logger[level]('batch-finished', { ...counts, retryAfterInMs });
  }

  async #sendBatch(calls: readonly BatchCall[], unsent: AbortController): Promise<AttemptResult> {
    const { root, send } = this.#options;
    for (const call of calls) {
      call.tries += 1;
      call.callOff = () => unsent.abort();
    }
    try {
      return { kind: 'answer', answer: await send(encodeBatch(calls, root, unsent.signal)) };
    } catch (thrown) {
      return { kind: 'error', error: toAppError(thrown) };
    } finally {
      for (const call of calls) call.callOff = undefined;
    }
  }

  /** Gives the caller its end; false where the call goes round again. */
  #settle(call: BatchCall, end: AttemptResult, isShared: boolean, random: Random): boolean {
    if (call.isSettled) return true;
    const { clock, isOnline } = this.#options;
    const { requestClass, refusedToken, request } = call;
    // Refused with all the others, a call is no nearer to its end.
    if (isShared && request.maxTries === undefined && isRefusal(end)) call.tries -= 1;
    const verdict = judgeTry({
      kind: requestClass.kind,
      end,
      tries: call.tries,
      maxTries: request.maxTries,
      isOptional: request.isOptional,
      isRenewed: refusedToken !== undefined,
      isOffline: requestClass.priority === 'interactive' && isOnline?.() === false,
      nowInMs: clock.now(),
      random,
    });
    if (verdict.kind === 'settle' || verdict.kind === 'give-up') {
      if (verdict.kind === 'give-up') call.reject(verdict.error);
      else if (end.kind === 'error') call.reject(end.error);
      else call.resolve(end.answer);
      return true;
    }
    if (request.signal?.aborted) {
      // Refused untouched, so nothing was changed.
      call.reject(new AppError('cancelled'));
      return true;
    }
    call.queuedAt = clock.monotonic();
    call.notBefore = call.queuedAt + (verdict.kind === 'again' ? verdict.delayInMs : 0);
    if (verdict.kind === 'renew') call.refusedToken = verdict.refused;
    return false;
  }
}

/** False for a call that only needs a new token. */
function isBackingOff({ notBefore, queuedAt }: BatchCall): boolean {
  return notBefore > queuedAt;
}

function isRefusal(end: AttemptResult): boolean {
  return end.kind === 'answer' && end.answer.status === 429;
}
