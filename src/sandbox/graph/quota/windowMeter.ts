import type { QuotaLimit } from './quotaLimits';

/** Counts what happened within the last window, for limits that end in a hard wall. */
export class WindowMeter {
  #times: number[] = [];

  /** How many lie within the window. */
  count({ windowInMs }: QuotaLimit, nowInMs: number): number {
    this.#times = this.#times.filter((time) => time > nowInMs - windowInMs);
    return this.#times.length;
  }

  /** Milliseconds until the oldest leaves the window. */
  waitInMs({ windowInMs }: QuotaLimit, nowInMs: number): number {
    return Math.max(0, (this.#times[0] ?? nowInMs) + windowInMs - nowInMs);
  }

  add(nowInMs: number): void {
    this.#times.push(nowInMs);
  }
}
