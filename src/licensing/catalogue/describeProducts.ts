import type { Coverage, Product } from '../product';
import type { SubscribedSku } from '../types';
import { judgeOwner } from './judgeOwner';
import { nextLifecycleAt, productState } from './productState';
import type { Catalogue, CatalogueEntry, ProductChoices } from './types';

/**
 * Joins what the tenant owns with what the catalogue and the admin say of it.
 * `now` is in milliseconds since 1970. Microsoft's own products are among them; what Graph does not list comes last.
 */
export function describeProducts(
  skus: readonly SubscribedSku[],
  catalogue: Catalogue,
  choices: ProductChoices,
  now: number,
): readonly Product[] {
  const findEntry = entryFinder(catalogue.entries);
  return [
    ...skus.map((sku) => describeSku(sku, findEntry(sku), choices[sku.skuId], now)),
    ...catalogue.entries.filter(isOutsideGraph).map((entry) => describeOutside(entry, choices)),
  ];
}

function entryFinder(entries: readonly CatalogueEntry[]): (sku: SubscribedSku) => CatalogueEntry | undefined {
  const byId = new Map(entries.flatMap((entry) => entry.skuIds.map((id) => [id, entry])));
  const byPartNumber = new Map(
    entries.flatMap((entry) => entry.skuPartNumbers.map((name) => [name.toLowerCase(), entry])),
  );
  return (sku) => byId.get(sku.skuId.toLowerCase()) ?? byPartNumber.get(sku.skuPartNumber.toLowerCase());
}

function describeSku(
  sku: SubscribedSku,
  entry: CatalogueEntry | undefined,
  choice: ProductChoices[string] | undefined,
  now: number,
): Product {
  return {
    key: sku.skuId,
    name: entry?.name ?? sku.skuPartNumber.replaceAll('_', ' '),
    publisher: entry?.publisher,
    verdict: judgeOwner(sku.skuPartNumber, entry, choice),
    coverage: coverageOf(sku, entry),
    state: productState(sku, now),
    nextLifecycleAt: nextLifecycleAt(sku.subscriptions, now),
    sku,
    ...knownOf(entry),
    isHidden: choice === 'hidden',
  };
}

function coverageOf(sku: SubscribedSku, entry: CatalogueEntry | undefined): Coverage {
  if (!sku.isUserScoped) return { kind: 'visible-only', because: 'organisation-wide' };
  if (sku.capability === 'locked-out') return { kind: 'visible-only', because: 'locked-out' };
  if (sku.capability === 'suspended' || sku.capability === 'deleted') {
    return { kind: 'visible-only', because: 'suspended' };
  }
  if (entry?.assignedBy === 'vendor') return { kind: 'visible-only', because: 'vendor-assigns' };
  return { kind: 'assignable' };
}

/** The vendor's own portal assigns it and no SKU stands for it, so only the catalogue can tell of it. */
function isOutsideGraph({ assignedBy, skuIds, skuPartNumbers }: CatalogueEntry): boolean {
  return assignedBy === 'vendor' && skuIds.length === 0 && skuPartNumbers.length === 0;
}

function describeOutside(entry: CatalogueEntry, choices: ProductChoices): Product {
  const key = `catalogue:${entry.id}`;
  return {
    key,
    name: entry.name,
    publisher: entry.publisher,
    verdict: { owner: entry.owner, because: 'catalogue' },
    coverage: { kind: 'not-visible', because: 'not-in-graph' },
    state: { kind: 'active' },
    nextLifecycleAt: undefined,
    sku: undefined,
    ...knownOf(entry),
    isHidden: choices[key] === 'hidden',
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
