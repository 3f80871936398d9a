import { forEachInSteps, type Steps } from '../../../../base/async/inSlices';
import type { Principal } from '../../../../base/principal';
import type { LicensedGroup } from '../../../../licensing/types';
import type { HolderRow } from '../../../parts/HolderGrid/HolderGrid.types';
import { rowFinder } from '../../../parts/HolderGrid/mergeHolders';

/** Names of the parts that a list is split into. */
export type HoldingPart = 'direct' | 'throughGroup' | 'unclear' | 'inError' | 'groups' | 'without';

/**
 * People and groups of a list by how they have a product. `unclear`: they have it, and the way could not be read or isn't
 * known yet. `inError`: a group gives it, and the license doesn't work. `groups`: groups that give it to their members.
 */
export type ListHoldings = Readonly<Record<HoldingPart, readonly Principal[]>>;

/**
 * Splits a list by what the complete lists of a product's holders and groups say. Those who have it are given as these lists
 * know them. Works in steps, since both sides may be 100,000 long.
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

/** Everyone of a list who can be selected on the product's page: all who are listed there. */
export function selectableOf(holdings: ListHoldings): readonly Principal[] {
  const { direct, throughGroup, unclear, inError, groups } = holdings;
  return [...direct, ...throughGroup, ...unclear, ...inError, ...groups];
}
