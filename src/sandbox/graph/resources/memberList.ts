import type { Tenant } from '../../tenant/tenant';
import type { GroupRow } from '../../tenant/rows';
import type { RowList } from '../odata/rowList';
import { rowsById } from '../odata/rowList';
import type { DirectoryObject } from './directoryObjects';

/** Returns the members in the order in which they were added; a nested group precedes its members. */
export function membersOf(group: GroupRow, tenant: Tenant, isTransitive: boolean): RowList<DirectoryObject> {
  const ids = isTransitive ? idsBelow(group, tenant) : group.memberIds;
  return rowsById(ids, (id) => objectOf(id, tenant));
}

/** A person or group of the tenant as a directory object; undefined when there is none. */
export function objectOf(id: string, tenant: Tenant): DirectoryObject | undefined {
  const user = tenant.user(id);
  if (user) return { kind: 'user', row: user };
  const group = tenant.group(id);
  return group && { kind: 'group', row: group };
}

/**
 * Members that are groups, by list. The cache is safe: lists are never changed in place, and a member's kind never
 * changes.
 */
const knownNested = new WeakMap<readonly string[], readonly string[]>();

function nestedIn({ memberIds }: GroupRow, tenant: Tenant): readonly string[] {
  let nested = knownNested.get(memberIds);
  if (!nested) {
    nested = memberIds.filter((id) => tenant.placeOf('group', id) !== undefined);
    knownNested.set(memberIds, nested);
  }
  return nested;
}

function idsBelow(group: GroupRow, tenant: Tenant): readonly string[] {
  if (nestedIn(group, tenant).length === 0) return group.memberIds;
  const found = new Set<string>();
  const collect = (from: GroupRow): void => {
    const nested = new Set(nestedIn(from, tenant));
    for (const id of from.memberIds) {
      if (found.has(id)) continue;
      found.add(id);
      const below = nested.has(id) ? tenant.group(id) : undefined;
      if (below) collect(below);
    }
  };
  collect(group);
  return [...found];
}
