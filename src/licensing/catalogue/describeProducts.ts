import type { Coverage, Product, ProductClassification } from '../product';
import { productSpaces, toProductKey } from '../keys';
import { isClosed } from '../pools';
import type { OwnedProduct } from '../types';
import { nextLifecycleAt, productState, subscriptionsOf } from './productState';
import type { Catalogue, CatalogueEntry, ProductChoice, ProductChoices } from './types';

/**
 * Combines the products that the tenant owns with the data of the catalog and the admin's choices.
 * `now` is in milliseconds since 1970. Microsoft's own products are included; products that Graph does not list come last.
 */
export function describeProducts(
  owned: readonly OwnedProduct[],
  catalogue: Catalogue,
  choices: ProductChoices,
  now: number,
): readonly Product[] {
  const findEntry = entryFinder(catalogue.entries);
  const { microsoftPlans = {} } = catalogue;
  return [
    ...owned.map((product) =>
      describeOwned(product, findEntry(product), choices[product.key], { microsoftPlans, now }),
    ),
    ...catalogue.entries.filter(isOutsideGraph).map((entry) => describeOutside(entry, choices)),
  ];
}

function entryFinder(
  entries: readonly CatalogueEntry[],
): (product: OwnedProduct) => CatalogueEntry | undefined {
  const byId = new Map(entries.flatMap((entry) => entry.skuIds.map((id) => [id, entry])));
  const byPartNumber = new Map(
    entries.flatMap((entry) => entry.skuPartNumbers.map((name) => [name.toLowerCase(), entry])),
  );
  return ({ identifiers: { skuId, partNumber, catalogId } }) =>
    byId.get(skuId?.toLowerCase() ?? '') ??
    byPartNumber.get(partNumber?.toLowerCase() ?? '') ??
    byPartNumber.get(catalogId?.toLowerCase() ?? '');
}

function describeOwned(
  owned: OwnedProduct,
  entry: CatalogueEntry | undefined,
  decision: ProductChoices[string] | undefined,
  { microsoftPlans, now }: { readonly microsoftPlans: CatalogueEntry['planNames']; readonly now: number },
): Product {
  const { choice, name } = partsOf(decision);
  const state = productState(owned, now);
  return {
    key: owned.key,
    ...namesFor(name, entry?.name ?? nameOf(owned)),
    publisher: entry?.publisher,
    classification: classifyOwner(owned, entry, choice, microsoftPlans),
    coverage: coverageOf(owned, entry),
    state,
    nextLifecycleAt: state.kind === 'disabled' ? undefined : nextLifecycleAt(subscriptionsOf(owned), now),
    owned,
    ...knownOf(entry),
    planNames: { ...namesOf(owned, microsoftPlans), ...entry?.planNames },
    isHidden: choice === 'hidden',
  };
}

/** Ids of the commerce store, such as CFQ7TTC0KCRG:0001, and `publisher.offer.plan`; no SKU of Microsoft's own has such an id. */
const marketplaceShapes = [
  /^CFQ7TTC[\dA-Z]{4,8}(?:[:/][\dA-Z]{4})?$/i,
  /^[\da-z][\w-]*(?:\.[\da-z][\w-]*){2,}$/i,
];

/**
 * Classifies the owner of a product: by the catalogue, else by the admin's choice, else by the form of its part number, else
 * by its plans.
 */
function classifyOwner(
  { identifiers: { skuId, partNumber, catalogId }, plans }: OwnedProduct,
  entry: CatalogueEntry | undefined,
  choice: ProductChoice | undefined,
  microsoftPlans: CatalogueEntry['planNames'],
): ProductClassification {
  if (entry) return { owner: entry.owner, because: 'catalogue' };
  if (choice) return { owner: choice === 'isv' ? 'isv' : 'unknown', because: 'admin-choice' };
  if (partNumber !== undefined && marketplaceShapes.some((shape) => shape.test(partNumber))) {
    return { owner: 'isv', because: 'identifier-shape' };
  }
  // A vendor's product may have a plan of Microsoft beside its own, so one is not enough.
  if (plans.length > 0 && plans.every(({ id }) => id in microsoftPlans)) {
    return { owner: 'microsoft', because: 'plans' };
  }
  // Inferred: licenses of third parties are not provisioned in the directory, so they have no SKU (Graph beta: cloud licensing).
  if (skuId === undefined && catalogId !== undefined) return { owner: 'isv', because: 'identifier-shape' };
  return { owner: 'unknown', because: 'nothing-known' };
}

/** Splits a decision into its parts. */
function partsOf(decision: ProductChoices[string] | undefined): {
  readonly choice?: ProductChoice | undefined;
  readonly name?: string;
} {
  return typeof decision === 'object' ? decision : { choice: decision };
}

function namesFor(chosen: string | undefined, other: string): Pick<Product, 'name' | 'defaultName'> {
  return chosen === undefined ? { name: other } : { name: chosen, defaultName: other };
}

/** Returns the names of those of the product's plans that are Microsoft's. */
function namesOf({ plans }: OwnedProduct, microsoftPlans: CatalogueEntry['planNames']): Product['planNames'] {
  return Object.fromEntries(
    plans.flatMap(({ id }) => {
      const name = microsoftPlans[id];
      return name === undefined ? [] : [[id, name]];
    }),
  );
}

/** Returns the part number in words, the plans if there is none, or the key if nothing else is known. */
function nameOf({ key, identifiers, plans }: OwnedProduct): string {
  const name = identifiers.partNumber ?? plans.map(({ partName }) => partName).join(', ');
  return name === '' ? (identifiers.skuId ?? key) : name.replaceAll('_', ' ');
}

function coverageOf(owned: OwnedProduct, entry: CatalogueEntry | undefined): Coverage {
  // Of an allotment it means that the vendor keeps its seats to itself, or that they are for devices.
  if (!owned.isUserScoped)
    return {
      kind: 'visible-only',
      because: owned.doors?.[0] === 'cloud-licensing' ? 'not-for-people' : 'organization-wide',
    };
  if (owned.isUnidentified) return { kind: 'visible-only', because: 'unidentified' };
  if (isClosed(owned.capability)) return { kind: 'visible-only', because: owned.capability };
  if (entry?.assignedBy === 'vendor') return { kind: 'visible-only', because: 'vendor-assigns' };
  return { kind: 'assignable' };
}

/** True for a product without a SKU that only the vendor's own portal assigns; only the catalog knows it. */
function isOutsideGraph({ assignedBy, skuIds, skuPartNumbers }: CatalogueEntry): boolean {
  return assignedBy === 'vendor' && skuIds.length === 0 && skuPartNumbers.length === 0;
}

function describeOutside(entry: CatalogueEntry, choices: ProductChoices): Product {
  const key = toProductKey(productSpaces.catalogue, entry.id);
  const { choice, name } = partsOf(choices[key]);
  return {
    key,
    ...namesFor(name, entry.name),
    publisher: entry.publisher,
    classification: { owner: entry.owner, because: 'catalogue' },
    coverage: { kind: 'not-visible', because: 'not-in-graph' },
    state: { kind: 'active' },
    nextLifecycleAt: undefined,
    owned: undefined,
    ...knownOf(entry),
    isHidden: choice === 'hidden',
  };
}

function knownOf(
  entry: CatalogueEntry | undefined,
): Pick<Product, 'links' | 'installTarget' | 'entraAppId' | 'planNames'> {
  return {
    links: entry?.links ?? {},
    installTarget: entry?.installTarget,
    entraAppId: entry?.entraAppId,
    planNames: entry?.planNames ?? {},
  };
}
