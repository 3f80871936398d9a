import type { Clock } from '../../../base/clock';
import type { CloudAssignmentRow, CloudSeatsRow } from '../../tenant/cloudRows';
import type { Tenant, TenantChange } from '../../tenant/tenant';
import type { ReplicationLag } from '../directorySettings';
import { withOldRows, type Records } from '../../tenant/recordTable';
import type { GroupRow, UserRow } from '../../tenant/rows';

/**
 * Consistency of a request: `latest` for writes, `reads` for plain reads, `index` for advanced queries; the last two
 * lag behind writes, each by its own time.
 */
export type ReadConsistency = 'latest' | 'reads' | 'index';

/** Shows a tenant with a delay after writes (Graph: eventual consistency). */
export interface Replication {
  /** The tenant as a request sees it now. */
  tenantFor(consistency: ReadConsistency): Tenant;
  /** Returns the seats in use of a SKU as reads see them. */
  consumedUnits(skuId: string): number;
}

/** Starts following the changes of a tenant. */
export function createReplication(tenant: Tenant, clock: Clock, lag: Readonly<ReplicationLag>): Replication {
  const [reads, index, counts] = [new Replica(tenant), new Replica(tenant), new SeatCounts(tenant)];
  tenant.watch((change) => {
    const at = clock.now();
    reads.note(change, at, lag.readsInMs);
    index.note(change, at, lag.indexInMs);
    counts.note(at, lag.countsInMs);
  });
  const replicas = [
    [reads, () => lag.readsInMs],
    [index, () => lag.indexInMs],
  ] as const;
  for (const [replica, lagOf] of replicas) {
    tenant.cloudAssignments.watch((after, before) =>
      replica.assignments.note(after, before, clock.now(), lagOf()),
    );
    tenant.cloudSeats.watch((after, before) => replica.seats.note(after, before, clock.now(), lagOf()));
  }
  return {
    tenantFor: (consistency) => {
      if (consistency === 'latest') return tenant;
      return consistency === 'reads'
        ? reads.view(clock.now(), lag.readsInMs)
        : index.view(clock.now(), lag.indexInMs);
    },
    consumedUnits: (skuId) => counts.consumed(skuId, clock.now(), lag.countsInMs),
  };
}

interface PendingChange {
  readonly at: number;
  readonly users: readonly UserRow[];
  readonly groups: readonly GroupRow[];
}

/** Rows of a table as they were some time ago. */
class OldRows<Row extends { readonly id: string }> {
  readonly table: Records<Row>;
  #pending: { readonly at: number; readonly id: string; readonly before: Row | undefined }[] = [];
  #rows = new Map<string, Row | undefined>();

  constructor(table: Records<Row>) {
    this.table = withOldRows(table, () => this.#rows);
  }

  /** Records a change that the table is about to make. */
  note(after: Row | undefined, before: Row | undefined, at: number, lagInMs: number): void {
    const id = (after ?? before)?.id;
    if (lagInMs <= 0 || id === undefined) return;
    this.#pending.push({ at, id, before });
    if (!this.#rows.has(id)) this.#rows.set(id, before);
  }

  /** Forgets what was before the changes until then; returns true if it knows of later ones. */
  catchUp(until: number): boolean {
    const left = this.#pending.filter(({ at }) => at > until);
    if (left.length < this.#pending.length) {
      this.#pending = left;
      // Of several changes the first one knows what was before them.
      this.#rows = new Map(left.toReversed().map(({ id, before }) => [id, before]));
    }
    return left.length > 0;
  }
}

/** Tenant as it was some time ago. Without pending changes it is the tenant itself. */
class Replica {
  readonly assignments: OldRows<CloudAssignmentRow>;
  readonly seats: OldRows<CloudSeatsRow>;
  readonly #tenant: Tenant;
  #rows?: { readonly users: UserRow[]; readonly groups: GroupRow[] };
  #view?: Tenant;
  #pending: PendingChange[] = [];

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
    this.assignments = new OldRows(tenant.cloudAssignments);
    this.seats = new OldRows(tenant.cloudSeats);
  }

  /** Records a change that the tenant is about to make. */
  note({ users = [], groups = [] }: TenantChange, at: number, lagInMs: number): void {
    if (lagInMs <= 0 && !this.#rows) return;
    this.#rows ??= { users: [...this.#tenant.users], groups: [...this.#tenant.groups] };
    this.#pending.push({ at, users, groups });
  }

  /** Returns the tenant as reads see it now. */
  view(now: number, lagInMs: number): Tenant {
    this.#catchUp(now - lagInMs);
    const tables = [this.assignments, this.seats].map((table) => table.catchUp(now - lagInMs));
    if (this.#pending.length === 0 && !tables.includes(true)) return this.#tenant;
    this.#rows ??= { users: [...this.#tenant.users], groups: [...this.#tenant.groups] };
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
      cloudAssignments: this.assignments.table,
      cloudSeats: this.seats.table,
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

interface CountsBefore {
  readonly at: number;
  readonly consumed: ReadonlyMap<string, number>;
}

/** Numbers of seats in use as they were some time ago. */
class SeatCounts {
  readonly #tenant: Tenant;
  #pending: CountsBefore[] = [];

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  /** Records a change that the tenant is about to make. */
  note(at: number, lagInMs: number): void {
    if (lagInMs <= 0) return;
    const consumed = new Map(
      this.#tenant.skus.map(({ skuId }) => [skuId, this.#tenant.consumedUnits(skuId)]),
    );
    this.#pending.push({ at, consumed });
  }

  /** Returns the seats in use as reads see them now. */
  consumed(skuId: string, now: number, lagInMs: number): number {
    this.#pending = this.#pending.filter(({ at }) => at + lagInMs > now);
    return this.#pending[0]?.consumed.get(skuId) ?? this.#tenant.consumedUnits(skuId);
  }
}
