import { useCallback, useId, useMemo, useState } from 'react';
import type { Principal } from '../../../base/principal';
import type { ProductKey } from '../../../licensing/keys';
import { poolsToGiveFrom, withChosenPool } from '../../../licensing/pools';
import { evaluateGroupOffer } from '../../../license-jobs/assign/assignmentMethod';
import { runPreflightFromBestPools } from '../../../licensing/preflight/runPreflightFromBestPools';
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
import type { ChosenPools } from './useAssignOptions';

/** Users and groups to assign to, their products, and the preview. */
export interface Assignees {
  readonly principals: readonly Principal[];
  readonly chosenIds: ReadonlySet<string>;
  /** The first is the product of the pane. Each has the pool to give seats from. */
  readonly products: readonly AssignableProduct[];
  readonly checks: Checks;
  readonly preflight: Preflight;
  /** Last change, for screen readers. */
  readonly lastChange: ListChange | undefined;
  /** Appends principals. Those already in the list stay in place. */
  readonly add: (principals: readonly Principal[]) => void;
  readonly remove: (ids: ReadonlySet<string>) => void;
  /** Updates the usage locations of users, by their ids. */
  readonly setUsageLocations: (locations: ReadonlyMap<string, string>) => void;
  /** Adds a product for everyone in the list. */
  readonly addProduct: (productKey: ProductKey) => void;
  /** Removes a product other than the first. */
  readonly removeProduct: (productKey: ProductKey) => void;
  /** Removes all principals and all products but the first. */
  readonly clear: () => void;
}

const noBatches: readonly Batch[] = [];
const noProducts: readonly Product[] = [];

const noPools: ChosenPools = {};

/** Options that decide where seats come from. */
interface SeatOptions {
  /** Default lets the app choose. */
  readonly chosenPools?: ChosenPools | undefined;
  /** True if a group gives the people of the list their seats. Default is false. */
  readonly isThroughGroup?: boolean;
}

/**
 * Keeps the list of users and groups to assign to, and runs the pre-flight again whenever data arrives. Reads nothing
 * once the job is started (`isChoosing` is false). Seats come from `chosenPools`, else from the pools that suit the list best.
 */
export function useAssignees(
  first: AssignableProduct,
  assignable: readonly AssignableProduct[],
  isChoosing: boolean,
  { chosenPools = noPools, isThroughGroup = false }: SeatOptions = {},
): Assignees {
  const { me } = useServices();
  const listId = useId();
  const firstKey = first.key;
  const [chosen, setChosen] = useState(() => noAssignees(firstKey));
  const { principals, chosenIds, productKeys, batches, lastChange } = chosen;
  const wanted = useMemo(
    () =>
      [
        first,
        ...productKeys.slice(1).flatMap((chosenKey) => assignable.find(({ key }) => key === chosenKey) ?? []),
      ].map((product) => withPool(product, chosenPools)),
    [first, productKeys, assignable, chosenPools],
  );
  const needed = useMemo(
    () => batches.filter((batch) => batch.products.some((key) => productKeys.includes(key))),
    [batches, productKeys],
  );
  const checks = useChecks(isChoosing ? needed : noBatches, productKeys);
  const { holdings, groups } = checks;
  const { products: tenant = noProducts } = useProducts();
  const { products, preflight } = useMemo(() => {
    const { access, canLicenseRoleAssignableGroups } = me;
    const facts = { principals, holdings, groups, tenant, access, canLicenseRoleAssignableGroups };
    const input = { ...facts, products: wanted };
    if (!isThroughGroup) return runPreflightFromBestPools(input);
    const preview = runPreflightFromBestPools({ ...input, isThroughGroup });
    // The list may have changed since the group was chosen, so that each is assigned directly after all.
    const isOffered = evaluateGroupOffer(preview.preflight.lines, wanted.length) === 'offered';
    return isOffered ? preview : runPreflightFromBestPools(input);
  }, [wanted, principals, holdings, groups, tenant, me, isThroughGroup]);
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

/** Returns the product with its chosen pool, if that can still be used. */
function withPool(product: AssignableProduct, chosenPools: ChosenPools): AssignableProduct {
  const chosen = chosenPools[product.key];
  const isUsable = poolsToGiveFrom(product.owned).some(({ key }) => key === chosen);
  return chosen !== undefined && isUsable
    ? { ...product, owned: withChosenPool(product.owned, chosen) }
    : product;
}

/** Data that the pre-flight needs. */
interface Checks {
  readonly holdings: readonly Holding[];
  /** Members of the groups and their holdings, by group id; groups that are still loading are missing. */
  readonly groups: ReadonlyMap<string, GroupReading>;
  /** Ids of principals whose data is still loading. */
  readonly pending: ReadonlySet<string>;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * Reads the holdings of everyone in the list, one request for each batch, and the members of each group. Adding to
 * the list doesn't read the others again.
 */
function useChecks(batches: readonly Batch[], products: readonly ProductKey[]): Checks {
  const { licensing } = useServices();
  const reads = useQueries({
    queries: batches.map((batch) => batchHoldingsOptions(licensing, batch)),
    combine: combineHoldings,
  });
  const groups = useMemo(
    // A principal is in several batches if products were added later.
    () => [
      ...new Set(batches.flatMap(({ principals }) => principals.filter(({ kind }) => kind === 'group'))),
    ],
    [batches],
  );
  const readings = useGroupReadings(groups, products);
  const pending = useMemo(
    () =>
      new Set([
        ...batches.flatMap(({ principals }, index) => (reads.isPending[index] ? principals : [])).map(idOf),
        ...readings.pending,
      ]),
    [batches, reads.isPending, readings.pending],
  );
  const holdings = useMemo(() => reads.holdings.flat(), [reads.holdings]);
  return { holdings, groups: readings.byId, pending, error: reads.error, retry: reads.retry };
}

const none: readonly Holding[] = [];
const idOf = ({ id }: Principal): string => id;

function combineHoldings(results: readonly UseQueryResult<readonly Holding[]>[]) {
  return {
    // Grouped by batch, so that adding one principal doesn't compare 100,000 others again.
    holdings: results.map(({ data }) => data ?? none),
    isPending: results.map(({ isPending }) => isPending),
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const each of results) if (each.isError) void each.refetch();
    },
  };
}

/** State of the list: principals, products, and the batches in which holdings are read. */
interface AssigneesState {
  readonly principals: readonly Principal[];
  readonly chosenIds: ReadonlySet<string>;
  /** The first is the product of the pane. */
  readonly productKeys: readonly ProductKey[];
  /** Each pair of product and principal is in one batch, so that nothing is read twice. */
  readonly batches: readonly Batch[];
  /** Number of batches so far. Isn't reset with the list, so that batch ids stay unique. */
  readonly batchCount: number;
  readonly lastChange: ListChange | undefined;
}

/** Change of the list. `name` is that of the first principal. */
interface ListChange {
  readonly kind: 'added' | 'removed';
  readonly count: number;
  readonly name: string;
}

/** Returns the empty list. `batchCount` is the number of batches so far. */
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

/** Appends principals. `listId` is unique while the app is open. */
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

/** Removes principals. */
function withoutPeople(before: AssigneesState, ids: ReadonlySet<string>): AssigneesState {
  const isKept = ({ id }: Principal): boolean => !ids.has(id);
  const gone = before.principals.filter(({ id }) => ids.has(id));
  if (gone.length === 0) return before;
  return {
    ...before,
    principals: before.principals.filter(isKept),
    chosenIds: new Set([...before.chosenIds].filter((id) => !ids.has(id))),
    // The batch keeps its id, so that it isn't read again.
    batches: before.batches
      .map((batch) => ({ ...batch, principals: batch.principals.filter(isKept) }))
      .filter(({ principals }) => principals.length > 0),
    lastChange: changeOf('removed', gone),
  };
}

/** Sets usage locations by user id. Batches keep their ids, so that nothing is read again. */
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

/** Adds a product. Its holdings are read in one batch for all principals for whom they weren't read before. */
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

/** Removes a product. Its batches stay, in case it's added again. */
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
