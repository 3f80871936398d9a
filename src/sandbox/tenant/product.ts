/** One service (app or feature) inside a product. */
export interface SeededPlan {
  readonly id: string;
  readonly name: string;
  /** Default `User`. */
  readonly appliesTo?: 'User' | 'Company';
  /** Ids of plans that a holder must have too. */
  readonly dependsOn?: readonly string[];
  /** Ids of plans that a holder must not have. */
  readonly excludes?: readonly string[];
  /** Countries (ISO 3166-1 alpha-2) in which the plan must not be used. */
  readonly prohibitedIn?: readonly string[];
}

/** The states of a subscription and of a SKU. */
export type CapabilityStatus = 'Enabled' | 'Warning' | 'Suspended' | 'Deleted' | 'LockedOut';

/** One purchase of a product. */
export interface SeededSubscription {
  readonly id: string;
  readonly commerceId: string;
  readonly status: CapabilityStatus;
  /** Seats bought, in a tenant of so many users. */
  readonly seats: (users: number) => number;
  readonly isTrial?: boolean;
  /** Days before the seed day on which it was bought. */
  readonly boughtDaysAgo: number;
  /** Days from the seed day to the next change of its life, negative when past; undefined: none planned. */
  readonly nextChangeInDays?: number;
}

/** One SKU of the tenant. */
export interface SeededProduct {
  readonly skuId: string;
  readonly partNumber: string;
  /** Its name for people; undefined where no catalogue knows it. */
  readonly product: string | undefined;
  readonly vendor: string | undefined;
  /** True if it is a Microsoft product. */
  readonly isFirstParty: boolean;
  /** Only `User` products can be assigned. */
  readonly appliesTo: 'User' | 'Company';
  readonly plans: readonly SeededPlan[];
  readonly subscriptions: readonly SeededSubscription[];
}

/** The same number of seats in a tenant of any size. */
export function exactly(seats: number): (users: number) => number {
  return () => seats;
}

/** Seats for a share of the users, never fewer than `least`. */
export function shareOf(share: number, least: number): (users: number) => number {
  return (users) => Math.max(least, Math.ceil((users * share) / 10) * 10);
}
