import type { InstallTarget } from '../base/installTarget';
import type { ProductKey } from './keys';
import type { ClosedCapability, OwnedProduct } from './types';

/** Owner of a product, and how that is known. Graph itself has no mark for third-party products. */
export interface ProductClassification {
  readonly owner: 'isv' | 'microsoft' | 'unknown';
  readonly because:
    | 'catalogue'
    /** The admin chose "Treat as ISV app" or "Hide". */
    | 'admin-choice'
    /** The identifier has a form that only marketplace products have. */
    | 'identifier-shape'
    /** All its service plans are known as Microsoft's. */
    | 'plans'
    | 'nothing-known';
}

/** Ability of this app to change the holders of a product. */
export type Coverage =
  | { readonly kind: 'assignable' }
  | {
      readonly kind: 'visible-only';
      readonly because:
        | 'organization-wide'
        | 'suspended'
        | 'deleted'
        | 'locked-out'
        | 'vendor-assigns'
        /** No pool of it can be given to users or groups. */
        | 'not-for-people'
        /** The service did not identify the product. */
        | 'unidentified'
        /** The tenant no longer lists it, and people still hold it. */
        | 'not-listed';
    }
  /** Declared in the catalogue; Graph does not list it. */
  | { readonly kind: 'not-visible'; readonly because: 'not-in-graph' };

/** State that a list shows; the most severe one if several apply. */
export type ProductState =
  | { readonly kind: 'active' }
  /** The service did not say. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'trial'; readonly daysLeft: number | undefined }
  /** Renews or ends within 30 days. */
  | { readonly kind: 'expiring'; readonly daysLeft: number }
  /** Past its end, in the grace period; seats still work. `endsAt` is the first end of a grace period, where known. */
  | { readonly kind: 'expired'; readonly endsAt: string | undefined }
  | { readonly kind: 'over-allocated'; readonly by: number }
  /** No seat works. */
  | { readonly kind: 'disabled'; readonly because: ClosedCapability };

/** Links of a product; https only. */
export interface ProductLinks {
  /** Page of the vendor on which the number of licenses is changed. */
  readonly manage?: string;
  readonly website?: string;
  readonly support?: string;
}

/** A product as the screens show it, with data of the catalog. */
export interface Product {
  readonly key: ProductKey;
  readonly name: string;
  /** Name that is shown again when the admin's own is removed; undefined if the admin gave none. */
  readonly defaultName?: string | undefined;
  readonly publisher: string | undefined;
  readonly classification: ProductClassification;
  readonly coverage: Coverage;
  readonly state: ProductState;
  /** ISO date-time of the next renewal or end of a usable subscription; a calendar date, so its UTC day counts. */
  readonly nextLifecycleAt: string | undefined;
  /** Undefined for a product that only the catalogue knows. */
  readonly owned: OwnedProduct | undefined;
  readonly links: ProductLinks;
  readonly installTarget: InstallTarget | undefined;
  readonly entraAppId: string | undefined;
  /** Display names of service plans by plan id, where the catalogue has them. */
  readonly planNames: Readonly<Record<string, string>>;
  /** The admin chose to hide it. */
  readonly isHidden: boolean;
}

/** A product that the tenant owns, including a suspended one, which cannot be assigned. */
export interface TenantProduct extends Product {
  readonly owned: OwnedProduct;
}

/** A product of which this app can give licenses. */
export type AssignableProduct = TenantProduct;
