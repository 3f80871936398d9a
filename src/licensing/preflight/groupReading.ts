import type { Principal } from '../../base/principal';
import type { ProductKey } from '../keys';
import type { Holding } from '../types';

/** Data of a group before licenses change; first level only, since nested members get nothing (Entra). */
export interface GroupReading {
  /** Users who are members themselves; undefined where that cannot be known. */
  readonly directUsers: number | undefined;
  /** Groups inside the group; undefined where that cannot be known. */
  readonly nestedGroups: number | undefined;
  /** Each of those users with the seats that matter; undefined if they are too many, or cannot be read. */
  readonly members: readonly Holding[] | undefined;
  /** Products that the group gives now; undefined where that cannot be known. */
  readonly carried: readonly ProductKey[] | undefined;
}

/** A group of which nothing could be read. */
export const unknownGroup: GroupReading = {
  directUsers: undefined,
  nestedGroups: undefined,
  members: undefined,
  carried: undefined,
};

/** Returns the ids of all members that were found in groups of a list. */
export function memberIdsOf({
  principals,
  groups,
}: {
  readonly principals: readonly Principal[];
  readonly groups: ReadonlyMap<string, GroupReading>;
}): ReadonlySet<string> {
  const ids = new Set<string>();
  if (groups.size === 0) return ids;
  for (const { kind, id } of principals) {
    if (kind === 'user') continue;
    for (const { principal } of groups.get(id)?.members ?? []) ids.add(principal.id.toLowerCase());
  }
  return ids;
}
