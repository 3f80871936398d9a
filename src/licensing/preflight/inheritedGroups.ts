import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { ProductKey } from '../keys';
import type { Holding } from '../types';

/** A group through which people have a product. */
export interface InheritedGroup {
  readonly groupId: string;
  /** Undefined where the group's name may not be read. */
  readonly groupName: string | undefined;
  /** Number of these people. */
  readonly people: number;
}

/** Counts the people by the groups that give them a product, most people first; a group's own license doesn't count. */
export function* inheritedGroups(
  holdings: readonly Holding[],
  product: ProductKey,
): Steps<readonly InheritedGroup[]> {
  const groups = new Map<string, InheritedGroup>();
  yield* forEachInSteps(holdings, ({ principal, seats }) => {
    if (principal.kind !== 'user') return;
    const own = new Map(
      seats.flatMap(({ path, product: each, isSourceUnknown = false }) =>
        path.kind === 'group' && each === product && !isSourceUnknown
          ? [[path.groupId.toLowerCase(), path.groupName] as const]
          : [],
      ),
    );
    for (const [groupId, groupName] of own) {
      const known = groups.get(groupId);
      groups.set(groupId, {
        groupId,
        groupName: known?.groupName ?? groupName,
        people: (known?.people ?? 0) + 1,
      });
    }
  });
  return [...groups.values()].sort((one, other) => other.people - one.people);
}
