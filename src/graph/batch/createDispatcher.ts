import { AppError, toAppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { Trouble } from '../../base/createTrouble';
import { silentLogger } from '../../base/logger';
import type { Logger } from '../../base/logger';
import type { Random } from '../../base/random';
import type { HttpResponse, Send } from '../../http/types';
import type { AttemptResult, GraphResponse } from '../graphResponse';
import type { RequestClass } from '../requestClass';
import { requestClasses, toRequestClass } from '../requestClass';
import type { ThrottleController } from '../throttling/throttleController';
import { readReport } from '../throttling/throttleReport';
import type { ThrottleReport } from '../throttling/throttleReport';
import type { GraphRequest, GraphVersion } from '../types';
import { maxItems, toBatchBody, toItemResults } from './batchFormat';
import { chooseBatch } from './chooseBatch';
import { createBatchSender } from './createBatchSender';
import { decideRetry } from './decideRetry';
import { createQueuedCall } from './queuedCall';
import type { QueuedCall } from './queuedCall';

/** Options of a dispatcher. */
interface DispatcherOptions {
  /** Origin of the service without a version, such as `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  readonly version: GraphVersion;
  /** Puts one batch on the wire, with a token and a time limit. */
  readonly send: Send;
  readonly throttle: ThrottleController;
  readonly clock: Clock;
  readonly random: Random;
  /** Returns whether the browser has a connection, as far as it knows; default always. */
  readonly isOnline?: () => boolean;
  /** Called after each batch with the reason for which calls of it wait; undefined where none does. Optional. */
  readonly onTrouble?: (trouble: Trouble | undefined) => void;
  /** Default writes nothing. */
  readonly logger?: Logger;
}

/** Queue of single calls that travel in batches. */
interface Dispatcher {
  /**
   * Queues a call and resolves with its response, whatever the status. Rejects with AppError as `Send` does, with
   * `unexpected-answer` where the batch can't be read, and with `throttled` or `service-unavailable` where the service asks
   * for a wait of more than ten minutes.
   * The call's signal takes it out of the queue at once, and out of a batch that still waits for its token. A read that was
   * sent is abandoned; a write that was sent is waited for.
   */
  send(request: GraphRequest): Promise<GraphResponse>;
  /** Returns the longest time in milliseconds for which a bulk write that was refused alone still waits; 0 for none. */
  bulkWaitInMs(): number;
}

/**
 * Creates the queue of all calls of one tenant and version. Calls made at the same time share a batch, each gets its own response, and
 * a call that was refused or lost is sent again where that is safe.
 * Single calls travel in a batch too: there a browser may read `Retry-After`, sends one CORS preflight and not one for each
 * address, and shows no failed request on its console.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  return new BatchDispatcher(options);
}

const bulkWrites = toRequestClass('write', 'bulk');

class BatchDispatcher implements Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #sendBatch: ReturnType<typeof createBatchSender>;
  #queue: QueuedCall[] = [];
  /** Numbers of batches in flight, and of photos in them. */
  #batches = 0;
  #photos = 0;
  /** Number of calls since the last flush. */
  #newCalls = 0;
  #isFlushScheduled = false;
  #timer = new AbortController();

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.#sendBatch = createBatchSender(options.graphUrl, options.version, options.send);
  }

  send(request: GraphRequest): Promise<GraphResponse> {
    if (!request.path.startsWith('/')) return Promise.reject(new AppError('internal'));
    if (request.signal?.aborted) return Promise.reject(new AppError('cancelled'));
    return new Promise((resolve, reject) => {
      const now = this.#options.clock.monotonic();
      this.#queue.push(createQueuedCall(request, now, { resolve, reject }, (call) => this.#cancel(call)));
      this.#newCalls += 1;
      if (this.#newCalls >= maxItems) this.#flush();
      else this.#scheduleFlush();
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

  /** Waits for the end of the turn, since calls that belong together are made one by one. */
  #scheduleFlush(): void {
    if (this.#isFlushScheduled) return;
    this.#isFlushScheduled = true;
    void this.#options.clock.wait(0).then(() => {
      this.#isFlushScheduled = false;
      this.#flush();
    });
  }

  /** Sends every batch that may be sent now, and sets the timer for the next one. */
  #flush(): void {
    this.#newCalls = 0;
    this.#timer.abort();
    this.#rejectOverdue();
    this.#queue = this.#queue.filter(({ isSettled }) => !isSettled);
    for (;;) {
      const inFlight = { batches: this.#batches, photos: this.#photos };
      const choice = chooseBatch(this.#queue, this.#options.throttle.getAllowance(), inFlight);
      if (choice.kind === 'wait') {
        if (choice.delayInMs !== undefined) this.#flushAfter(choice.delayInMs);
        return;
      }
      for (const call of choice.calls) call.isQueued = false;
      this.#queue = this.#queue.filter(({ isQueued }) => isQueued);
      void this.#exchange(choice.requestClass, choice.calls);
    }
  }

  #flushAfter(delayInMs: number): void {
    const timer = new AbortController();
    this.#timer = timer;
    this.#options.clock.wait(delayInMs, timer.signal).then(
      () => {
        if (this.#timer === timer) this.#flush();
      },
      () => undefined,
    );
  }

  /** Rejects calls that would have to wait for longer than the maximum. */
  #rejectOverdue(): void {
    for (const each of requestClasses) {
      const error = this.#options.throttle.getRejection(each);
      if (error)
        this.#queue.filter(({ requestClass }) => requestClass === each).forEach((call) => call.reject(error));
    }
  }

  /** Sends one batch, gives its calls their results, and queues those again that are to be retried. */
  async #exchange(requestClass: RequestClass, calls: readonly QueuedCall[]): Promise<void> {
    const { throttle, clock, random } = this.#options;
    const photos = calls.filter(({ isPhoto }) => isPhoto).length;
    this.#batches += 1;
    this.#photos += photos;
    const inFlight = throttle.onSend(requestClass, calls.length);
    const unsent = new AbortController();
    const batch = await this.#attempt(calls, unsent);
    this.#batches -= 1;
    this.#photos -= photos;
    if (unsent.signal.aborted && batch.kind === 'error' && batch.error.code === 'cancelled') {
      throttle.onCallOff(inFlight);
      this.#requeueUnsent(calls);
      return;
    }
    const results = toItemResults(batch, calls.length);
    const report = readReport(batch, results, clock.now());
    const isShared = throttle.onResponse(inFlight, report);
    // Calls that failed together wait equally long, so that they travel together again.
    const chance = random();
    const retried = calls.filter(
      (call, index) => !this.#complete(call, results[index] as AttemptResult, isShared, () => chance),
    );
    this.#log(results, report, retried.length);
    this.#options.onTrouble?.(this.#toTrouble(retried, report));
    this.#requeue(retried);
  }

  async #attempt(
    calls: readonly QueuedCall[],
    unsent: AbortController,
  ): Promise<AttemptResult<HttpResponse>> {
    const [first] = calls;
    for (const call of calls) {
      call.attempts += 1;
      call.cancelBatch = () => unsent.abort();
    }
    try {
      const response = await this.#sendBatch({
        body: toBatchBody(calls),
        scopes: first?.request.scopes ?? [],
        refusedToken: first?.refusedToken,
        unsentSignal: unsent.signal,
      });
      return { kind: 'response', response };
    } catch (thrown) {
      return { kind: 'error', error: toAppError(thrown) };
    } finally {
      for (const call of calls) call.cancelBatch = undefined;
    }
  }

  /** Gives the caller the result; false if the call is to be sent again. `isShared` is true if its class was refused as a whole. */
  #complete(call: QueuedCall, result: AttemptResult, isShared: boolean, random: Random): boolean {
    if (call.isSettled) return true;
    const { clock, isOnline } = this.#options;
    const { requestClass, refusedToken, request } = call;
    // An attempt that was refused together with all others doesn't count.
    if (isShared && request.maxAttempts === undefined && isRefusal(result)) call.attempts -= 1;
    const decision = decideRetry({
      kind: requestClass.kind,
      result,
      attempts: call.attempts,
      maxAttempts: request.maxAttempts,
      isOptional: request.isOptional,
      isTokenRefreshed: refusedToken !== undefined,
      isOffline: requestClass.priority === 'interactive' && isOnline?.() === false,
      nowInMs: clock.now(),
      random,
    });
    if (decision.kind === 'complete' || decision.kind === 'fail') {
      if (decision.kind === 'fail') call.reject(decision.error);
      else if (result.kind === 'error') call.reject(result.error);
      else call.resolve(result.response);
      return true;
    }
    if (request.signal?.aborted) {
      // It was refused untouched, so nothing was changed.
      call.reject(new AppError('cancelled'));
      return true;
    }
    call.queuedAt = clock.monotonic();
    call.notBefore = call.queuedAt + (decision.kind === 'retry' ? decision.delayInMs : 0);
    if (decision.kind === 'refresh-token') call.refusedToken = decision.refused;
    return false;
  }

  #requeue(calls: readonly QueuedCall[]): void {
    for (const call of calls) call.isQueued = true;
    this.#queue = [...calls, ...this.#queue];
    this.#scheduleFlush();
  }

  /** Rejects the cancelled calls of a batch that was never sent; the others go with the next one. */
  #requeueUnsent(calls: readonly QueuedCall[]): void {
    for (const call of calls) {
      call.attempts -= 1;
      if (call.request.signal?.aborted) call.reject(new AppError('cancelled'));
    }
    this.#requeue(calls.filter(({ isSettled }) => !isSettled));
  }

  /** Rejects a cancelled call, unless it is a write that was sent and may have had an effect. */
  #cancel(call: QueuedCall): void {
    call.cancelBatch?.();
    if (call.isQueued || call.requestClass.kind === 'read') call.reject(new AppError('cancelled'));
  }

  /** Returns the trouble that retried calls are in; a missing connection is none, since the browser reports it itself. */
  #toTrouble(retried: readonly QueuedCall[], { refusals }: ThrottleReport): Trouble | undefined {
    if (retried.length === 0 || this.#options.isOnline?.() === false) return undefined;
    if (refusals > 0) return 'throttled';
    return retried.some(isBackingOff) ? 'unavailable' : undefined;
  }

  #log(
    results: readonly AttemptResult[],
    { refusals, retryAfterInMs }: ThrottleReport,
    retried: number,
  ): void {
    const { logger = silentLogger } = this.#options;
    const statuses = results.map((result) => (result.kind === 'response' ? result.response.status : 0));
    const count = (isSuch: (status: number) => boolean): number => statuses.filter(isSuch).length;
    const done = count((status) => status >= 200 && status < 400);
    const failed = count((status) => status >= 400 && status !== 429);
    const lost = count((status) => status === 0);
    const level = refusals > 0 ? 'warn' : done < results.length ? 'info' : 'debug';
    const counts = { count: results.length, done, throttled: refusals, failed, lost, retried };
    logger[level]('batch-finished', { ...counts, retryAfterInMs });
  }
}

/** Returns false for a call that only needs a new token. */
function isBackingOff({ notBefore, queuedAt }: QueuedCall): boolean {
  return notBefore > queuedAt;
}

function isRefusal(result: AttemptResult): boolean {
  return result.kind === 'response' && result.response.status === 429;
}
