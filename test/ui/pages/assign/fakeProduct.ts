import type { Product } from '../../../../src/licensing/product';
import { fakeSku } from '../../support/fakeServices';

/** A product that can be assigned, with so many seats free. */
export function fakeProduct({ available = 1_000_000 }: { readonly available?: number } = {}): Product {
  const sku = fakeSku({ seats: { total: available + 4, assigned: 4, available } });
  return {
    key: sku.skuId,
    name: 'Plover Notes',
    publisher: 'Plover',
    verdict: { owner: 'isv', because: 'catalogue' },
    coverage: { kind: 'assignable' },
    state: { kind: 'active' },
    nextLifecycleAt: undefined,
    sku,
    links: {},
    installTarget: undefined,
    entraAppId: undefined,
    planNames: {},
    isHidden: false,
  };
}
