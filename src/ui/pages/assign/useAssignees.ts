import { useCallback, useId, useMemo, useState } from 'react';
import type { Principal } from '../../../base/principal';
import type { ProductKey } from '../../../licensing/keys';
import { runPreflight } from '../../../licensing/preflight/runPreflight';
import type { Preflight } from '../../../licensing/preflight/preflight';
import type { AssignableProduct, Product } from '../../../licensing/product';
import type { Batch } from '../../queries/holdings';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import {
  noAssignees,
  withLocations,
  withoutPeople,
  withoutProduct,
  withPeople,
  withProduct,
  type ListChange,
} from './assignees';
import { useChecks, type Checks } from './useChecks';

/** Who is in the list, which products they are to get, and what is known of each before anything is sent. */
export interface Assignees {
  readonly principals: readonly Principal[];
  readonly chosenIds: ReadonlySet<string>;
  /** The first is the one that the pane is about. */
  readonly products: readonly AssignableProduct[];
  readonly checks: Checks;
  readonly preflight: Preflight;
  /** What changed last, for screen readers. */
  readonly lastChange: ListChange | undefined;
  /** Puts principals at the end of the list; who is in it already stays where they are. */
  readonly add: (principals: readonly Principal[]) => void;
  readonly remove: (ids: ReadonlySet<string>) => void;
  /** Takes over usage locations that were set, by the ids of people. */
  readonly setUsageLocations: (locations: ReadonlyMap<string, string>) => void;
  /** Takes one more product, which everybody is to get besides. */
  readonly addProduct: (productKey: ProductKey) => void;
  /** Takes off a product other than the first. */
  readonly removeProduct: (productKey: ProductKey) => void;
  /** Begins anew, with nobody and the first product. */
  readonly clear: () => void;
}

const noBatches: readonly Batch[] = [];
const noProducts: readonly Product[] = [];

/**
 * Keeps the list of those who shall get a product and perhaps others of the `assignable`, judged anew whenever something
 * is learnt. Once it is sent (`isChoosing` is false) nothing is looked up any more.
 */
export function useAssignees(
  first: AssignableProduct,
  assignable: readonly AssignableProduct[],
  isChoosing: boolean,
): Assignees {
  const { me } = useServices();
  const listId = useId();
  const firstKey = first.key;
  const [chosen, setChosen] = useState(() => noAssignees(firstKey));
  const { principals, chosenIds, productKeys, batches, lastChange } = chosen;
  const products = useMemo(
    () => [
      first,
      ...productKeys.slice(1).flatMap((chosenKey) => assignable.find(({ key }) => key === chosenKey) ?? []),
    ],
    [first, productKeys, assignable],
  );
  const needed = useMemo(
    () => batches.filter((batch) => batch.products.some((key) => productKeys.includes(key))),
    [batches, productKeys],
  );
  const checks = useChecks(isChoosing ? needed : noBatches, productKeys);
  const { holdings, groups } = checks;
  const { products: tenant = noProducts } = useProducts();
  const preflight = useMemo(
    () =>
      runPreflight({
        products,
        principals,
        holdings,
        groups,
        tenant,
        access: me.access,
        canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
      }),
    [products, principals, holdings, groups, tenant, me],
  );
  return {
    principals,
    chosenIds,
    products,
    checks,
    preflight,
    lastChange,
    add: useCallback((more) => setChosen((before) => withPeople(before, more, listId)), [listId]),
    remove: useCallback((ids) => setChosen((before) => withoutPeople(before, ids)), []),
    setUsageLocations: useCallback(
      (locations) => setChosen((before) => withLocations(before, locations)),
      [],
    ),
    addProduct: useCallback((key) => setChosen((before) => withProduct(before, key, listId)), [listId]),
    removeProduct: useCallback((key) => setChosen((before) => withoutProduct(before, key)), []),
    clear: useCallback(() => setChosen(({ batchCount }) => noAssignees(firstKey, batchCount)), [firstKey]),
  };
}
