import type { TenantChange } from './tenant';
import type { GroupRow, SkuRow, UserRow } from './rows';
import type { SeatBook } from './seatBook';
import type { StoredChange, TenantStore } from './tenantStore';
import type { TenantTruth } from './truth';
import { truthOf } from './truth';

interface Parts {
  readonly users: UserRow[];
  readonly groups: GroupRow[];
  readonly skus: readonly SkuRow[];
  readonly seats: SeatBook;
  readonly store: TenantStore;
}

type StoredUser = Pick<UserRow, 'usageLocation' | 'licenses'>;
type StoredGroup = Pick<GroupRow, 'licenses' | 'processing' | 'nextStepAt'>;

/** The rows of a tenant with their indexes; every change goes through the store first. */
export class TenantTables {
  readonly users: readonly UserRow[];
  readonly groups: readonly GroupRow[];
  readonly skus: readonly SkuRow[];
  readonly #parts: Parts;
  readonly #userIndex = new Map<string, number>();
  readonly #groupIndex = new Map<string, number>();
  readonly #skuById: ReadonlyMap<string, SkuRow>;
  readonly #groupsOfMember = new Map<string, number[]>();

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
      for (const memberId of group.memberIds) {
        const holding = this.#groupsOfMember.get(memberId);
        if (holding) holding.push(group.index);
        else this.#groupsOfMember.set(memberId, [group.index]);
      }
    }
  }

  user(key: string): UserRow | undefined {
    return at(this.users, this.#userIndex.get(key) ?? this.#userIndex.get(key.toLowerCase()));
  }

  group(id: string): GroupRow | undefined {
    return at(this.groups, this.#groupIndex.get(id.toLowerCase()));
  }

  sku(skuId: string): SkuRow | undefined {
    return this.#skuById.get(skuId.toLowerCase());
  }

  groupsOf(memberId: string): readonly GroupRow[] {
    return (this.#groupsOfMember.get(memberId) ?? []).flatMap((index) => at(this.groups, index) ?? []);
  }

  consumedUnits(skuId: string): number {
    return this.#parts.seats.consumed(skuId);
  }

  freeSeats(skuId: string): number {
    return this.#parts.seats.free(skuId);
  }

  save(change: TenantChange): void {
    const { users = [], groups = [] } = change;
    this.#parts.store.save([...users.map(storedUser), ...groups.map(storedGroup)]);
    for (const user of users) this.#replaceUser(user);
    for (const group of groups) this.#parts.groups[group.index] = group;
  }

  /** Lays what the store remembers over the rows that the generator made. */
  applyStored(): void {
    for (const { kind, id, value } of this.#parts.store.readAll()) {
      const user = kind === 'user' ? this.user(id) : undefined;
      if (user) this.#replaceUser({ ...user, ...(value as StoredUser) });
      const group = kind === 'group' ? this.group(id) : undefined;
      if (group) this.#parts.groups[group.index] = { ...group, ...(value as StoredGroup) };
    }
  }

  truth(): TenantTruth {
    return truthOf(this.users, this.skus, this.#parts.seats);
  }

  close(): void {
    this.#parts.store.close();
  }

  #replaceUser(user: UserRow): void {
    this.#parts.seats.replace(this.users[user.index], user);
    this.#parts.users[user.index] = user;
  }
}

function at<Row>(rows: readonly Row[], index: number | undefined): Row | undefined {
  return index === undefined ? undefined : rows[index];
}

function storedUser({ id, usageLocation, licenses }: UserRow): StoredChange {
  return { kind: 'user', id, value: { usageLocation, licenses } satisfies StoredUser };
}

function storedGroup({ id, licenses, processing, nextStepAt }: GroupRow): StoredChange {
  return { kind: 'group', id, value: { licenses, processing, nextStepAt } satisfies StoredGroup };
}
