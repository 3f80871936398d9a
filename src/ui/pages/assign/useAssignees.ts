import { useCallback, useId, useMemo, useState } from 'react';
import type { Principal } from '../../../base/principal';
import type { ProductKey } from '../../../licensing/keys';
import { runPreflight } from '../../../licensing/preflight/runPreflight';
import type { Preflight } from '../../../licensing/preflight/preflight';
import type { AssignableProduct, Product } from '../../../licensing/product';
import type { Batch } from '../../queries/holdings';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { GroupReading } from '../../../licensing/preflight/groupReading';
import type { Holding } from '../../../licensing/types';
import { batchHoldingsOptions } from '../../queries/holdings';
import { useGroupReadings } from '../../queries/useGroupReadings';
import { withUsageLocation } from '../../parts/usage-location/usageLocations';

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

/** What is known of the people and groups in a list before anything is sent. */
interface Checks {
  readonly holdings: readonly Holding[];
  /** Members of the groups and what they hold, by group id, as far as it is read. */
  readonly groups: ReadonlyMap<string, GroupReading>;
  /** Ids of those that are still read. */
  readonly pending: ReadonlySet<string>;
  /** Why what some hold could not be read. */
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * Reads what everybody in the list holds, in one reading for each batch, and who is in each group. What is known stays
 * while the list grows.
 */
function useChecks(batches: readonly Batch[], products: readonly ProductKey[]): Checks {
  const { licensing } = useServices();
  const held = useQueries({
    queries: batches.map((batch) => batchHoldingsOptions(licensing, batch)),
    combine: combineHoldings,
  });
  const groups = useMemo(
    // Somebody is in several batches where products were chosen one after another.
    () => [
      ...new Set(batches.flatMap(({ principals }) => principals.filter(({ kind }) => kind === 'group'))),
    ],
    [batches],
  );
  const readings = useGroupReadings(groups, products);
  const pending = useMemo(
    () =>
      new Set([
        ...batches.flatMap(({ principals }, index) => (held.isPending[index] ? principals : [])).map(idOf),
        ...readings.pending,
      ]),
    [batches, held.isPending, readings.pending],
  );
  const holdings = useMemo(() => held.holdings.flat(), [held.holdings]);
  return { holdings, groups: readings.byId, pending, error: held.error, retry: held.retry };
}

const none: readonly Holding[] = [];
const idOf = ({ id }: Principal): string => id;

function combineHoldings(results: readonly UseQueryResult<readonly Holding[]>[]) {
  return {
    // Batch by batch: a list of 100,000 is not compared again where one more is added.
    holdings: results.map(({ data }) => data ?? none),
    isPending: results.map(({ isPending }) => isPending),
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const each of results) if (each.isError) void each.refetch();
    },
  };
}

/** Who is in the list, which products they are to get, and in which readings what they hold of these is learnt. */
interface AssigneesState {
  readonly principals: readonly Principal[];
  readonly chosenIds: ReadonlySet<string>;
  /** The first is the one that the pane is about. */
  readonly productKeys: readonly ProductKey[];
  /** Each product of each principal is in one batch, so that nothing is read twice. */
  readonly batches: readonly Batch[];
  /** Counts on also when the list is cleared, so that no two batches ever have the same name. */
  readonly batchCount: number;
  readonly lastChange: ListChange | undefined;
}

/** A change of the list: `name` of somebody alone, else of how many. */
interface ListChange {
  readonly kind: 'added' | 'removed';
  readonly count: number;
  readonly name: string;
}

/** Nobody, who is to get one product. `batchCount`: batches of the list before. */
function noAssignees(productKey: ProductKey, batchCount = 0): AssigneesState {
  return {
    principals: [],
    chosenIds: new Set(),
    productKeys: [productKey],
    batches: [],
    batchCount,
    lastChange: undefined,
  };
}

/** The list with these at its end; `listId` is unique while the app is open. */
function withPeople(before: AssigneesState, more: readonly Principal[], listId: string): AssigneesState {
  const chosenIds = new Set(before.chosenIds);
  const fresh = more.filter(({ id }) => !chosenIds.has(id) && chosenIds.add(id));
  if (fresh.length === 0) return before;
  return {
    ...withBatch(before, fresh, before.productKeys, listId),
    principals: [...before.principals, ...fresh],
    chosenIds,
    lastChange: changeOf('added', fresh),
  };
}

/** The list without these. */
function withoutPeople(before: AssigneesState, ids: ReadonlySet<string>): AssigneesState {
  const isKept = ({ id }: Principal): boolean => !ids.has(id);
  const gone = before.principals.filter(({ id }) => ids.has(id));
  if (gone.length === 0) return before;
  return {
    ...before,
    principals: before.principals.filter(isKept),
    chosenIds: new Set([...before.chosenIds].filter((id) => !ids.has(id))),
    // A batch keeps its name, so that it is not read again.
    batches: before.batches
      .map((batch) => ({ ...batch, principals: batch.principals.filter(isKept) }))
      .filter(({ principals }) => principals.length > 0),
    lastChange: changeOf('removed', gone),
  };
}

/** The list with these usage locations, by the ids of people. Batches keep their names, so that nothing is read again. */
function withLocations(before: AssigneesState, locations: ReadonlyMap<string, string>): AssigneesState {
  const changed = new Map(before.principals.map((one) => [one, withUsageLocation(one, locations)]));
  const current = (one: Principal): Principal => changed.get(one) ?? one;
  if (before.principals.every((one) => current(one) === one)) return before;
  return {
    ...before,
    principals: before.principals.map(current),
    batches: before.batches.map((batch) => ({ ...batch, principals: batch.principals.map(current) })),
  };
}

/** The list with one more product, which is read in one go of all of whom it was not read before. */
function withProduct(before: AssigneesState, productKey: ProductKey, listId: string): AssigneesState {
  if (before.productKeys.includes(productKey)) return before;
  const read = new Set(
    before.batches.flatMap(({ products, principals }) => (products.includes(productKey) ? principals : [])),
  );
  const unread = read.size > 0 ? before.principals.filter((one) => !read.has(one)) : before.principals;
  return {
    ...withBatch(before, unread, [productKey], listId),
    productKeys: [...before.productKeys, productKey],
  };
}

/** The list without a product; its readings stay, for it may be chosen again. */
function withoutProduct(before: AssigneesState, productKey: ProductKey): AssigneesState {
  return { ...before, productKeys: before.productKeys.filter((key) => key !== productKey) };
}

function withBatch(
  before: AssigneesState,
  principals: readonly Principal[],
  products: readonly ProductKey[],
  listId: string,
): AssigneesState {
  if (principals.length === 0) return before;
  const batch = { id: `${listId}${before.batchCount}`, principals, products };
  return { ...before, batches: [...before.batches, batch], batchCount: before.batchCount + 1 };
}

function changeOf(kind: ListChange['kind'], principals: readonly Principal[]): ListChange {
  return { kind, count: principals.length, name: principals[0]?.displayName ?? '' };
}
