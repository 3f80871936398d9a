import { maxItems } from '../batch/batchFormat';

/** Facts that an estimate rests on. */
interface EstimateInput {
  /** Writes that are still to be sent. */
  readonly writes: number;
  /** Milliseconds until anything may be sent. */
  readonly opensInMs: number;
  /** Writes that may come at once; below zero the quota is overdrawn. */
  readonly tokens: number;
  readonly perSecond: number;
  /** Milliseconds that a batch takes, and batches that are on their way at the same time. */
  readonly batchInMs: number;
  readonly maxConcurrency: number;
}

/** Milliseconds that so many writes take: at the service's pace while tokens last, then at the rate. */
export function estimateWrites(input: EstimateInput): number {
  const { writes, opensInMs, tokens, perSecond, batchInMs, maxConcurrency } = input;
  if (writes <= 0) return 0;
  const perMs = perSecond / 1_000;
  const pacePerMs = (maxConcurrency * maxItems) / batchInMs;
  const rounds = Math.ceil(writes / (maxConcurrency * maxItems));
  const byPaceInMs = rounds * batchInMs;
  const byQuotaInMs = Math.max(0, writes - tokens) / Math.min(perMs, pacePerMs) + batchInMs;
  return opensInMs + Math.max(byPaceInMs, byQuotaInMs);
}
