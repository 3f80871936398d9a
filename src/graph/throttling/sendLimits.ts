import type { RequestClass } from '../requestClass';

/** Calls that may be sent now. */
export interface SendLimits {
  /** By the monotonic clock, in milliseconds. */
  readonly now: number;
  /** Returns when a class may send, by the same clock; in the past if it may now. */
  opensAt(requestClass: RequestClass): number;
  /** Returns the number of writes that a class may send now; below zero the quota is overdrawn. */
  writes(requestClass: RequestClass): number;
  /** Returns the number of calls that a class may send in one batch now. */
  calls(requestClass: RequestClass): number;
  readonly perSecond: number;
  /** Batches that may be in flight before bulk calls have to wait. */
  readonly batches: number;
}
