import type { GroupRow, RoleRow, SkuRow, SubscriptionRow, UserRow } from './rows';
import type { TenantTruth } from './truth';

/** The accounts that the host page can sign in. */
export type PersonaKey =
  'global-admin' | 'license-admin' | 'user-admin' | 'groups-admin' | 'global-reader' | 'member' | 'guest';

/** A fixed account of every tenant. */
export interface Persona {
  key: PersonaKey;
  userId: string;
  displayName: string;
  userPrincipalName: string;
  /** Templates of the directory roles that the account holds; none for member and guest. */
  roleTemplateIds: readonly string[];
}

/** Rows that take the place of those with the same id. */
export interface TenantChange {
  readonly users?: readonly UserRow[];
  readonly groups?: readonly GroupRow[];
}

/** One fictional organisation: its rows, and the one way to change them. */
export interface Tenant {
  readonly id: string;
  readonly defaultDomain: string;
  readonly displayName: string;
  readonly personas: readonly Persona[];
  /** What a person should know of the opening, such as a stored state that was put aside. */
  readonly note?: string;
  /** Start of the day on which the tenant was first made, in milliseconds since 1970. */
  readonly seedDay: number;
  /** In the order of lists. */
  readonly users: readonly UserRow[];
  /** In the order of lists. */
  readonly groups: readonly GroupRow[];
  readonly roles: readonly RoleRow[];
  readonly skus: readonly SkuRow[];
  readonly subscriptions: readonly SubscriptionRow[];
  /** A person by id or by user principal name, case ignored. */
  user(key: string): UserRow | undefined;
  group(id: string): GroupRow | undefined;
  sku(skuId: string): SkuRow | undefined;
  /** Groups that hold a user or group directly. */
  groupsOf(memberId: string): readonly GroupRow[];
  /** People who hold a seat of the SKU. */
  consumedUnits(skuId: string): number;
  /** Seats that can still be given; negative when over-allocated. */
  freeSeats(skuId: string): number;
  /** Stores the rows, all or none, and shows them from then on. */
  save(change: TenantChange): void;
  truth(): TenantTruth;
  close(): void;
}
