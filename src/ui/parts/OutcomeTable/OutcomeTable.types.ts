import type { Outcome } from '../../../base/outcome';
import type { Principal } from '../../../base/principal';
import type { Change, LicensingCode } from '../../../licensing/types';

/** A principal and the change to send for it. */
export interface ChangeItem {
  readonly principal: Principal;
  readonly change: Change;
}

/** How far the change of one principal is. */
export interface OutcomeRow {
  readonly principal: Principal;
  readonly progress: 'waiting' | 'running' | 'settled';
  /** Set exactly when `progress` is `settled`. */
  readonly outcome: Outcome<LicensingCode> | undefined;
  /** Set for a principal that was left out from the start. */
  readonly leftOut?: LeftOut;
}

/** Why nothing was sent for a principal. */
export interface LeftOut {
  /** Whether nothing had to be done, or nothing can be done. */
  readonly kind: 'not-needed' | 'not-possible';
  /** In words. */
  readonly reason: string;
}

/** The words of outcomes that differ between assigning and removing. */
export interface OutcomeWords {
  readonly progressTitle: string;
  readonly done: string;
  readonly pending: string;
  readonly summary: (
    done: number,
    accepted: number,
    skipped: number,
    failed: number,
    cancelled: number,
  ) => string;
}

/** Numbers of outcomes by kind. */
export interface OutcomeCounts {
  readonly done: number;
  /** The service took the change and has yet to apply it. */
  readonly accepted: number;
  readonly skipped: number;
  readonly failed: number;
  readonly cancelled: number;
}
