import type { GroupRow, UserRow } from '../../tenant/rows';
import type { Tenant, TenantChange } from '../../tenant/tenant';

interface PendingChange {
  readonly at: number;
  readonly users: readonly UserRow[];
  readonly groups: readonly GroupRow[];
}

/** The rows of a tenant as they were some time ago. While nothing is behind, it is the tenant itself. */
export class Replica {
  readonly #tenant: Tenant;
  #rows?: { readonly users: UserRow[]; readonly groups: GroupRow[] };
  #view?: Tenant;
  #pending: PendingChange[] = [];

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  /** Takes notice of a change that the tenant is about to make. */
  note({ users = [], groups = [] }: TenantChange, at: number, lagInMs: number): void {
    if (lagInMs <= 0 && !this.#rows) return;
    this.#rows ??= { users: [...this.#tenant.users], groups: [...this.#tenant.groups] };
    this.#pending.push({ at, users, groups });
  }

  /** What is seen now. */
  view(now: number, lagInMs: number): Tenant {
    this.#catchUp(now - lagInMs);
    if (this.#pending.length === 0 || !this.#rows) return this.#tenant;
    return (this.#view ??= this.#createView(this.#rows));
  }

  #catchUp(until: number): void {
    let done = 0;
    for (const { at, users, groups } of this.#pending) {
      if (at > until) break;
      for (const user of users) if (this.#rows) this.#rows.users[user.index] = user;
      for (const group of groups) if (this.#rows) this.#rows.groups[group.index] = group;
      done += 1;
    }
    if (done > 0) this.#pending = this.#pending.slice(done);
  }

  #createView(rows: { readonly users: UserRow[]; readonly groups: GroupRow[] }): Tenant {
    const tenant = this.#tenant;
    const user = (key: string): UserRow | undefined => alive(rows.users[tenant.placeOf('user', key) ?? -1]);
    const group = (id: string): GroupRow | undefined => alive(rows.groups[tenant.placeOf('group', id) ?? -1]);
    return {
      ...tenant,
      ...rows,
      user,
      group,
      placeOf: (kind, id) => tenant.placeOf(kind, id),
      sku: (skuId) => tenant.sku(skuId),
      groupsOf: (memberId) => {
        const inDoubt = new Set(this.#pending.flatMap(({ groups }) => groups.map(({ id }) => id)));
        const settled = tenant.groupsOf(memberId).filter(({ id }) => !inDoubt.has(id));
        return [...settled.map(({ id }) => id), ...inDoubt].flatMap((id) => {
          const found = group(id);
          return found && (!inDoubt.has(id) || found.memberIds.includes(memberId)) ? [found] : [];
        });
      },
      membersInError: (groupId) => {
        const changed = this.#pending.flatMap(({ users }) => users.map(({ id }) => id));
        const ids = new Set([...tenant.membersInError(groupId).map(({ id }) => id), ...changed]);
        return [...ids].flatMap((id) => {
          const found = user(id);
          return found && hasFailed(found, groupId) ? [found] : [];
        });
      },
      holderPlaces: (skuId) => {
        const changed = this.#pending.flatMap(({ users }) => users.map(({ index }) => index));
        return [...new Set(Uint32Array.from([...tenant.holderPlaces(skuId), ...changed]).sort())];
      },
      consumedUnits: (skuId) => tenant.consumedUnits(skuId),
      freeSeats: (skuId) => tenant.freeSeats(skuId),
      save: (change) => tenant.save(change),
      replaceSku: (sku) => tenant.replaceSku(sku),
      watch: (listener) => tenant.watch(listener),
      groundTruth: () => tenant.groundTruth(),
      close: () => tenant.close(),
    };
  }
}

function alive<Row extends UserRow | GroupRow>(row: Row | undefined): Row | undefined {
  return row?.deletedDateTime === undefined ? row : undefined;
}

function hasFailed(user: UserRow, groupId: string): boolean {
  return user.licenses.some((source) => source.groupId === groupId && source.state === 'Error');
}
