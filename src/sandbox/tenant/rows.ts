import type { CapabilityStatus, SeededPlan } from './product';

/** Error of a license source that is not in effect, by Graph's names (Graph: licenseAssignmentState). */
export type LicenseError =
  | 'None'
  | 'CountViolation'
  | 'MutuallyExclusiveViolation'
  | 'DependencyViolation'
  | 'ProhibitedInUsageLocationViolation'
  | 'Other';

/** One path by which a person gets a license; a person may have several for one SKU. */
export interface LicenseSource {
  readonly skuId: string;
  /** The group that gives it; null when assigned directly. */
  readonly groupId: string | null;
  readonly disabledPlans: readonly string[];
  readonly state: 'Active' | 'Error';
  readonly error: LicenseError;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** One person. Rows are never changed in place, only replaced. */
export interface UserRow {
  /** Place in the table, which is the order of lists. */
  readonly index: number;
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly mailNickname: string;
  /** Addresses of the mailbox: the primary one after `SMTP:`, others after `smtp:`. */
  readonly proxyAddresses: readonly string[];
  /** Further addresses, which several people may have. */
  readonly otherMails: readonly string[];
  /** Name of the account in the on-premises directory that it comes from; null for an account of the cloud. */
  readonly onPremisesSamAccountName: string | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly companyName: string;
  readonly officeLocation: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly usageLocation: string | null;
  readonly preferredLanguage: string;
  readonly businessPhones: readonly string[];
  readonly mobilePhone: string | null;
  readonly employeeId: string | null;
  readonly employeeType: string | null;
  readonly accountEnabled: boolean;
  readonly userType: 'Member' | 'Guest';
  readonly createdDateTime: string;
  readonly hasPhoto: boolean;
  readonly licenses: readonly LicenseSource[];
  /** Time of the user's deletion, as Graph writes times; undefined if not deleted. */
  readonly deletedDateTime?: string;
  /** True if the user was deleted permanently before thirty days had passed. */
  readonly isPurged?: true;
}

/** A SKU that a group gives to its members. */
export interface GroupLicense {
  readonly skuId: string;
  readonly disabledPlans: readonly string[];
}

/** Progress of the service with a group's licenses (Graph: licenseProcessingState). */
export type ProcessingState = 'QueuedForProcessing' | 'ProcessingInProgress' | 'ProcessingComplete';

/** One group. Rows are never changed in place, only replaced. */
export interface GroupRow {
  readonly index: number;
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly groupTypes: readonly ('Unified' | 'DynamicMembership')[];
  readonly securityEnabled: boolean;
  readonly mailEnabled: boolean;
  readonly mailNickname: string;
  readonly mail: string | null;
  readonly membershipRule: string | null;
  readonly isAssignableToRole: boolean | null;
  readonly onPremisesSyncEnabled: boolean | null;
  readonly visibility: 'Private' | 'Public' | null;
  /** True for a Microsoft 365 group with a team. */
  readonly isTeam?: boolean;
  readonly createdDateTime: string;
  /** Ids of direct members: users and groups. */
  readonly memberIds: readonly string[];
  readonly licenses: readonly GroupLicense[];
  readonly processing: ProcessingState;
  /** Milliseconds since 1970 at which the processing takes its next step; undefined when complete. */
  readonly nextStepAt?: number;
  /** Time of the group's deletion, as Graph writes times; undefined if not deleted. */
  readonly deletedDateTime?: string;
  /** True if the group was deleted permanently before thirty days had passed. */
  readonly isPurged?: true;
}

/** One activated directory role. */
export interface RoleRow {
  readonly id: string;
  readonly roleTemplateId: string;
  readonly displayName: string;
  readonly description: string;
  readonly memberIds: readonly string[];
}

/** One administrative unit, whose members are the people of a department (Entra: dynamic membership). */
export interface UnitRow {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly department: string;
}

/** Seats of a SKU by the state of the subscriptions that bring them. */
export interface UnitCounts {
  readonly enabled: number;
  readonly warning: number;
  readonly suspended: number;
  readonly lockedOut: number;
}

/** One SKU that the tenant owns. */
export interface SkuRow {
  readonly skuId: string;
  readonly partNumber: string;
  readonly appliesTo: 'User' | 'Company';
  readonly capabilityStatus: CapabilityStatus;
  readonly units: UnitCounts;
  readonly plans: readonly SeededPlan[];
  readonly subscriptionIds: readonly string[];
}

/** One purchase. */
export interface SubscriptionRow {
  readonly id: string;
  readonly commerceId: string;
  readonly skuId: string;
  readonly partNumber: string;
  readonly status: CapabilityStatus;
  readonly totalLicenses: number;
  readonly isTrial: boolean;
  readonly createdDateTime: string;
  readonly nextLifecycleDateTime: string | null;
  readonly plans: readonly SeededPlan[];
}
