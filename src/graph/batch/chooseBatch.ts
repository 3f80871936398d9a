import type { RequestClass } from '../requestClass';
import { requestClasses } from '../requestClass';
import type { SendLimits } from '../throttling/sendLimits';
import { maxItems } from './batchFormat';
import { toBatchKey } from './queuedCall';
import type { QueuedCall } from './queuedCall';

/** Numbers of batches in flight, and of photos in them. */
interface InFlight {
  readonly batches: number;
  readonly photos: number;
}

type Choice =
  | { readonly kind: 'send'; readonly requestClass: RequestClass; readonly calls: readonly QueuedCall[] }
  /** Nothing may be sent until the delay is over, a call is queued or a batch is answered; undefined for no delay. */
  | { readonly kind: 'wait'; readonly delayInMs: number | undefined };

/** Outlook works on 4 requests of one app for one mailbox at a time (Graph: throttling limits, Outlook service). */
const maxPhotos = 4;
/** Batches that may be in flight beside those of bulk writes, so that people never wait for a bulk batch, nor a read for a write. */
const extraBatches = { interactive: 2, bulk: 1 } as const;
/** Time for which a bulk batch that isn't full waits for more calls. */
const batchingDelayInMs = 20;
/** Time for which writes are accumulated at the pace of the quota, so that batches don't have a single item each. */
const accumulationInMs = { interactive: 250, bulk: 1_000 } as const;

/**
 * Chooses the calls of the next batch, without effects: people before bulk, older before younger, all of one class and key,
 * no more than the limits allow.
 */
export function chooseBatch(queue: readonly QueuedCall[], limits: SendLimits, inFlight: InFlight): Choice {
  const { now } = limits;
  let wakeAt = Number.POSITIVE_INFINITY;
  const wakeBy = (at: number): void => {
    if (at > now) wakeAt = Math.min(wakeAt, at);
  };
  let isPersonWriting = false;
  for (const requestClass of requestClasses) {
    const waiting = queue.filter((call) => call.requestClass === requestClass);
    const opensAt = limits.opensAt(requestClass);
    for (const { notBefore } of waiting) wakeBy(Math.max(notBefore, opensAt));
    const candidates = opensAt > now ? [] : batchOfFirst(waiting, now, inFlight);
    const calls = candidates.slice(0, limits.calls(requestClass));
    // People use what the quota has first.
    if (calls.length === 0 || (isPersonWriting && requestClass.kind === 'write')) continue;
    const readyAt = Math.max(
      readyWhenFull(requestClass, calls, limits),
      readyWhenQuotaAllows(requestClass, calls, limits),
    );
    if (readyAt <= now && hasRoom(requestClass, limits, inFlight))
      return { kind: 'send', requestClass, calls: withinQuota(requestClass, calls, limits) };
    wakeBy(readyAt);
    isPersonWriting ||= requestClass.kind === 'write';
  }
  return { kind: 'wait', delayInMs: Number.isFinite(wakeAt) ? Math.ceil(wakeAt - now) : undefined };
}

/** Returns the oldest call that may be sent now, and those that may share a batch with it. */
function batchOfFirst(
  waiting: readonly QueuedCall[],
  now: number,
  { photos }: InFlight,
): readonly QueuedCall[] {
  const ready = waiting.filter((call) => call.notBefore <= now && !(call.isPhoto && photos >= maxPhotos));
  const [first] = ready;
  if (!first) return [];
  const key = toBatchKey(first);
  const chosen: QueuedCall[] = [];
  let photosChosen = photos;
  for (const call of ready) {
    if (chosen.length === maxItems) break;
    if (toBatchKey(call) !== key || (call.isPhoto && photosChosen >= maxPhotos)) continue;
    if (call.isPhoto) photosChosen += 1;
    chosen.push(call);
  }
  return chosen;
}

function hasRoom({ kind, priority }: RequestClass, { batches }: SendLimits, inFlight: InFlight): boolean {
  const isBulkWrite = kind === 'write' && priority === 'bulk';
  return inFlight.batches < batches + (isBulkWrite ? 0 : extraBatches[priority]);
}

/** Returns when a batch stops waiting for more calls. */
function readyWhenFull(
  { priority }: RequestClass,
  calls: readonly QueuedCall[],
  { now }: SendLimits,
): number {
  const oldest = Math.min(...calls.map(({ queuedAt }) => queuedAt));
  return priority === 'interactive' || calls.length === maxItems ? now : oldest + batchingDelayInMs;
}

/** Returns when the quota has enough for as many of these writes as are worth a batch. */
function readyWhenQuotaAllows(
  requestClass: RequestClass,
  calls: readonly QueuedCall[],
  limits: SendLimits,
): number {
  if (requestClass.kind === 'read') return limits.now;
  const { now, perSecond } = limits;
  const accumulated = Math.max(1, Math.floor((perSecond * accumulationInMs[requestClass.priority]) / 1_000));
  const missing = Math.min(calls.length, accumulated) - limits.writes(requestClass) - rounding;
  return now + Math.max(0, (missing * 1_000) / perSecond);
}

function withinQuota(
  requestClass: RequestClass,
  calls: readonly QueuedCall[],
  limits: SendLimits,
): readonly QueuedCall[] {
  return requestClass.kind === 'read'
    ? calls
    : calls.slice(0, Math.floor(limits.writes(requestClass) + rounding));
}

/** Tolerance for sums of fractions that fall short of a whole number. */
const rounding = 1e-6;
