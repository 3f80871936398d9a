import type { SendLimits } from '../throttling/sendLimits';
import type { RequestClass } from '../requestClass';
import { requestClasses } from '../requestClass';
import type { BatchCall } from './batchCall';
import { groupOf } from './batchCall';
import { maxItems } from './encodeBatch';

/** What is on its way already. */
interface UnderWay {
  readonly batches: number;
  readonly photos: number;
}

/** What to do now. */
type Choice =
  | { readonly kind: 'send'; readonly lane: RequestClass; readonly calls: readonly BatchCall[] }
  /** Nothing may go out; look again after so many milliseconds, or when something comes in or back. */
  | { readonly kind: 'rest'; readonly wakeInMs: number | undefined };

/** Outlook works on 4 requests of one app for one mailbox at a time (Graph: throttling limits, Outlook service). */
const maxPhotos = 4;
/** Batches beyond those of bulk writes that may be in flight, so that people never wait for a bulk batch, nor a reading for a write. */
const extraBatches = { interactive: 2, bulk: 1 } as const;
/** A bulk batch that is not full waits so long for company. */
const batchingDelayInMs = 20;
/** Writes are saved up for so long, in milliseconds, so that batches at the rate's pace are not of one item each. */
const accumulationInMs = { interactive: 250, bulk: 1_000 } as const;

/**
 * Chooses alone, without effects, the calls that travel next: people before bulk, older before younger, of one lane and
 * group, no more than the allowance has.
 */
export function chooseBatch(queue: readonly BatchCall[], allowance: SendLimits, underWay: UnderWay): Choice {
  const { now } = allowance;
  let wakeAt = Number.POSITIVE_INFINITY;
  const wakeBy = (at: number): void => {
    if (at > now) wakeAt = Math.min(wakeAt, at);
  };
  let isPersonWriting = false;
  for (const lane of requestClasses) {
    const waiting = queue.filter((call) => call.requestClass === lane);
    const opensAt = allowance.opensAt(lane);
    for (const { notBefore } of waiting) wakeBy(Math.max(notBefore, opensAt));
    const calls = opensAt > now ? [] : groupOfFirst(waiting, now, underWay).slice(0, allowance.calls(lane));
    // What is saved up belongs to people first.
    if (calls.length === 0 || (isPersonWriting && lane.kind === 'write')) continue;
    const leavesAt = Math.max(
      readyWhenFull(lane, calls, allowance),
      readyWhenQuotaAllows(lane, calls, allowance),
    );
    if (leavesAt <= now && hasRoom(lane, allowance, underWay))
      return { kind: 'send', lane, calls: withinQuota(lane, calls, allowance) };
    wakeBy(leavesAt);
    isPersonWriting ||= lane.kind === 'write';
  }
  return { kind: 'rest', wakeInMs: Number.isFinite(wakeAt) ? Math.ceil(wakeAt - now) : undefined };
}

/** The oldest call that may go now, and those that may share a batch with it. */
function groupOfFirst(
  waiting: readonly BatchCall[],
  now: number,
  { photos }: UnderWay,
): readonly BatchCall[] {
  const ready = waiting.filter((call) => call.notBefore <= now && !(call.isPhoto && photos >= maxPhotos));
  const [first] = ready;
  if (!first) return [];
  const group = groupOf(first);
  const chosen: BatchCall[] = [];
  let photosChosen = photos;
  for (const call of ready) {
    if (chosen.length === maxItems) break;
    if (groupOf(call) !== group || (call.isPhoto && photosChosen >= maxPhotos)) continue;
    if (call.isPhoto) photosChosen += 1;
    chosen.push(call);
  }
  return chosen;
}

function hasRoom({ kind, priority }: RequestClass, { batches }: SendLimits, underWay: UnderWay): boolean {
  const isBulkWrite = kind === 'write' && priority === 'bulk';
  return underWay.batches < batches + (isBulkWrite ? 0 : extraBatches[priority]);
}

/** When a batch stops waiting for company. */
function readyWhenFull({ priority }: RequestClass, calls: readonly BatchCall[], { now }: SendLimits): number {
  const oldest = Math.min(...calls.map(({ queuedAt }) => queuedAt));
  return priority === 'interactive' || calls.length === maxItems ? now : oldest + batchingDelayInMs;
}

/** When the quota has enough for as many of these writes as are worth a batch. */
function readyWhenQuotaAllows(
  lane: RequestClass,
  calls: readonly BatchCall[],
  allowance: SendLimits,
): number {
  if (lane.kind === 'read') return allowance.now;
  const { now, perSecond } = allowance;
  const saved = Math.max(1, Math.floor((perSecond * accumulationInMs[lane.priority]) / 1_000));
  const missing = Math.min(calls.length, saved) - allowance.writes(lane) - rounding;
  return now + Math.max(0, (missing * 1_000) / perSecond);
}

function withinQuota(
  lane: RequestClass,
  calls: readonly BatchCall[],
  allowance: SendLimits,
): readonly BatchCall[] {
  return lane.kind === 'read' ? calls : calls.slice(0, Math.floor(allowance.writes(lane) + rounding));
}

/** Sums of fractions fall a hair short of the whole that they are. */
const rounding = 1e-6;
