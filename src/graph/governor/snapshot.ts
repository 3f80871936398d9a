import * as v from 'valibot';
import type { Clock } from '../../base/clock';
import type { Bucket } from './bucket';
import { refill } from './bucket';
import type { Gates } from './gates';
import { gateNames, shut } from './gates';
import type { WriteQuota } from './writeQuota';

/** What a governor knows, by its monotonic clock. */
export interface Knowledge {
  readonly bucket: Bucket;
  readonly gates: Gates;
  /** When a person last changed something by hand; undefined where nobody has. */
  readonly handAt: number | undefined;
}

const span = v.pipe(v.number(), v.finite(), v.minValue(0));
const snapshotWire = v.object({
  version: v.literal(1),
  at: v.pipe(v.number(), v.finite()),
  tokens: v.pipe(v.number(), v.finite()),
  restInMs: span,
  perSecond: v.pipe(v.number(), v.finite(), v.gtValue(0)),
  gatesInMs: v.object({ all: span, writes: span, bulk: span, bulkWrites: span }),
  handAgeInMs: v.nullable(span),
});

/**
 * What a governor knows, for another tab or a later start: plain data. All but `at` (milliseconds since 1970) are
 * spans, so that a wall clock that was set meanwhile makes them wrong by no more than their own length.
 */
export type GovernorSnapshot = v.InferOutput<typeof snapshotWire>;

type Times = Pick<Clock, 'now' | 'monotonic'>;

/** Writes knowledge down. */
export function toSnapshot({ bucket, gates, handAt }: Knowledge, clock: Times): GovernorSnapshot {
  const now = clock.monotonic();
  const left = (until: number): number => Math.max(0, until - now);
  return {
    version: 1,
    at: clock.now(),
    tokens: bucket.tokens,
    restInMs: left(bucket.at),
    perSecond: bucket.perSecond,
    gatesInMs: {
      all: left(gates.all),
      writes: left(gates.writes),
      bulk: left(gates.bulk),
      bulkWrites: left(gates.bulkWrites),
    },
    handAgeInMs: handAt === undefined ? null : Math.max(0, now - handAt),
  };
}

/** Own knowledge together with what another tab wrote down: of each the worse. What is no snapshot changes nothing. */
export function merge(own: Knowledge, written: unknown, quota: WriteQuota, clock: Times): Knowledge {
  const parsed = v.safeParse(snapshotWire, written);
  if (!parsed.success) return own;
  const now = clock.monotonic();
  const passed = Math.max(0, clock.now() - parsed.output.at);
  const { tokens, restInMs, perSecond, gatesInMs, handAgeInMs } = parsed.output;
  const theirs = refill(
    {
      tokens,
      at: now - passed + restInMs,
      perSecond: Math.min(quota.perSecond, perSecond),
      loweredAt: undefined,
    },
    quota,
    now,
  );
  const mine = refill(own.bucket, quota, now);
  const gates = gateNames.reduce((all, name) => shut(all, name, now + gatesInMs[name] - passed), own.gates);
  const handAt = handAgeInMs === null ? undefined : now - passed - handAgeInMs;
  return {
    bucket: {
      tokens: Math.min(theirs.tokens, mine.tokens),
      at: Math.max(theirs.at, mine.at),
      perSecond: Math.min(theirs.perSecond, mine.perSecond),
      loweredAt: mine.loweredAt,
    },
    gates,
    handAt:
      own.handAt === undefined || handAt === undefined
        ? (own.handAt ?? handAt)
        : Math.max(own.handAt, handAt),
  };
}
