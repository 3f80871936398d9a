import type { ProductKey } from './keys';
import type { OwnedProduct, ProductIdentifiers, ServicePlan } from './types';

/**
 * Joins the products of both doors by their keys, the directory's first and in their order. A product of both is read and
 * changed through cloud licensing if it has several pools there, since the directory shows them as one, else through the
 * directory. What only one door lists stays as it is.
 */
export function joinProducts(
  ofDirectory: readonly OwnedProduct[],
  ofCloud: readonly OwnedProduct[],
): readonly OwnedProduct[] {
  const byKey = new Map(ofCloud.map((product) => [product.key, product]));
  const known = new Set(ofDirectory.map(({ key }) => key));
  return [
    ...ofDirectory.map((product) => {
      const other = byKey.get(product.key);
      return other ? joinProduct(product, other) : product;
    }),
    ...ofCloud.filter(({ key }) => !known.has(key)),
  ];
}

/** Returns the keys of those of `ofCloud` that are read and changed through cloud licensing; `listed` are the directory's. */
export function keysThroughCloud(
  ofCloud: readonly OwnedProduct[],
  listed: ReadonlySet<ProductKey>,
): ReadonlySet<ProductKey> {
  const through = ofCloud.filter((product) => hasSeveralPools(product) || !listed.has(product.key));
  return new Set(through.map(({ key }) => key));
}

/** True for a product of cloud licensing that the directory shows as one pool. */
export function hasSeveralPools({ pools }: OwnedProduct): boolean {
  return pools.length > 1;
}

function joinProduct(directory: OwnedProduct, cloud: OwnedProduct): OwnedProduct {
  const [first, second] = hasSeveralPools(cloud) ? [cloud, directory] : [directory, cloud];
  const isCloudFirst = first === cloud;
  return {
    ...first,
    identifiers: joinIdentifiers(first.identifiers, second.identifiers),
    plans: joinPlans(first.plans, second.plans),
    doors: isCloudFirst ? ['cloud-licensing', 'directory'] : ['directory', 'cloud-licensing'],
    ...((directory.isIncomplete ?? cloud.isIncomplete) && { isIncomplete: true }),
  };
}

function joinIdentifiers(first: ProductIdentifiers, second: ProductIdentifiers): ProductIdentifiers {
  const catalogId = first.catalogId ?? second.catalogId;
  return {
    skuId: first.skuId ?? second.skuId,
    partNumber: first.partNumber ?? second.partNumber,
    ...(catalogId !== undefined && { catalogId }),
  };
}

function joinPlans(first: readonly ServicePlan[], second: readonly ServicePlan[]): readonly ServicePlan[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
}
