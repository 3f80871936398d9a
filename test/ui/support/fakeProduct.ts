import type { AssignableProduct } from '../../../src/licensing/product';
import { fakeOwned } from './fakeServices';

/** Properties of the product. */
interface FakeProductOptions {
  /** Number of available licenses; default is a million. */
  readonly available?: number;
  /** Default is the first, which is "Plover Notes"; others are "Product <number>". */
  readonly number?: number;
}

/** An assignable product. */
export function fakeProduct({
  available = 1_000_000,
  number = 1,
}: FakeProductOptions = {}): AssignableProduct {
  const owned = fakeOwned({
    skuId: `20000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    seats: { total: available + 4, assigned: 4, available },
  });
  return {
    key: owned.key,
    name: number === 1 ? 'Plover Notes' : `Product ${number}`,
    publisher: 'Plover',
    classification: { owner: 'isv', because: 'catalogue' },
    coverage: { kind: 'assignable' },
    state: { kind: 'active' },
    nextLifecycleAt: undefined,
    owned,
    links: {},
    installTarget: undefined,
    entraAppId: undefined,
    planNames: {},
    isHidden: false,
  };
}
