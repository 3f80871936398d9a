import { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import { longestWaitInMs } from '../batch/judgeTry';
import { laneOf } from '../lane';
import type { Lane } from '../lane';
import { correct, drain, fullBucket, isPaced, noteStray, refill, take } from './bucket';
import type { Bucket, Shown } from './bucket';
import { estimateWrites } from './estimateWrites';
import { openGates, opensAt, shut } from './gates';
import type { GateName } from './gates';
import type { Allowance, Departure, Governor } from './governor';
import { afterHidden, afterServed, noHiddenWait } from './hiddenWait';
import { batchesAllowed, observe, unknownPace } from './pace';
import type { QuotaReport } from './report';
import type { GovernorShare } from './share';
import { merge, toSnapshot } from './snapshot';
import type { Knowledge } from './snapshot';
import type { WriteQuota } from './writeQuota';
import { publishedWriteQuota } from './writeQuota';

/** What a governor works with. */
interface GovernorOptions {
  readonly clock: Clock;
  /** Default is what Graph publishes. */
  readonly quota?: WriteQuota;
  /** Default is that other tabs are not heard of. */
  readonly share?: GovernorShare;
}

/** Part of the burst that bulk writes leave to people, for so long after a person last changed something by hand. */
const reserved = { part: 0.05, forMs: 5 * 60_000 };
const floorInMs = 1_000;
/** In a smaller batch one refusal is no half of anything. */
const tellingSize = 4;
/** A smaller batch tells nothing of the pace of full ones. */
const pacingSize = 10;
const bulkWrites = laneOf('write', 'bulk');

/** Makes the governor of one tenant. */
export function createGovernor(options: GovernorOptions): Governor {
  return new TenantGovernor(options);
}

class TenantGovernor implements Governor {
  readonly #clock: Clock;
  readonly #quota: WriteQuota;
  readonly #share: GovernorShare | undefined;
  #known: Knowledge;
  #pace = unknownPace;
  #hidden = noHiddenWait;
  /** Writes on their way, and how many of them are of bulk calls. */
  #underWay = { writes: 0, ofBulk: 0 };
  /** What the share last held, so that each word of another tab is taken in once. */
  #seen = '';

  constructor({ clock, quota = publishedWriteQuota, share }: GovernorOptions) {
    this.#clock = clock;
    this.#quota = quota;
    this.#share = share;
    this.#known = { bucket: fullBucket(quota, clock.monotonic()), gates: openGates, handAt: undefined };
  }

  look(): Allowance {
    const now = this.#refresh();
    const { bucket, gates } = this.#known;
    return {
      now,
      opensAt: (lane) => opensAt(gates, lane),
      writes: (lane) => bucket.tokens - this.#reserve(lane, now),
      perSecond: bucket.perSecond,
      batches: batchesAllowed(this.#pace),
    };
  }

  refusal(lane: Lane): AppError | undefined {
    const now = this.#refresh();
    const retryAfterInMs = opensAt(this.#known.gates, lane) - now;
    if (retryAfterInMs <= longestWaitInMs) return undefined;
    return new AppError('throttled', { status: 429, retryAfterInMs });
  }

  depart(lane: Lane, size: number): Departure {
    const now = this.#refresh();
    const { bucket } = this.#known;
    const departure = { lane, size, sentAt: now, wasPaced: isPaced(bucket) };
    if (lane.kind === 'read') return departure;
    this.#setBucket(take(bucket, size));
    this.#countUnderWay(lane, size);
    if (lane.priority === 'interactive') this.#known = { ...this.#known, handAt: now };
    this.#tell();
    return departure;
  }

  arrive(departure: Departure, report: QuotaReport): void {
    const now = this.#refresh();
    const { lane, size, sentAt } = departure;
    if (report.refusals === 0) this.#hidden = afterServed(this.#hidden, sentAt);
    else this.#shutGate(departure, report, now);
    if (lane.kind === 'read') return;
    this.#countUnderWay(lane, -size);
    if (lane.priority === 'bulk' && size >= pacingSize) this.#pace = observe(this.#pace, now - sentAt);
    this.#learnQuota({ ...departure, underWay: this.#underWay.writes }, size, report, now);
    this.#tell();
  }

  timeForWrites(count: number): number {
    const now = this.#refresh();
    const { bucket, gates } = this.#known;
    const opensInMs = Math.max(0, opensAt(gates, bulkWrites) - now);
    return estimateWrites({
      writes: count - this.#underWay.ofBulk,
      opensInMs,
      // What is earned behind a shut gate is there once it opens.
      tokens: refill(bucket, this.#quota, now + opensInMs).tokens - this.#reserve(bulkWrites, now),
      perSecond: bucket.perSecond,
      batchInMs: this.#pace.batchInMs,
      batchesAtOnce: batchesAllowed(this.#pace),
    });
  }

  #shutGate(departure: Departure, report: QuotaReport, now: number): void {
    const waitInMs = this.#waitAsked(departure, report, now);
    if (waitInMs === undefined) return;
    const gate = gateOf(report, waitInMs > longestWaitInMs);
    this.#known = { ...this.#known, gates: shut(this.#known.gates, gate, now + waitInMs) };
    this.#tell();
  }

  #learnQuota(shown: Shown, size: number, report: QuotaReport, now: number): void {
    const { percentage, refusals, namesWrites, retryAfterInMs, isWhole } = report;
    let { bucket } = this.#known;
    if (percentage !== undefined) bucket = correct(bucket, this.#quota, percentage, shown, now);
    const isOfQuota = namesWrites || (size >= tellingSize && refusals * 2 >= size);
    if (refusals > 0 && isOfQuota) {
      // After hours of rest the quota is free again, however little is left of it now.
      const opens = opensAt(this.#known.gates, laneOf('write', 'interactive'));
      bucket = drain(bucket, this.#quota, Math.max(now, opens), shown, now);
    } else if (refusals > 0 && retryAfterInMs === undefined && !isWhole) {
      bucket = noteStray(bucket, this.#quota, shown, now);
    }
    this.#setBucket(bucket);
  }

  #countUnderWay({ priority }: Lane, writes: number): void {
    const { writes: all, ofBulk } = this.#underWay;
    this.#underWay = { writes: all + writes, ofBulk: ofBulk + (priority === 'bulk' ? writes : 0) };
  }

  #waitAsked({ sentAt }: Departure, report: QuotaReport, now: number): number | undefined {
    if (report.retryAfterInMs !== undefined) return Math.max(floorInMs, report.retryAfterInMs);
    if (!report.isWhole) return undefined;
    this.#hidden = afterHidden(this.#hidden, sentAt, now);
    return Math.min(longestWaitInMs, this.#hidden.waitInMs);
  }

  #reserve(lane: Lane, now: number): number {
    const { handAt } = this.#known;
    const isHandBusy = handAt !== undefined && now - handAt < reserved.forMs;
    return lane.priority === 'bulk' && isHandBusy ? this.#quota.burst * reserved.part : 0;
  }

  /** Lets time pass and takes in what other tabs did. */
  #refresh(): number {
    const now = this.#clock.monotonic();
    this.#setBucket(refill(this.#known.bucket, this.#quota, now));
    if (!this.#share) return now;
    const written = this.#share.read();
    const text = JSON.stringify(written) ?? '';
    if (text !== this.#seen) this.#known = merge(this.#known, written, this.#quota, this.#clock);
    this.#seen = text;
    return now;
  }

  #tell(): void {
    if (!this.#share) return;
    const snapshot = toSnapshot(this.#known, this.#clock);
    this.#share.write(snapshot);
    this.#seen = JSON.stringify(snapshot);
  }

  #setBucket(bucket: Bucket): void {
    this.#known = { ...this.#known, bucket };
  }
}

/** Who else has to wait: who writes where the limit on writes was named alone, else everybody; for long waits bulk only. */
function gateOf({ namesWrites, namesOther }: QuotaReport, isLong: boolean): GateName {
  if (namesWrites && !namesOther) return isLong ? 'bulkWrites' : 'writes';
  return isLong ? 'bulk' : 'all';
}
