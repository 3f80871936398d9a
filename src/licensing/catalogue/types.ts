import type { InstallTarget } from '../../base/installTarget';
import type { ProductLinks } from '../product';

/** Data about one product that Graph does not have. */
export interface CatalogueEntry {
  /** Stable name within the catalogue: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly owner: 'isv' | 'microsoft';
  /** SKU ids (GUIDs) that are this product; empty for a product that Graph does not list. */
  readonly skuIds: readonly string[];
  /** SKU part numbers that are this product, compared without regard to case. */
  readonly skuPartNumbers: readonly string[];
  /** Assigned by Graph, or only in the vendor's own portal. Default is `graph`. */
  readonly assignedBy: 'graph' | 'vendor';
  readonly links: ProductLinks;
  readonly installTarget: InstallTarget | undefined;
  /** Application (client) id of the vendor's enterprise app in Entra. */
  readonly entraAppId: string | undefined;
  /** Display names by service plan id. */
  readonly planNames: Readonly<Record<string, string>>;
}

/** A validated catalogue. */
export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  /** Display names of Microsoft's own service plans by plan id; a product without any other plan is Microsoft's. */
  readonly microsoftPlans?: Readonly<Record<string, string>>;
  /** Host names that links of the entries lead to; nothing else is ever opened. */
  readonly linkHosts: ReadonlySet<string>;
}

/** An admin's choice: a product is an ISV app, or hidden. */
export type ProductChoice = 'isv' | 'hidden';

/** Decisions of the admin by product key, each with the name that the admin gave the product, if any. */
export type ProductChoices = Readonly<
  Record<string, ProductChoice | { readonly choice?: ProductChoice | undefined; readonly name: string }>
>;
