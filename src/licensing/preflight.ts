import type { Principal } from '../base/principal';
import type { SeatPath } from './types';

/** One thing known of a line before anything is sent. */
export type PreflightFinding =
  | { readonly kind: 'gets-seat' }
  | { readonly kind: 'has-already'; readonly paths: readonly SeatPath[] }
  /** Holds it through a group; a direct license would be a second path to the same seat. */
  | { readonly kind: 'has-through-group'; readonly paths: readonly SeatPath[] }
  | { readonly kind: 'usage-location-missing' }
  | { readonly kind: 'blocked-account' }
  | { readonly kind: 'guest' }
  /** From this line on no seat is left. */
  | { readonly kind: 'no-seat-left' }
  | { readonly kind: 'group-members'; readonly directUsers: number; readonly nestedGroups: number }
  | { readonly kind: 'group-not-licensable' }
  | { readonly kind: 'role-assignable-group' }
  /** The signed-in person's role covers groups only. */
  | { readonly kind: 'not-permitted' };

/** What a line comes to. */
export interface PreflightLine {
  readonly principal: Principal;
  readonly findings: readonly PreflightFinding[];
  /**
   * `send`: will be sent. `skip`: nothing to do, is not sent. `stop`: the service would refuse; is not sent.
   * `risk`: is sent, and the service may refuse it.
   */
  readonly verdict: 'send' | 'risk' | 'skip' | 'stop';
}

/** The whole list, judged together. */
export interface Preflight {
  readonly lines: readonly PreflightLine[];
  /** Most seats that the lines to be sent can take; groups count their direct members. */
  readonly seatsNeeded: number;
  readonly seatsAvailable: number;
  /** `seatsNeeded - seatsAvailable`, at least 0. */
  readonly seatsMissing: number;
}
