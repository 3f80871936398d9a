import { describeProducts } from '../../src/licensing/catalogue/describeProducts';
import { readCatalogue } from '../../src/licensing/catalogue/readCatalogue';
import catalogueJson from '../../src/sandbox/tenant/catalogue.json';
import { productIds, products } from '../../src/sandbox/tenant/products';
import { owned, productKeyOf } from '../licensing/support/samples';

const catalogue = readCatalogue(catalogueJson);
const planIds = new Set(
  products.filter(({ isFirstParty }) => isFirstParty).flatMap(({ plans }) => plans.map(({ id }) => id)),
);
const ownedProducts = products.map(({ skuId, partNumber }) => owned({ skuId, partNumber }));
const described = describeProducts(ownedProducts, catalogue, {}, 0);

test('the catalogue of the local tenant knows every product, but the one that nobody shall know', () => {
  const unknown = described.filter(({ classification }) => classification.owner === 'unknown');
  expect(unknown.map(({ key }) => key)).toEqual([productKeyOf(productIds.stranger)]);
});

test.each(products.filter(({ skuId }) => skuId !== productIds.stranger))(
  '$partNumber is described as the tenant means it, by id and by part number alike',
  ({ skuId, partNumber, product, vendor, isFirstParty }) => {
    const expected = {
      name: product,
      publisher: vendor,
      classification: { owner: isFirstParty ? 'microsoft' : 'isv', because: 'catalogue' },
    };
    expect(described.find(({ key }) => key === productKeyOf(skuId))).toMatchObject(expected);
    const [byPartNumber] = describeProducts([owned({ partNumber })], catalogue, {}, 0);
    expect(byPartNumber).toMatchObject(expected);
  },
);

test('plan names belong to plans of the product that they stand with', () => {
  for (const entry of catalogue.entries) {
    const seeded = products.find(({ skuId }) => entry.skuIds.includes(skuId));
    const planIds = seeded?.plans.map(({ id }) => id) ?? [];
    expect(planIds).toEqual(expect.arrayContaining(Object.keys(entry.planNames)));
  }
});

test('one product is outside of Graph, and the vendor alone assigns it', () => {
  const outside = described.filter(({ coverage }) => coverage.kind === 'not-visible');
  expect(outside).toHaveLength(1);
  expect(outside[0]?.links.manage).toBeDefined();
});

test('install targets of all four kinds are there', () => {
  const kinds = new Set(described.map(({ installTarget }) => installTarget?.kind));
  expect(kinds).toEqual(new Set(['teams-app', 'power-platform', 'marketplace', 'vendor-page', undefined]));
});

test('no two products are the same Teams app', () => {
  const ids = described.flatMap(({ installTarget }) =>
    installTarget?.kind === 'teams-app' ? [installTarget.teamsAppId] : [],
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('links lead to names that no one can own', () => {
  for (const host of catalogue.linkHosts) expect(host).toMatch(/\.example$/);
});

test('the plans of Microsoft are known by name, and so are products of nothing else', () => {
  const plans = [...planIds].map((id) => ({ id, partName: id, isUserScoped: true }));
  const unknown = owned({ skuId: 'b1e1f5c0-0000-4000-8000-000000000001', partNumber: 'NEW_SUITE', plans });
  const [product] = describeProducts([unknown], catalogue, {}, 0);
  expect(product?.classification).toEqual({ owner: 'microsoft', because: 'plans' });
  expect(Object.keys(product?.planNames ?? {})).toEqual([...planIds]);
});
