import type { AppError } from '../../base/appError';
import type { Lane } from '../lane';
import type { Shown } from './bucket';
import type { QuotaReport } from './report';

/** What may go out now. */
export interface Allowance {
  /** By the monotonic clock, in milliseconds. */
  readonly now: number;
  /** When a lane may send, by the same clock; in the past where it may now. */
  opensAt(lane: Lane): number;
  /** Writes that a lane may send now; below zero the quota is overdrawn. */
  writes(lane: Lane): number;
  readonly perSecond: number;
  /** Batches that may be on their way before bulk calls have to wait. */
  readonly batches: number;
}

/** A batch on its way. */
export interface Departure extends Omit<Shown, 'underWay'> {
  readonly lane: Lane;
  readonly size: number;
}

/** Keeps all writes of this app in the tenant below the service's limit, and everybody away while it asks for a rest. */
export interface Governor {
  look(): Allowance;
  /** AppError `throttled` for calls of a lane that would have to wait for more than ten minutes; undefined where they need not. */
  refusal(lane: Lane): AppError | undefined;
  /** Counts a batch that leaves now. */
  depart(lane: Lane, size: number): Departure;
  /** Learns from a batch that came back. */
  arrive(departure: Departure, report: QuotaReport): void;
  /** Milliseconds that `count` bulk writes take from now, those on their way among them. */
  timeForWrites(count: number): number;
}
