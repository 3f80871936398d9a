import type { InstallTarget } from '../../base/installTarget';
import type { ProductLinks } from '../product';

/** What is known of one product beside what Graph tells. */
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
  /** Who assigns: Graph, or the vendor's own portal only. Default is `graph`. */
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
  /** Host names that links of the entries lead to; nothing else is ever opened. */
  readonly linkHosts: ReadonlySet<string>;
}

/** What the admin decided about a product whose owner nobody knows, by product key. */
export type ProductChoices = Readonly<Record<string, 'isv' | 'hidden'>>;
