import { AppError, toAppError, type ErrorCode } from '../base/appError';
import { applyAcrossDoors, partsOf, type DoorAdapters } from './changes/applyAcrossDoors';
import type { Door, DoorState } from './door';
import { hasSeveralPools, joinProducts, keysThroughCloud } from './joinProducts';
import type { ProductKey } from './keys';
import type { LicensingAdapter } from './licensingAdapter';
import { isOfSku, readAcrossDoors, unlessFailed, type ProductRoutes } from './readAcrossDoors';
import type { LicensedGroup, OwnedProduct, Seat } from './types';

/** Every door of the tenant as one adapter. */
export interface Doors extends LicensingAdapter {
  /** Joins what cloud licensing lists to products of the directory that were read already. Rejects with `cancelled` alone. */
  join(ofDirectory: readonly OwnedProduct[], signal?: AbortSignal): Promise<readonly OwnedProduct[]>;
  /** Has the next list ask a door again that was closed or lacked permissions. */
  askAgain(): void;
}

/** Products as they were listed last. */
interface Listing extends ProductRoutes {
  /** Products of cloud licensing; those of the time before where it could not be read. */
  readonly ofCloud: readonly OwnedProduct[];
}

/** Page of a list, with the adapter whose list it is. */
class DoorCursor {
  readonly adapter: LicensingAdapter;
  readonly cursor: unknown;

  constructor(adapter: LicensingAdapter, cursor: unknown) {
    this.adapter = adapter;
    this.cursor = cursor;
  }
}

/**
 * Joins the adapters of the directory and of cloud licensing, as `joinProducts` says, by the contract alone. Each call goes to
 * the adapter of its product or pool. A door that is closed or lacks permissions is asked once, one that fails for a moment with
 * each list; neither makes a list of the directory fail.
 */
export function createDoors({ directory, cloud }: DoorAdapters): Doors {
  const routing = createRouting({ directory, cloud });
  const route = async (product: ProductKey): Promise<LicensingAdapter> =>
    (await routing.isThroughCloud(product)) ? cloud : directory;

  return {
    id: `${directory.id}+${cloud.id}`,
    readDoors: (signal) => readStates({ directory, cloud }, routing, signal),
    listProducts: async (signal) => {
      const [ofDirectory, ofCloud] = await Promise.all([
        directory.listProducts(signal),
        routing.readCloud(signal),
      ]);
      return joinProducts(ofDirectory, routing.note(ofDirectory, ofCloud).ofCloud);
    },
    join: async (ofDirectory, signal) =>
      joinProducts(ofDirectory, routing.note(ofDirectory, await routing.readCloud(signal)).ofCloud),
    askAgain: routing.askAgain,
    listUnlisted: async (query) => {
      const others = query.known.filter((key) => !isOfSku(key) && !query.listed.includes(key));
      const found = await Promise.all([
        directory.listUnlisted({ ...query, known: query.known.filter(isOfSku) }),
        others.length > 0 && !routing.isClosed()
          ? cloud.listUnlisted({ ...query, known: others, possible: [] })
          : [],
      ]);
      return found.flat();
    },
    listHolders: async ({ cursor, ...query }) => {
      const adapter = cursor instanceof DoorCursor ? cursor.adapter : await route(query.product);
      const inner = cursor instanceof DoorCursor ? { cursor: cursor.cursor } : {};
      const page = await adapter.listHolders({ ...query, ...inner });
      return page.next === undefined ? page : { ...page, next: new DoorCursor(adapter, page.next) };
    },
    listPeopleWithIssues: async (product, signal) =>
      (await route(product)).listPeopleWithIssues(product, signal),
    listWaitingMembers: async (product, signal) => {
      // The directory keeps no such list, also not of a product that is changed through it.
      const isOfCloud = await routing.isOfCloud(product);
      return (isOfCloud ? cloud : directory).listWaitingMembers(product, signal);
    },
    listGroups: async (product, signal) => {
      const adapter = await route(product);
      const groups = await adapter.listGroups(product, signal);
      return adapter === cloud ? groups : withProductsOfCloud(groups, cloud, await routing.current(), signal);
    },
    readHoldings: async (principals, options) =>
      readAcrossDoors({ directory, cloud }, await routing.current(), { principals, options }),
    readGroupProgress: async (groupId, product, options) =>
      (await route(product)).readGroupProgress(groupId, product, options),
    readOwnSeats: (signal) => readOwnSeats({ directory, cloud }, routing, signal),
    isOneStep: (change) => {
      const parts = partsOf({ directory, cloud }, change);
      const [part] = parts;
      return parts.length === 1 && part !== undefined && part.adapter.isOneStep(change);
    },
    apply: (change, options) => applyAcrossDoors({ directory, cloud }, change, options),
  };
}

type Routing = ReturnType<typeof createRouting>;

/** Keeps which products are read through which door, by the last list. */
function createRouting({ directory, cloud }: DoorAdapters) {
  let listing: Listing | undefined;
  let first: Promise<Listing> | undefined;
  let asking: Promise<readonly OwnedProduct[] | undefined> | undefined;
  let refusal: 'closed' | 'needs-consent' | undefined;
  /** Failure of the last read of the person's own seats. */
  let ownFailure: ErrorCode | undefined;

  /** Undefined where the door isn't open, or couldn't be read. */
  async function askCloud(): Promise<readonly OwnedProduct[] | undefined> {
    if (refusal) return undefined;
    try {
      return await cloud.listProducts();
    } catch {
      const kind = (await cloud.readDoors()).get('cloud-licensing')?.kind;
      if (kind === 'closed' || kind === 'needs-consent') refusal = kind;
      // It answers again since the failure.
      return kind === 'open' ? await cloud.listProducts().catch(() => undefined) : undefined;
    }
  }

  /** Concurrent callers share one request, so no caller's signal stops it. */
  async function readCloud(signal?: AbortSignal): Promise<readonly OwnedProduct[] | undefined> {
    asking ??= askCloud().finally(() => {
      asking = undefined;
    });
    const products = await asking;
    if (signal?.aborted) throw new AppError('cancelled');
    return products;
  }

  function note(ofDirectory: readonly OwnedProduct[], read: readonly OwnedProduct[] | undefined): Listing {
    const listed = new Set(ofDirectory.map(({ key }) => key));
    const ofCloud = read ?? (refusal ? [] : (listing?.ofCloud ?? []));
    listing = {
      ofCloud,
      throughCloud: keysThroughCloud(ofCloud, listed),
      isCloudUnread: read === undefined && !refusal,
    };
    return listing;
  }

  async function readFirst(): Promise<Listing> {
    const ofCloud = await readCloud();
    // Only for a product of one pool does it matter whether the directory lists it too.
    const isUndecided = ofCloud?.some((product) => !hasSeveralPools(product)) ?? false;
    const ofDirectory = isUndecided ? await directory.listProducts() : [];
    return listing ?? note(ofDirectory, ofCloud);
  }

  /** The last listing, or the first one; concurrent callers share one request. */
  async function current(): Promise<Listing> {
    if (listing) return listing;
    first ??= readFirst().finally(() => {
      first = undefined;
    });
    return first;
  }

  return {
    readCloud,
    note,
    current,
    isClosed: () => refusal === 'closed',
    ownFailure: () => ownFailure,
    noteOwn: (code: ErrorCode | undefined): void => void (ownFailure = code),
    askAgain: (): void => {
      refusal = undefined;
      ownFailure = undefined;
    },
    async isThroughCloud(product: ProductKey): Promise<boolean> {
      if (isOfSku(product)) return (await current()).throughCloud.has(product);
      // No other door makes such a key, and a door that is closed has no products.
      if (refusal) throw new AppError(refusal === 'closed' ? 'not-found' : 'consent-needed');
      return true;
    },
    isOfCloud: async (product: ProductKey): Promise<boolean> =>
      (await current()).ofCloud.some(({ key }) => key === product),
  };
}

async function readStates(
  { directory, cloud }: DoorAdapters,
  routing: Routing,
  signal?: AbortSignal,
): Promise<ReadonlyMap<Door, DoorState>> {
  // Its answer tells the state, so that the door isn't asked beside it.
  const { isCloudUnread } = await routing.current();
  const states = await Promise.all([directory.readDoors(signal), cloud.readDoors(signal)]);
  const joined = new Map(states.flatMap((each) => [...each]));
  const because = routing.ownFailure() ?? (isCloudUnread ? 'service-unavailable' : undefined);
  if (because && joined.get('cloud-licensing')?.kind === 'open')
    joined.set('cloud-licensing', { kind: 'unknown', because });
  return joined;
}

/** Adds what groups of the directory give through cloud licensing, as far as it can be read. */
async function withProductsOfCloud(
  groups: readonly LicensedGroup[],
  cloud: LicensingAdapter,
  { throughCloud }: Listing,
  signal?: AbortSignal,
): Promise<readonly LicensedGroup[]> {
  if (groups.length === 0 || throughCloud.size === 0) return groups;
  const principals = groups.map(({ group: { kind, id } }) => ({ kind, id }));
  const options = { products: [...throughCloud], isBulk: true, ...(signal && { signal }) };
  const holdings = await unlessFailed(cloud.readHoldings(principals, options));
  return groups.map((group, place) => {
    const more = holdings?.[place]?.seats.map(({ product }) => product) ?? [];
    return { ...group, otherProducts: [...new Set([...group.otherProducts, ...more])] };
  });
}

/** Codes that the same question would get again. */
const refusals: readonly ErrorCode[] = ['forbidden', 'not-found', 'bad-request', 'consent-needed'];

/** Reads the person's own seats of both doors. Where cloud licensing fails, `readDoors` says so. */
async function readOwnSeats(
  { directory, cloud }: DoorAdapters,
  routing: Routing,
  signal?: AbortSignal,
): Promise<readonly Seat[]> {
  const failure = routing.ownFailure();
  const isRefused = routing.isClosed() || (failure !== undefined && refusals.includes(failure));
  const readCloud = async (): Promise<readonly Seat[]> => {
    try {
      const seats = await cloud.readOwnSeats(signal);
      routing.noteOwn(undefined);
      return seats;
    } catch (thrown) {
      const { code } = toAppError(thrown);
      if (code === 'cancelled') throw thrown;
      routing.noteOwn(code);
      return [];
    }
  };
  const [own, others] = await Promise.all([directory.readOwnSeats(signal), isRefused ? [] : readCloud()]);
  // Who may not list products learns nothing of their pools, so a product of both doors is shown by the directory's seats.
  const held = new Set(own.map(({ product }) => product));
  return [...own, ...others.filter(({ product }) => !held.has(product))];
}
