import { forEachInSteps, type Steps } from '../../../../base/async/inSlices';
import type { Principal } from '../../../../base/principal';
import type { LicensedGroup } from '../../../../licensing/types';
import type { HolderRow } from '../../../parts/HolderGrid/HolderGrid.types';
import { rowFinder } from '../../../parts/HolderGrid/mergeHolders';

/** Name of a part of the list. */
export type HoldingPart = 'direct' | 'throughGroup' | 'unclear' | 'inError' | 'groups' | 'without';

/**
 * Users and groups of a list by how they have a product. `unclear`: the path couldn't be read or isn't known yet.
 * `inError`: a group gives it, but the license doesn't work. `groups`: groups that give it to their members.
 */
export type ListHoldings = Readonly<Record<HoldingPart, readonly Principal[]>>;

/**
 * Splits a list by the complete lists of a product's holders and groups, and returns holders as these lists have
 * them. Runs in steps, since both lists can have 100,000 entries.
 */
export function* splitByHolding(
  principals: readonly Principal[],
  holders: readonly HolderRow[],
  groups: readonly LicensedGroup[],
): Steps<ListHoldings> {
  const findRow = rowFinder(holders);
  const groupsById = new Map(groups.map(({ group }) => [group.id, group]));
  const parts: Record<HoldingPart, Principal[]> = {
    direct: [],
    throughGroup: [],
    unclear: [],
    inError: [],
    groups: [],
    without: [],
  };
  yield* forEachInSteps(principals, (principal) => {
    const group = principal.kind === 'group' ? groupsById.get(principal.id) : undefined;
    const row = principal.kind === 'user' ? findRow(principal.id) : undefined;
    if (group) parts.groups.push(group);
    else if (row) parts[partOf(row)].push(row.holder.user);
    else parts.without.push(principal);
  });
  return parts;
}

function partOf({ summary }: HolderRow): HoldingPart {
  if (summary.state === 'error') return 'inError';
  if (summary.isDirect) return 'direct';
  return summary.isInherited ? 'throughGroup' : 'unclear';
}

/** Returns everyone who can be selected on the product's page. */
export function selectableOf(holdings: ListHoldings): readonly Principal[] {
  const { direct, throughGroup, unclear, inError, groups } = holdings;
  return [...direct, ...throughGroup, ...unclear, ...inError, ...groups];
}
