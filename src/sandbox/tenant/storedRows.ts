import type { LoggedChange } from './changeLog';
import { memberDiff } from './memberDiff';
import type { GroupRow, UserRow } from './rows';
import type { StoredChange } from './tenantStore';

type StoredUser = Pick<UserRow, 'usageLocation' | 'licenses' | 'deletedDateTime' | 'isPurged'>;
type StoredGroup = Omit<GroupRow, 'index' | 'memberIds'>;

/** Stored changes by kind of object. */
interface StoredRows {
  readonly users: ReadonlyMap<string, StoredUser>;
  /** By id; new groups in the order in which they were made. */
  readonly groups: ReadonlyMap<string, StoredGroup>;
  readonly members: ReadonlyMap<
    string,
    { readonly joined: ReadonlySet<string>; readonly left: ReadonlySet<string> }
  >;
  readonly changes: readonly LoggedChange[];
}

/** Returns the stored form of a user: the properties that can change. */
export function userChange(user: UserRow): StoredChange {
  const { id, usageLocation, licenses, deletedDateTime, isPurged } = user;
  const value: StoredUser = { usageLocation, licenses, deletedDateTime, isPurged };
  return { kind: 'user', id, value };
}

/** Returns the stored form of a group: all properties, and of its members only those who joined or left. */
export function groupChanges(before: GroupRow | undefined, after: GroupRow): StoredChange[] {
  const { index: place, memberIds, ...value } = after;
  const { added, removed } = memberDiff(before?.memberIds ?? [], memberIds);
  const membership = (isMember: boolean) => (id: string) =>
    ({ kind: 'membership', id: `${after.id}/${id}`, value: isMember }) as const;
  return [
    { kind: 'group', id: after.id, value: { ...value, place } },
    ...added.map(membership(true)),
    ...removed.map(membership(false)),
  ];
}

/** Checks the parts of a stored row that other code depends on. Throws TypeError for another value. */
function withLicenses(value: unknown): object {
  if (typeof value !== 'object' || value === null || !('licenses' in value) || !Array.isArray(value.licenses))
    throw new TypeError('a stored row has no licenses');
  return value;
}

/** Groups stored changes by kind. Throws TypeError for an invalid row. */
export function readStored(stored: readonly StoredChange[]): StoredRows {
  const users = new Map<string, StoredUser>();
  const groups: [string, StoredGroup, number][] = [];
  const members = new Map<string, { joined: Set<string>; left: Set<string> }>();
  const changes: LoggedChange[] = [];
  for (const { kind, id, value } of stored)
    switch (kind) {
      case 'user':
        users.set(id, withLicenses(value) as StoredUser);
        break;
      case 'group': {
        const { place, ...group } = withLicenses(value) as StoredGroup & { place: number };
        groups.push([id, group, place]);
        break;
      }
      case 'membership': {
        const [groupId = '', memberId = ''] = id.split('/');
        const known = members.get(groupId) ?? { joined: new Set(), left: new Set() };
        (value === true ? known.joined : known.left).add(memberId);
        members.set(groupId, known);
        break;
      }
      case 'change':
        changes.push(value as LoggedChange);
    }
  groups.sort((left, right) => left[2] - right[2]);
  return { users, groups: new Map(groups.map(([id, group]) => [id, group])), members, changes };
}
