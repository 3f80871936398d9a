import { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import { maxWaitInMs } from '../batch/decideRetry';
import { toRequestClass, requestClasses, type RequestClass } from '../requestClass';
import { maxBatches, observe, unknownPace } from './batchPace';
import { estimateWrites } from './estimateWrites';
import { merge, toSnapshot, type QuotaState } from './quotaSnapshot';
import type { QuotaStore } from './quotaStore';
import type { SendLimits } from './sendLimits';
import type { ThrottleReport } from './throttleReport';
import { countSent, isRateSure, measuredRate, type RateSample } from './writeRate';
import { correct, drain, fullBucket, isPaced, onUnreportedUse, refill, take } from './writeBucket';
import type { BatchFeedback, WriteBucket } from './writeBucket';
import { publishedWriteQuota, type WriteQuota } from './writeQuota';

/** A batch in flight. */
export interface InFlightBatch {
  readonly requestClass: RequestClass;
  readonly size: number;
  readonly sentAt: number;
  /** True if the bucket was nearly empty when it was sent. */
  readonly wasPaced: boolean;
  /** Writes sent until then, and those of them that had no answer yet. */
  readonly sentBefore: number;
  readonly inFlightBefore: number;
}

/**
 * Keeps this app's writes below the tenant's quota, and holds calls back after a refusal for as long as the service asks.
 *
 * 1. A refusal concerns the class of calls that it met, if it met the whole batch or half of it; one that names the limit on
 *    writes concerns bulk writes. They wait for as long as it asks. Any other refusal concerns the refused call alone.
 * 2. After such a wait one batch finds out whether the service is itself again; once it is served, all go at full speed. They
 *    do so at once where a batch that was under way with the refused one was served: the refusal was a stray one.
 * 3. The write quota is believed to be used up only if a refusal or a percentage says so, and to be free again as soon as
 *    answers say so. Where it is unknown, each refusal of a class of writes says so.
 */
export interface ThrottleController {
  getAllowance(): SendLimits;
  /** Returns AppError `throttled` for calls of a class that would wait for more than ten minutes; undefined if they need not. */
  getRejection(requestClass: RequestClass): AppError | undefined;
  /** Counts a batch that is sent now. */
  onSend(requestClass: RequestClass, size: number): InFlightBatch;
  /** Takes back a batch that was counted and never left. */
  onCallOff(batch: InFlightBatch): void;
  /** Learns from a batch that was answered. Returns whether its refused calls wait together with their class. */
  onResponse(batch: InFlightBatch, report: ThrottleReport): boolean;
  /** Returns the milliseconds that `count` bulk writes take from now, those in flight among them. */
  timeForWrites(count: number): number;
  /** Returns the relative error of that estimate: 0.3 is 30 % either way, and infinite means that it is only a minimum. */
  timeLeftError(): number;
}

/** Parts that a throttle controller works with. */
interface ThrottleControllerOptions {
  readonly clock: Clock;
  /** Default is the quota that Graph publishes. */
  readonly quota?: WriteQuota;
  /** Default is that other tabs are unknown. */
  readonly store?: QuotaStore;
}

/** Refusals of one class of calls in a row, with no batch served in between. */
interface RefusalRow {
  readonly since: number;
  readonly lastAt: number;
  /** Number of them that asked for no wait. */
  readonly withoutWait: number;
}

/** Part of the burst that bulk writes leave to people, for so long after a person last changed something by hand. */
const reserve = { part: 0.05, forMs: 5 * 60_000 };
const minWaitInMs = 1_000;
/** First wait of a class if the browser hides its `Retry-After` (most often 10 s; Graph: throttling guidance), and if none was sent. */
const unknownWaitInMs = { hidden: 10_000, missing: 2_000 } as const;
/** Minimum size of a batch of which half was refused that says something about the whole class. */
const minTellingSize = 4;
/** A smaller batch tells nothing of the pace of full ones. */
const minPaceSize = 10;
/** Writes that find out whether all can go on; refused calls are charged, too (Graph: throttling guidance). */
const probeSizes = { first: 20, again: minTellingSize } as const;
/** From such a wait on it is unknown what comes after it. */
const unsureAfterMs = 3_000;
/** Part by which the time left may be off where others use the quota as well, since they may end at any time. */
const errorWhenShared = 0.3;
const bulkWrites = toRequestClass('write', 'bulk');

/** Creates the throttle controller of one tenant. */
export function createThrottleController(options: ThrottleControllerOptions): ThrottleController {
  return new TenantThrottleController(options);
}

class TenantThrottleController implements ThrottleController {
  readonly #clock: Clock;
  readonly #quota: WriteQuota;
  readonly #store: QuotaStore | undefined;
  #state: QuotaState;
  #pace = unknownPace;
  readonly #rows = new Map<RequestClass, RefusalRow>();
  /** Writes sent so far, those of them in flight, and those in flight that are bulk. */
  #sent = 0;
  #inFlight = 0;
  #bulkInFlight = 0;
  #rate: RateSample | undefined;
  /** Content of the store when it was last read, so that each message of another tab is merged once. */
  #lastRead = '';

  constructor({ clock, quota = publishedWriteQuota, store }: ThrottleControllerOptions) {
    this.#clock = clock;
    this.#quota = quota;
    this.#store = store;
    const bucket = fullBucket(quota, clock.monotonic());
    this.#state = { bucket, opensAt: requestClasses.map(() => 0), lastManualWriteAt: undefined };
  }

  getAllowance(): SendLimits {
    const now = this.#refresh();
    const { bucket } = this.#state;
    return {
      now,
      opensAt: (requestClass) => this.#opensAt(requestClass),
      writes: (requestClass) => bucket.tokens - this.#reserve(requestClass, now),
      calls: (requestClass) => this.#probe(requestClass),
      perSecond: bucket.perSecond,
      batches: maxBatches(this.#pace),
    };
  }

  getRejection(requestClass: RequestClass): AppError | undefined {
    const now = this.#refresh();
    const retryAfterInMs = this.#opensAt(requestClass) - now;
    if (retryAfterInMs <= maxWaitInMs) return undefined;
    return new AppError('throttled', { status: 429, retryAfterInMs });
  }

  onSend(requestClass: RequestClass, size: number): InFlightBatch {
    const now = this.#refresh();
    const { bucket } = this.#state;
    const before = { sentBefore: this.#sent, inFlightBefore: this.#inFlight };
    const batch = { requestClass, size, sentAt: now, wasPaced: isPaced(bucket), ...before };
    if (requestClass.kind === 'read') return batch;
    this.#rate = countSent(this.#rate, bucket, size, this.#inFlight === 0, now);
    this.#setBucket(take(bucket, size));
    this.#sent += size;
    this.#countInFlight(requestClass, size);
    if (requestClass.priority === 'interactive') this.#state = { ...this.#state, lastManualWriteAt: now };
    this.#publish();
    return batch;
  }

  onCallOff({ requestClass, size }: InFlightBatch): void {
    this.#refresh();
    if (requestClass.kind === 'read') return;
    this.#countInFlight(requestClass, -size);
    this.#setBucket(take(this.#state.bucket, -size));
    this.#publish();
  }

  onResponse(batch: InFlightBatch, report: ThrottleReport): boolean {
    const now = this.#refresh();
    const { requestClass, size, sentAt } = batch;
    const isShared = this.#holdRefused(batch, report, now);
    if (requestClass.kind === 'write') {
      this.#countInFlight(requestClass, -size);
      if (requestClass.priority === 'bulk' && size >= minPaceSize)
        this.#pace = observe(this.#pace, now - sentAt);
      const isUsedUp = report.namesWrites || (isShared && this.#quota.isUnknown === true);
      this.#learnQuota(batch, report, isUsedUp, now);
    }
    if (requestClass.kind === 'write' || report.refusals > 0) this.#publish();
    return isShared && now - (this.#rows.get(requestClass)?.since ?? now) < maxWaitInMs;
  }

  timeForWrites(count: number): number {
    const now = this.#refresh();
    const { bucket } = this.#state;
    const isLeast = this.timeLeftError() === Infinity;
    const opensInMs = this.#waitsUntil(now) - now;
    const measured = measuredRate(this.#rate, this.#quota) ?? bucket.perSecond;
    return estimateWrites({
      writes: count - this.#bulkInFlight,
      opensInMs,
      // Tokens earned during a wait are there once it is over.
      tokens: this.#tokensAt(now + opensInMs) - this.#reserve(bulkWrites, now),
      perSecond: isLeast ? this.#quota.perSecond : measured,
      batchInMs: this.#pace.batchInMs,
      maxConcurrency: maxBatches(this.#pace),
    });
  }

  timeLeftError(): number {
    const now = this.#refresh();
    const row = this.#rows.get(bulkWrites);
    const { mayBeFull, isContradicted } = this.#state.bucket;
    if (mayBeFull || (isContradicted && !isRateSure(this.#rate))) return Infinity;
    const isRefused = row !== undefined && this.#waitsUntil(now) - row.since >= unsureAfterMs;
    return isRefused ? Infinity : isContradicted ? errorWhenShared : 0;
  }

  /** Rule 1: who waits for a refusal, and for how long. */
  #holdRefused({ requestClass, sentAt }: InFlightBatch, report: ThrottleReport, now: number): boolean {
    const { size, refusals, isWhole, namesWrites, retryAfterInMs } = report;
    const row = this.#rows.get(requestClass);
    const isNewer = row === undefined || sentAt >= row.lastAt;
    const isLong = retryAfterInMs !== undefined && retryAfterInMs > maxWaitInMs;
    const isHalf = refusals * 2 >= size && (size >= minTellingSize || isLong);
    if (!namesWrites && !isWhole && !isHalf) {
      const isStorm = row !== undefined && row.lastAt > row.since;
      if (refusals < size && (isNewer || !isStorm)) this.#rows.delete(requestClass);
      return false;
    }
    // Batches that were in flight together are one refusal.
    const withoutWait = (row?.withoutWait ?? 0) + (isNewer && retryAfterInMs === undefined ? 1 : 0);
    this.#rows.set(requestClass, {
      since: row?.since ?? now,
      lastAt: isNewer ? now : row.lastAt,
      withoutWait,
    });
    const firstInMs = unknownWaitInMs[isWhole ? 'hidden' : 'missing'];
    const unknownInMs = Math.min(maxWaitInMs, firstInMs * 2 ** (withoutWait - 1));
    const waitInMs = Math.max(minWaitInMs, retryAfterInMs ?? unknownInMs);
    const held = namesWrites ? [requestClass, bulkWrites] : [requestClass];
    const opensAt = requestClasses.map((each, index) => {
      const isHeld = held.includes(each) && (each.priority === 'bulk' || waitInMs <= maxWaitInMs);
      return Math.max(this.#state.opensAt[index] ?? 0, isHeld ? now + waitInMs : 0);
    });
    this.#state = { ...this.#state, opensAt };
    return true;
  }

  /** Rule 2: size of a batch that finds out, or no limit. */
  #probe(requestClass: RequestClass): number {
    const row = this.#rows.get(requestClass);
    if (requestClass !== bulkWrites || row === undefined) return Number.POSITIVE_INFINITY;
    if (this.#bulkInFlight > 0) return 0;
    return row.lastAt > row.since ? probeSizes.again : probeSizes.first;
  }

  /** Rule 3: belief in the quota; `isUsedUp` is true if a refusal says so. */
  #learnQuota(batch: InFlightBatch, report: ThrottleReport, isUsedUp: boolean, now: number): void {
    const { percentage, refusals, size } = report;
    const feedback: BatchFeedback = { ...batch, sentSince: this.#sent - batch.sentBefore - size };
    let { bucket } = this.#state;
    if (percentage !== undefined) bucket = correct(bucket, this.#quota, percentage, feedback, now);
    else if (refusals === 0) bucket = onUnreportedUse(bucket, this.#quota, size, feedback, now);
    // After hours of waiting the quota is free again, however little is left of it now.
    if (isUsedUp) bucket = drain(bucket, this.#quota, this.#waitsUntil(now), feedback, now);
    this.#setBucket(bucket);
  }

  #tokensAt(at: number): number {
    const { bucket } = this.#state;
    return bucket.mayBeFull ? this.#quota.burst : refill(bucket, this.#quota, at).tokens;
  }

  #waitsUntil(now: number): number {
    return Math.max(now, this.#opensAt(bulkWrites));
  }

  #opensAt(requestClass: RequestClass): number {
    return this.#state.opensAt[requestClasses.findIndex((each) => each === requestClass)] ?? 0;
  }

  #countInFlight({ priority }: RequestClass, writes: number): void {
    this.#inFlight += writes;
    if (priority === 'bulk') this.#bulkInFlight += writes;
  }

  #reserve(requestClass: RequestClass, now: number): number {
    const { lastManualWriteAt } = this.#state;
    const isInUse = lastManualWriteAt !== undefined && now - lastManualWriteAt < reserve.forMs;
    return requestClass.priority === 'bulk' && isInUse ? this.#quota.burst * reserve.part : 0;
  }

  /** Lets time pass and merges changes of other tabs. */
  #refresh(): number {
    const now = this.#clock.monotonic();
    this.#setBucket(refill(this.#state.bucket, this.#quota, now));
    if (!this.#store) return now;
    const written = this.#store.read();
    const text = JSON.stringify(written) ?? '';
    if (text !== this.#lastRead) this.#state = merge(this.#state, written, this.#quota, this.#clock);
    this.#lastRead = text;
    return now;
  }

  #publish(): void {
    if (!this.#store) return;
    const snapshot = toSnapshot(this.#state, this.#clock);
    this.#store.write(snapshot);
    this.#lastRead = JSON.stringify(snapshot);
  }

  #setBucket(bucket: WriteBucket): void {
    this.#state = { ...this.#state, bucket };
  }
}
