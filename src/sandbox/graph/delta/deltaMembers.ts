import type { GroupRow, UserRow } from '../../tenant/rows';
import type { Tenant } from '../../tenant/tenant';

/** Members that one item of a delta answer tells; a larger group comes again with further ones. */
const maxMembers = 200;

/** A member as `members@delta` tells it (Graph: delta query for groups). */
type MemberItem = Readonly<Record<string, unknown>>;

/** The members of a group from a place on, at most `most`, and the place of those that are left. */
export function membersFrom(
  row: GroupRow | UserRow,
  first: number,
  tenant: Tenant,
  most = maxMembers,
): { readonly members: readonly MemberItem[]; readonly more?: number } {
  const ids = 'memberIds' in row ? row.memberIds : [];
  const end = first + most;
  const members = ids
    .slice(first, end)
    .flatMap((id) => (isAlive(id, tenant) ? [memberItem(id, tenant)] : []));
  return end < ids.length ? { members, more: end } : { members };
}

/** Who joined and who left. */
export function memberChanges(changes: ReadonlyMap<string, boolean>, tenant: Tenant): MemberItem[] {
  return [...changes].map(([id, isMember]) =>
    isMember ? memberItem(id, tenant) : { ...memberItem(id, tenant), '@removed': { reason: 'deleted' } },
  );
}

function memberItem(id: string, tenant: Tenant): MemberItem {
  const kind = tenant.placeOf('group', id) === undefined ? 'user' : 'group';
  return { '@odata.type': `#microsoft.graph.${kind}`, id };
}

function isAlive(id: string, tenant: Tenant): boolean {
  return tenant.user(id) !== undefined || tenant.group(id) !== undefined;
}
