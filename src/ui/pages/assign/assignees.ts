import type { Principal } from '../../../base/principal';
import type { ProductKey } from '../../../licensing/keys';
import { withUsageLocation } from '../../parts/usage-location/usageLocations';
import type { Batch } from '../../queries/holdings';

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
export interface ListChange {
  readonly kind: 'added' | 'removed';
  readonly count: number;
  readonly name: string;
}

/** Nobody, who is to get one product. `batchCount`: batches of the list before. */
export function noAssignees(productKey: ProductKey, batchCount = 0): AssigneesState {
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
export function withPeople(
  before: AssigneesState,
  more: readonly Principal[],
  listId: string,
): AssigneesState {
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
export function withoutPeople(before: AssigneesState, ids: ReadonlySet<string>): AssigneesState {
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
export function withLocations(
  before: AssigneesState,
  locations: ReadonlyMap<string, string>,
): AssigneesState {
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
export function withProduct(before: AssigneesState, productKey: ProductKey, listId: string): AssigneesState {
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
export function withoutProduct(before: AssigneesState, productKey: ProductKey): AssigneesState {
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
