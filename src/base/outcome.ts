import type { NamedGroup } from './principal';

/** Part of a change that was made although the rest failed: keys of what was given and taken, such as pools. */
export interface MadePart {
  readonly given: readonly string[];
  readonly taken: readonly string[];
}

/** Ids in the service of what was given or switched, by the keys that {@link MadePart} has; an undo names them. */
export type MadeIds = Readonly<Record<string, string>>;

/**
 * Outcome of one item of a run. Expected outcomes are values, not exceptions.
 * `Code` is the closed list of reasons that the operation can give.
 */
export type Outcome<Code extends string> =
  /**
   * The change was made. `pending` is true while the service still processes it. `shortfall` is the number of people of a
   * group whom it did not reach; if `isShortfallUnknown` is true, not all of them could be read and it may be higher. `ids` are
   * set if the service gave any.
   */
  | {
      readonly kind: 'done';
      readonly pending?: boolean;
      readonly shortfall?: number;
      readonly isShortfallUnknown?: boolean;
      readonly ids?: MadeIds;
    }
  /**
   * Nothing had to be done, or nothing may be done, for the reason given. `groups` are the groups that the reason is about;
   * undefined if there are none, or they were not stored.
   */
  | { readonly kind: 'skipped'; readonly reason: Code; readonly groups?: readonly NamedGroup[] }
  /**
   * The change was not made, for the reason given. `serviceMessage` is the service's own sentence, set if the reason only
   * says that the service rejected the change; `groups` as for `skipped`. `made` is set if a part of the change was made and
   * could not be taken back: the person is half done; `ids` are of that part.
   */
  | {
      readonly kind: 'failed';
      readonly reason: Code;
      readonly requestId?: string;
      readonly serviceMessage?: string;
      readonly groups?: readonly NamedGroup[];
      readonly made?: MadePart;
      readonly ids?: MadeIds;
    }
  /** The run was stopped before this item was sent. */
  | { readonly kind: 'cancelled' };

/**
 * Returns who was reached by a change that was made: `part` if people of a group were left out, `unknown` if not all could
 * be read and none is known to be left out. Undefined if no change was made, or the service still processes it.
 */
export function reachOf(outcome: Outcome<string> | undefined): 'all' | 'part' | 'unknown' | undefined {
  if (outcome?.kind !== 'done' || outcome.pending) return undefined;
  if (outcome.shortfall) return 'part';
  return outcome.isShortfallUnknown ? 'unknown' : 'all';
}

/** True if a part of a change was made and the rest failed. */
export function isHalfDone(outcome: Outcome<string> | undefined): boolean {
  return outcome?.kind === 'failed' && outcome.made !== undefined;
}
