/** Kind of a permission's state: agreed to, not agreed to, or not known since the sign-in did not answer. */
export type PermissionState = 'given' | 'missing' | 'unknown';

/** Form of an id, without the id. Ids of allotments are opaque, and samples show both (Graph beta: allotment). */
export type IdForm = 'guid' | 'base32' | 'other' | 'none';

/** Answer of Microsoft Graph to one question of the check. */
export interface CheckAnswer {
  /** Version, path and query, with `{id}` in place of each id, such as `beta/admin/cloudLicensing/allotments`. */
  readonly path: string;
  /** HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  /** Code of the error, and the innermost one; undefined for a success. */
  readonly code?: string | undefined;
  readonly innerCode?: string | undefined;
  /** Headers about limits, such as `x-ms-throttle-limit-percentage`, with their values. */
  readonly limits: Readonly<Record<string, string>>;
}

/** A service plan, which is the same in every tenant. */
export interface PlanShape {
  readonly id: string;
  readonly name: string;
  /** `User` or `Company` of the directory, or the kinds of cloud licensing, such as `user,group`. */
  readonly assignableTo: string;
}

/** A SKU of the directory, with the numbers of its seats. */
export interface SkuShape {
  readonly skuId: string;
  readonly partNumber: string;
  readonly appliesTo: string;
  readonly status: string;
  readonly units: {
    readonly enabled: number;
    readonly warning: number;
    readonly suspended: number;
    readonly lockedOut: number;
  };
  readonly consumed: number;
  readonly plans: readonly PlanShape[];
}

/** A purchase behind an allotment. */
export interface PurchaseShape {
  readonly state: string;
  readonly tags: string;
  /** Days from the day of the check; undefined where none is planned or it can't be read. */
  readonly nextChangeInDays: number | undefined;
  /** True if the dates came with a time, other than documented. */
  readonly hasTime: boolean;
}

/** An allotment of cloud licensing, without its id. */
export interface AllotmentShape {
  readonly idForm: IdForm;
  readonly skuId: string | undefined;
  readonly partNumber: string | undefined;
  readonly catalogId: string | undefined;
  readonly managementScope: string | undefined;
  readonly assignableTo: string;
  readonly units: number;
  readonly consumed: number;
  readonly plans: readonly PlanShape[];
  readonly purchases: readonly PurchaseShape[];
  /** Names of properties that this version of the app does not know. */
  readonly otherProperties: readonly string[];
}

/** Something that this app infers and the check settles; `unknown` where nothing in the tenant shows it. */
export type FindingState = 'yes' | 'no' | 'unknown';

/** Findings by name. */
export interface Findings {
  /** Single objects of cloud licensing come inside `value`. */
  readonly wrapsSingles: FindingState;
  /** A page of assignments may have more than 100 rows. */
  readonly largePages: FindingState;
  /** Allotments can be read together with those who wait. */
  readonly expandsWaiting: FindingState;
  /** Assignments name who holds them. */
  readonly expandsAssignedTo: FindingState;
  /** Some allotments have no SKU, so that the directory does not have the product. */
  readonly hasProductsWithoutSku: FindingState;
  /** Some allotments have an id of the marketplace's catalog. */
  readonly hasCatalogIds: FindingState;
  /** Some SKU has several allotments, of each of which a person may hold a seat. */
  readonly hasSeveralPools: FindingState;
  /** The older usage rights name catalog ids of the signed-in person's products. */
  readonly usageRightsHaveCatalogIds: FindingState;
}

/**
 * Report of a check of a tenant: what it has and how its services answer. It holds no name, address or id of a person, group
 * or tenant, so that it can be given away; ids and names of products and plans are the same in every tenant.
 */
export interface TenantReport {
  readonly format: 'isv-licenses-tenant-report';
  readonly version: 1;
  /** Calendar date in UTC. */
  readonly madeOn: string;
  readonly appVersion: string;
  /** Origin of Microsoft Graph, which tells the cloud. */
  readonly graph: string;
  readonly permissions: Readonly<Record<string, PermissionState>>;
  /** Template ids of the signed-in person's roles, which are the same in every tenant. */
  readonly roles: readonly string[];
  readonly answers: readonly CheckAnswer[];
  /** Undefined where they could not be counted, as for groups. */
  readonly people: number | undefined;
  readonly groups: number | undefined;
  /** Undefined where they could not be read, as for `allotments`. */
  readonly skus: readonly SkuShape[] | undefined;
  readonly allotments: readonly AllotmentShape[] | undefined;
  /** True where more pages of allotments follow, which were not read. */
  readonly hasMoreAllotments: boolean;
  readonly findings: Findings;
}
