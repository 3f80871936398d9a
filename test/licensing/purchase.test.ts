import { describeProducts } from '../../src/licensing/catalogue/describeProducts';
import type { CatalogueEntry } from '../../src/licensing/catalogue/types';
import { sellerOf } from '../../src/licensing/purchase';
import type { OwnedProduct } from '../../src/licensing/types';
import { fakeEntry, fakeOwned } from '../ui/support/fakeServices';

const manage = 'https://plover.example/buy';
const website = 'https://plover.example';
const fromMarketplace = fakeOwned({
  identifiers: { skuId: undefined, partNumber: undefined, catalogId: 'G2ALO6SPZNK7:0001' },
});

function seller(owned: readonly OwnedProduct[], entries: readonly CatalogueEntry[]) {
  const [product] = describeProducts(owned, { entries, linkHosts: new Set() }, {}, 0);
  return product && sellerOf(product);
}

test.each([
  ['of the marketplace', [fromMarketplace], [], 'microsoft'],
  ["of Microsoft's own", [fakeOwned()], [fakeEntry({ owner: 'microsoft' })], 'microsoft'],
  ['whose vendor has a page for it', [fakeOwned()], [fakeEntry({ links: { manage } })], 'vendor'],
  ['that the vendor assigns', [], [fakeEntry({ skuIds: [], assignedBy: 'vendor' })], 'vendor'],
  ['of which just a website is known', [fakeOwned()], [fakeEntry({ links: { website } })], 'unknown'],
  ['of which nothing is known', [fakeOwned()], [], 'unknown'],
] as const)('the number of licenses of a product %s', (_name, owned, entries, expected) => {
  expect(seller(owned, entries)).toBe(expected);
});
