import * as v from 'valibot';
import type { Clock } from '../../base/clock';
import type { WriteBucket } from './writeBucket';
import { refill } from './writeBucket';
import type { WriteQuota } from './writeQuota';

/** Knowledge of a throttle controller, by its monotonic clock. */
export interface QuotaState {
  readonly bucket: WriteBucket;
  /** Time from which each class of calls may be sent, in their fixed order; one in the past is now. */
  readonly opensAt: readonly number[];
  /** Last time that a person changed something by hand; undefined if never. */
  readonly lastManualWriteAt: number | undefined;
}

const span = v.pipe(v.number(), v.finite(), v.minValue(0));
const snapshotWire = v.object({
  version: v.literal(2),
  at: v.pipe(v.number(), v.finite()),
  tokens: v.pipe(v.number(), v.finite()),
  restInMs: span,
  perSecond: v.pipe(v.number(), v.finite(), v.gtValue(0)),
  opensInMs: v.array(span),
  lastManualWriteAgeInMs: v.nullable(span),
});

/**
 * Knowledge of a throttle controller for another tab or a later start: plain data. All but `at` (milliseconds since 1970)
 * are spans, so that a wall clock that was set meanwhile makes them wrong by no more than their own length.
 */
export type QuotaSnapshot = v.InferOutput<typeof snapshotWire>;

type Times = Pick<Clock, 'now' | 'monotonic'>;

/** Converts knowledge to a snapshot. */
export function toSnapshot({ bucket, opensAt, lastManualWriteAt }: QuotaState, clock: Times): QuotaSnapshot {
  const now = clock.monotonic();
  const left = (until: number): number => Math.max(0, until - now);
  return {
    version: 2,
    at: clock.now(),
    tokens: bucket.tokens,
    restInMs: left(bucket.at),
    perSecond: bucket.perSecond,
    opensInMs: opensAt.map(left),
    lastManualWriteAgeInMs: lastManualWriteAt === undefined ? null : Math.max(0, now - lastManualWriteAt),
  };
}

/** Merges own knowledge with that of another tab: of each the worse. What is no snapshot changes nothing. */
export function merge(own: QuotaState, written: unknown, quota: WriteQuota, clock: Times): QuotaState {
  const parsed = v.safeParse(snapshotWire, written);
  if (!parsed.success) return own;
  const now = clock.monotonic();
  const passed = Math.max(0, clock.now() - parsed.output.at);
  const { tokens, restInMs, perSecond, opensInMs, lastManualWriteAgeInMs } = parsed.output;
  const mine = refill(own.bucket, quota, now);
  const theirs = refill(
    {
      ...mine,
      tokens,
      at: now - passed + restInMs,
      perSecond: Math.min(quota.perSecond, perSecond),
    },
    quota,
    now,
  );
  const age = lastManualWriteAgeInMs === null ? Infinity : passed + lastManualWriteAgeInMs;
  const lastManualWriteAt = Math.max(own.lastManualWriteAt ?? -Infinity, now - age);
  return {
    bucket: {
      ...mine,
      tokens: Math.min(theirs.tokens, mine.tokens),
      at: Math.max(theirs.at, mine.at),
      perSecond: Math.min(theirs.perSecond, mine.perSecond),
    },
    opensAt: own.opensAt.map((at, index) => Math.max(at, now + (opensInMs[index] ?? 0) - passed)),
    lastManualWriteAt: Number.isFinite(lastManualWriteAt) ? lastManualWriteAt : undefined,
  };
}
