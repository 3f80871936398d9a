import type { Clock } from '../../base/clock';
import { auditFindings } from './auditFindings';
import { auditRecords } from './auditRecords';
import type { AuditLog } from './auditLog';
import { ChangeLog } from './changeLog';
import { memberDiff } from './memberDiff';
import type { GroupRow, SkuRow, UserRow } from './rows';
import type { SeatLedger } from './seatLedger';
import { groupChanges, readStored, userChange } from './storedRows';
import type { TenantChange } from './tenant';
import type { StoredChange, TenantStore } from './tenantStore';

interface Parts {
  readonly users: UserRow[];
  readonly groups: GroupRow[];
  readonly skus: SkuRow[];
  readonly seats: SeatLedger;
  readonly store: TenantStore;
  readonly clock: Clock;
  readonly audits: AuditLog;
}

/** The rows of a tenant with their indexes; every change goes through the store first. */
export class TenantTables {
  readonly users: readonly UserRow[];
  readonly groups: readonly GroupRow[];
  readonly skus: readonly SkuRow[];
  readonly changes = new ChangeLog();
  readonly #parts: Parts;
  readonly #userIndex = new Map<string, number>();
  readonly #groupIndex = new Map<string, number>();
  readonly #skuById: Map<string, SkuRow>;
  readonly #groupsOfMember = new Map<string, number[]>();
  readonly #listeners: ((change: TenantChange) => void)[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.users = parts.users;
    this.groups = parts.groups;
    this.skus = parts.skus;
    this.#skuById = new Map(parts.skus.map((sku) => [sku.skuId, sku]));
    for (const user of parts.users) {
      this.#userIndex.set(user.id, user.index);
      this.#userIndex.set(user.userPrincipalName.toLowerCase(), user.index);
    }
    for (const group of parts.groups) {
      this.#groupIndex.set(group.id, group.index);
      for (const memberId of group.memberIds) this.#join(memberId, group.index);
    }
  }

  user(key: string): UserRow | undefined {
    return alive(this.users, this.placeOf('user', key));
  }

  group(id: string): GroupRow | undefined {
    return alive(this.groups, this.placeOf('group', id));
  }

  placeOf(kind: 'user' | 'group', key: string): number | undefined {
    const index = kind === 'user' ? this.#userIndex : this.#groupIndex;
    return index.get(key) ?? index.get(key.toLowerCase());
  }

  sku(skuId: string): SkuRow | undefined {
    return this.#skuById.get(skuId.toLowerCase());
  }

  groupsOf(memberId: string): readonly GroupRow[] {
    return (this.#groupsOfMember.get(memberId) ?? []).flatMap((index) => alive(this.groups, index) ?? []);
  }

  membersInError(groupId: string): readonly UserRow[] {
    return [...this.#parts.seats.failedIn(groupId)].flatMap((index) => alive(this.users, index) ?? []);
  }

  holderPlaces(skuId: string): readonly number[] {
    return this.#parts.seats.holders(skuId.toLowerCase());
  }

  consumedUnits(skuId: string): number {
    return this.#parts.seats.consumed(skuId);
  }

  freeSeats(skuId: string): number {
    return this.#parts.seats.free(skuId);
  }

  save(change: TenantChange): void {
    const { users = [], groups = [] } = change;
    const { audits, clock, store } = this.#parts;
    const at = clock.now();
    const entries = audits.actor ? audits.entriesFor(auditFindings(change, this, audits.actor)) : [];
    store.save(
      [
        ...users.flatMap((user) => [userChange(user), ...this.#logged('user', user, at)]),
        ...groups.flatMap((group) => [
          ...groupChanges(this.groups[group.index], group),
          ...this.#logged('group', group, at),
        ]),
      ],
      auditRecords(entries),
    );
    audits.add(entries);
    for (const listener of this.#listeners) listener(change);
    for (const user of users) this.#replaceUser(user);
    for (const group of groups) this.#replaceGroup(group);
  }

  replaceSku(sku: SkuRow): void {
    const { skuId: id, capabilityStatus, units } = sku;
    this.#parts.store.saveRecords([{ kind: 'sku', id, value: { capabilityStatus, units } }]);
    this.#showSku(sku);
  }

  watch(listener: (change: TenantChange) => void): void {
    this.#listeners.push(listener);
  }

  /** Applies the stored changes to the generated rows. */
  applyStored(): void {
    const stored = readStored(this.#parts.store.readAll());
    for (const [id, value] of stored.users) {
      const user = this.users[this.placeOf('user', id) ?? -1];
      if (user) this.#replaceUser({ ...user, ...value });
    }
    for (const [id, value] of stored.groups) {
      const known = this.groups[this.placeOf('group', id) ?? -1];
      const index = known?.index ?? this.groups.length;
      this.#replaceGroup({ ...known, ...value, index, memberIds: known?.memberIds ?? [] });
    }
    for (const [groupId, { joined, left }] of stored.members) {
      const group = this.groups[this.placeOf('group', groupId) ?? -1];
      if (!group) continue;
      const kept = group.memberIds.filter((id) => !left.has(id) && !joined.has(id));
      this.#replaceGroup({ ...group, memberIds: [...kept, ...joined] });
    }
    const past = this.changes.load(stored.changes, this.#parts.clock.now());
    this.#parts.store.forgetChanges(past.map(({ sequence }) => String(sequence)));
    for (const { id, value } of this.#parts.store.readRecords('sku')) {
      const sku = this.sku(id);
      if (sku) this.#showSku({ ...sku, ...(value as Pick<SkuRow, 'capabilityStatus' | 'units'>) });
    }
  }

  close(): void {
    this.#parts.store.close();
  }

  #logged(kind: 'user' | 'group', row: UserRow | GroupRow, at: number): StoredChange[] {
    const before = kind === 'user' ? this.users[row.index] : this.groups[row.index];
    const change = this.changes.note(kind, before, row, at);
    return change ? [{ kind: 'change', id: String(change.sequence), value: change }] : [];
  }

  #showSku(sku: SkuRow): void {
    this.#parts.skus[this.skus.findIndex(({ skuId }) => skuId === sku.skuId)] = sku;
    this.#skuById.set(sku.skuId, sku);
    this.#parts.seats.own(sku);
  }

  #replaceUser(user: UserRow): void {
    const [oldName, newName] = [this.users[user.index], user].map((row) =>
      row?.userPrincipalName.toLowerCase(),
    );
    if (oldName !== undefined && oldName !== newName && this.#userIndex.get(oldName) === user.index)
      this.#userIndex.delete(oldName);
    this.#userIndex.set(user.userPrincipalName.toLowerCase(), user.index);
    this.#parts.seats.replace(this.users[user.index], user);
    this.#parts.users[user.index] = user;
  }

  #replaceGroup(group: GroupRow): void {
    const { added, removed } = memberDiff(this.groups[group.index]?.memberIds ?? [], group.memberIds);
    for (const id of added) this.#join(id, group.index);
    for (const id of removed) {
      const kept = this.#groupsOfMember.get(id)?.filter((index) => index !== group.index) ?? [];
      this.#groupsOfMember.set(id, kept);
    }
    this.#groupIndex.set(group.id, group.index);
    this.#parts.groups[group.index] = group;
  }

  #join(memberId: string, groupIndex: number): void {
    const holding = this.#groupsOfMember.get(memberId);
    if (holding) holding.push(groupIndex);
    else this.#groupsOfMember.set(memberId, [groupIndex]);
  }
}

function alive<Row extends UserRow | GroupRow>(
  rows: readonly Row[],
  index: number | undefined,
): Row | undefined {
  const row = index === undefined ? undefined : rows[index];
  return row?.deletedDateTime === undefined ? row : undefined;
}
