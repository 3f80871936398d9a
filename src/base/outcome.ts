import type { NamedGroup } from './principal';

/**
 * How one item of a run ended. Expected endings are values, not exceptions.
 * `Code` is the closed list of reasons that the operation can give.
 */
export type Outcome<Code extends string> =
  /**
   * The change was made. `pending` says that the service accepted it and still works on it; `shortfall` is the number of
   * people of a group whom it did not reach, at least where `isShortfallUnknown` says that not all of them could be read.
   */
  | {
      readonly kind: 'done';
      readonly pending?: boolean;
      readonly shortfall?: number;
      readonly isShortfallUnknown?: boolean;
    }
  /**
   * Nothing had to be done, or nothing may be done, for the reason given. `groups` are those that the reason is about;
   * undefined where it is about none, or they were not kept.
   */
  | { readonly kind: 'skipped'; readonly reason: Code; readonly groups?: readonly NamedGroup[] }
  /**
   * The change was not made, for the reason given. `serviceMessage` is the service's own sentence, set where the reason
   * says nothing more than that it refused; `groups` as for `skipped`.
   */
  | {
      readonly kind: 'failed';
      readonly reason: Code;
      readonly requestId?: string;
      readonly serviceMessage?: string;
      readonly groups?: readonly NamedGroup[];
    }
  /** The run was stopped before this item was sent. */
  | { readonly kind: 'cancelled' };

/**
 * Says whom a change that was made reached: `part` where people of a group were left out, `unknown` where none is known to be
 * left out and not all could be read. Undefined where no change was made, or the service still works on it.
 */
export function reachOf(outcome: Outcome<string> | undefined): 'all' | 'part' | 'unknown' | undefined {
  if (outcome?.kind !== 'done' || outcome.pending) return undefined;
  if (outcome.shortfall) return 'part';
  return outcome.isShortfallUnknown ? 'unknown' : 'all';
}
