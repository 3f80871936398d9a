import type { GroupRow, UserRow } from '../../tenant/rows';
import type { Tenant } from '../../tenant/tenant';

/** Someone or a group that may matter to a person. */
type RelevantObject =
  { readonly kind: 'user'; readonly row: UserRow } | { readonly kind: 'group'; readonly row: GroupRow };

/** Groups larger than this say nothing about who works with whom. */
const largestTeam = 60;
const most = 200;

/**
 * Who matters to a person, most first: those of small shared groups, Microsoft 365 groups, then the department.
 * Inferred: the service does not say how it judges; this only has to be steady and to mix kinds.
 */
export function relevantTo(user: UserRow, tenant: Tenant): readonly RelevantObject[] {
  const shared = tenant.groupsOf(user.id);
  const teams = shared.filter(({ memberIds }) => memberIds.length <= largestTeam);
  const timesMet = new Map<string, number>();
  for (const { memberIds } of teams)
    for (const id of memberIds) timesMet.set(id, (timesMet.get(id) ?? 0) + 1);
  const met = [...timesMet].sort(([, left], [, right]) => right - left).map(([id]) => id);
  const near = department(user, tenant).map(({ id }) => id);
  const people = [...new Set([...met, ...near])].flatMap((id) => {
    const row = id === user.id ? undefined : tenant.user(id);
    return row ? [{ kind: 'user', row } as const] : [];
  });
  const groups = shared
    .filter(({ groupTypes }) => groupTypes.includes('Unified'))
    .map((row) => ({ kind: 'group', row }) as const);
  return [...people.slice(0, 3), ...groups, ...people.slice(3)].slice(0, most);
}

function department(user: UserRow, tenant: Tenant): UserRow[] {
  const near: UserRow[] = [];
  for (const other of tenant.users) {
    if (near.length >= most) break;
    if (other.department === user.department && other.accountEnabled) near.push(other);
  }
  return near;
}
