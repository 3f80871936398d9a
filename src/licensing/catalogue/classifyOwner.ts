import type { ProductClassification } from '../product';
import type { OwnedProduct } from '../types';
import type { CatalogueEntry, ProductChoice } from './types';

/** Ids of the commerce store, such as CFQ7TTC0KCRG:0001, and `publisher.offer.plan`: no SKU of Microsoft's directory has them. */
const marketplaceShapes = [
  /^CFQ7TTC[\dA-Z]{4,8}(?:[:/][\dA-Z]{4})?$/i,
  /^[\da-z][\w-]*(?:\.[\da-z][\w-]*){2,}$/i,
];

/**
 * Classifies the owner of a product: by the catalogue, else by the admin's choice, else by the form of its part number, else
 * by its plans.
 */
export function classifyOwner(
  { identifiers: { partNumber }, plans }: OwnedProduct,
  entry: CatalogueEntry | undefined,
  choice: ProductChoice | undefined,
  microsoftPlans: CatalogueEntry['planNames'],
): ProductClassification {
  if (entry) return { owner: entry.owner, because: 'catalogue' };
  if (choice) return { owner: choice === 'isv' ? 'isv' : 'unknown', because: 'admin-choice' };
  if (partNumber !== undefined && marketplaceShapes.some((shape) => shape.test(partNumber))) {
    return { owner: 'isv', because: 'identifier-shape' };
  }
  // A vendor's product may carry a plan of Microsoft's beside its own, so that one is not enough.
  if (plans.length > 0 && plans.every(({ id }) => id in microsoftPlans)) {
    return { owner: 'microsoft', because: 'plans' };
  }
  return { owner: 'unknown', because: 'nothing-known' };
}
