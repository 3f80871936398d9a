import type { QuotaLimit } from './quotaLimits';

/** Use may pile up to twice the limit and no further, so that a client that stormed is let in again in time. */
const fullest = 2;

/**
 * Use of a limit that runs off evenly: a whole window's worth may come at once, after that only what has run off.
 * Inferred: that the service meters so; the amounts are published, the method is not.
 */
export class LeakyMeter {
  #used = 0;
  #at: number;

  constructor(nowInMs: number) {
    this.#at = nowInMs;
  }

  /** Use as a share of the limit: 1 is at the limit, 2 the most there is. */
  level(limit: QuotaLimit, nowInMs: number): number {
    const passed = Math.max(0, nowInMs - this.#at);
    this.#used = Math.max(0, this.#used - (passed * limit.amount) / limit.windowInMs);
    this.#at = nowInMs;
    return this.#used / limit.amount;
  }

  /** Adds use; `level` has been asked for at this time. */
  add(units: number, limit: QuotaLimit): void {
    this.#used = Math.min(this.#used + units, fullest * limit.amount);
  }
}
