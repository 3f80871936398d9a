import type { ApplicationRow, PermissionGrantRow, ServicePrincipalRow } from './appRegistrationRows';
import type { AuditLog } from './auditLog';
import type { ChangeLog } from './changeLog';
import type { CloudAssignmentRow, CloudSeatsRow } from './cloudRows';
import type { OwnedProducts } from './ownedProducts';
import type { Persona } from './personas';
import type { Records, RecordTable } from './recordTable';
import type { AppInstallationRow } from './appRows';
import type { GroupRow, RoleRow, SkuRow, SubscriptionRow, UnitRow, UserRow } from './rows';
import type { GroundTruth } from './groundTruth';

/** Rows that replace those with the same id; a group whose index is the length of the table is a new one. */
export interface TenantChange {
  readonly users?: readonly UserRow[];
  readonly groups?: readonly GroupRow[];
}

/** One fictional organization: its rows, and the one way to change them. */
export interface Tenant {
  readonly id: string;
  readonly defaultDomain: string;
  readonly displayName: string;
  readonly personas: readonly Persona[];
  /** Note about the opening, such as a stored state that was put aside. */
  readonly note?: string;
  /** Start of the day on which the tenant was first made, in milliseconds since 1970. */
  readonly seedDay: number;
  /** In the order of lists; those who were deleted stay in their places, marked as such. */
  readonly users: readonly UserRow[];
  /** In the order of lists. */
  readonly groups: readonly GroupRow[];
  readonly roles: readonly RoleRow[];
  readonly units: readonly UnitRow[];
  /** Everything that it was made with. */
  readonly owned: OwnedProducts;
  readonly skus: readonly SkuRow[];
  readonly subscriptions: readonly SubscriptionRow[];
  /** Log of changes and who made them. */
  readonly audits: AuditLog;
  /** Teams apps that people and teams have. */
  readonly installations: RecordTable<AppInstallationRow>;
  /** App registrations, the apps that the organization knows, and its consents, beside those of the sandbox's own app. */
  readonly applications: RecordTable<ApplicationRow>;
  readonly servicePrincipals: RecordTable<ServicePrincipalRow>;
  readonly permissionGrants: RecordTable<PermissionGrantRow>;
  /** Assignments of products that only cloud licensing has, and the pools that licenses of the directory come from. */
  readonly cloudAssignments: Records<CloudAssignmentRow>;
  /** Seats of products that only cloud licensing has. */
  readonly cloudSeats: Records<CloudSeatsRow>;
  /** A person by id or by user principal name, case ignored; undefined when deleted. */
  user(key: string): UserRow | undefined;
  /** A group by id; undefined when deleted. */
  group(id: string): GroupRow | undefined;
  /** Place of a person or group in its table, deleted or not. */
  placeOf(kind: 'user' | 'group', id: string): number | undefined;
  sku(skuId: string): SkuRow | undefined;
  /** Groups that hold a user or group directly. */
  groupsOf(memberId: string): readonly GroupRow[];
  /** Places of the people who hold a seat of the SKU, in the order of the table. */
  holderPlaces(skuId: string): readonly number[];
  /** People for whom a license of the group failed. */
  membersInError(groupId: string): readonly UserRow[];
  /** Changes since the tenant was made. */
  readonly changes: ChangeLog;
  /** Seats of the SKU in use: one for each holder, more for those whose license comes from several pools. */
  consumedUnits(skuId: string): number;
  /** Seats that can still be given; negative when over-allocated. */
  freeSeats(skuId: string): number;
  /** Stores the rows, all or none, and shows them from then on. */
  save(change: TenantChange): void;
  /** Stores the state of a SKU and its seats. */
  replaceSku(sku: SkuRow): void;
  /** Calls `listener` before each change from now on. */
  watch(listener: (change: TenantChange) => void): void;
  groundTruth(): GroundTruth;
  close(): void;
}
