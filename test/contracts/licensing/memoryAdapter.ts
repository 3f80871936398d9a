import { AppError } from '../../../src/base/appError';
import type { Outcome } from '../../../src/base/outcome';
import { directSeat } from '../../../src/licensing/changes/directSeat';
import { isSatisfied } from '../../../src/licensing/changes/isSatisfied';
import { idInKey, type ProductKey } from '../../../src/licensing/keys';
import type { ApplyOptions, LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import type { Change, Holder, LicensedGroup, LicensingCode } from '../../../src/licensing/types';
import type { OwnedProduct, Pool, Seat } from '../../../src/licensing/types';
import { isThrough, isWorking, takesSeat } from './memoryService';
import type { MemoryGroup, MemoryPool, MemoryProduct, MemoryService, SeatTable } from './memoryService';

/** Namespaces of the keys of this adapter. */
export const memorySpaces = { product: 'offer', pool: 'allotment' } as const;

/** Connection of one account to the service. */
export interface MemoryConnection {
  readonly service: MemoryService;
  /** Id of the signed-in person. */
  readonly accountId: string;
  /** The seats as readings show them, which may be older than the service's own. */
  readonly read: () => SeatTable;
  /** Namespaces of the keys that the adapter takes for its own, of every product where none is named. Default is `memorySpaces`. */
  readonly spaces?: { readonly product?: string; readonly pool: string };
  /**
   * Sends a change; resolves with the reason of a refusal, undefined for a success, `lost` where no answer came. Rejects
   * with AppError for what concerns the session.
   */
  readonly send: (change: Change) => Promise<LicensingCode | 'lost' | undefined>;
}

const maxAttempts = 6;
const holdersPerPage = 50;

/** Creates an adapter over a service in memory. None of its keys names a SKU, so code that works with it needs none. */
export function createMemoryAdapter(connection: MemoryConnection): LicensingAdapter {
  const { service, accountId, read } = connection;
  const spaces: NonNullable<MemoryConnection['spaces']> = connection.spaces ?? memorySpaces;
  const isOwnKey = (product: ProductKey): boolean =>
    spaces.product === undefined || idInKey(product, spaces.product) !== undefined;
  const readingOf = <Result>(product: ProductKey, of: () => Result): Promise<Result> =>
    reading(() => {
      if (!isOwnKey(product)) throw new AppError('not-found');
      return of();
    });
  const holdersOf = (product: ProductKey, isWanted: (seat: Seat) => boolean): Holder[] => {
    const seats = read();
    return service.users
      .map((user) => ({ user, seats: ofProduct(seats.get(user.id), product) }))
      .filter((holder) => holder.seats.some(isWanted));
  };
  return {
    id: 'memory',
    readDoors: () => Promise.resolve(new Map()),
    listProducts: () => reading(() => service.products.map((each) => toOwnedProduct(service, each, read()))),
    listUnlisted: ({ listed, known }) =>
      reading(() =>
        known
          .filter((product) => isOwnKey(product) && !listed.includes(product))
          .flatMap((product) => {
            const holders = holdersOf(product, isWorking);
            const pool = holders[0]?.seats[0]?.pool;
            return pool ? [{ product, pool, people: holders.length }] : [];
          }),
      ),
    listHolders: ({ product, cursor, only }) =>
      readingOf(product, () => {
        const found = holdersOf(product, isWorking).sort((one, other) =>
          one.user.displayName.localeCompare(other.user.displayName),
        );
        if (only) {
          const holders = found.filter(({ user }) => only.includes(user.id));
          return { holders, total: undefined, next: undefined };
        }
        const start = typeof cursor === 'number' ? cursor : 0;
        const end = start + holdersPerPage;
        return {
          holders: found.slice(start, end),
          total: start === 0 ? found.length : undefined,
          next: end < found.length ? end : undefined,
        };
      }),
    listPeopleWithIssues: (product) =>
      readingOf(product, () => ({
        people: holdersOf(product, ({ issue }) => issue !== undefined),
        unreadGroups: [],
      })),
    listWaitingMembers: (product) => readingOf(product, () => undefined),
    isOneStep: () => true,
    listGroups: (product) =>
      readingOf(product, () => {
        const seats = read();
        return service.groups
          .filter(({ principal }) => ofProduct(seats.get(principal.id), product).length > 0)
          .map((group) => toLicensedGroup(service, group, product, seats));
      }),
    readHoldings: (principals, { products, isBulk = false } = {}) =>
      reading(() => {
        const seats = read();
        const isWanted = ({ product }: Seat) => products?.includes(product) ?? true;
        return principals.map((principal) => {
          const wanted = (seats.get(principal.id) ?? []).filter(isWanted);
          return { principal, seats: isBulk ? wanted.map(withoutGroupName) : wanted };
        });
      }),
    readGroupProgress: (groupId, product) =>
      readingOf(product, () => {
        const isKnown = service.groups.some(({ principal }) => principal.id === groupId);
        if (!isKnown) throw new AppError('not-found');
        const issues = holdersOf(product, (seat) => isThrough(seat, groupId)).flatMap(({ user, seats }) => {
          const issue = seats.find((seat) => isThrough(seat, groupId))?.issue;
          return issue ? [[user.id, issue] as const] : [];
        });
        return { processing: service.processing(groupId), issues: new Map(issues) };
      }),
    readOwnSeats: () => reading(() => read().get(accountId) ?? []),
    apply: (change, options) => applyChange(connection, change, options),
  };
}

function reading<Result>(read: () => Result): Promise<Result> {
  return Promise.resolve().then(read);
}

/** Sends a change until an answer or, after a lost answer, a reading decides its outcome. */
async function applyChange(
  { read, send, spaces = memorySpaces }: MemoryConnection,
  change: Change,
  { signal, ignoreStaleReads = false }: ApplyOptions = {},
): Promise<Outcome<LicensingCode>> {
  const { principal, add, remove } = change;
  const done = { kind: 'done', ...(principal.kind === 'group' && { pending: true }) } as const;
  const failed = (reason: LicensingCode) => ({ kind: 'failed', reason }) as const;
  if (add.length === 0 && remove.length === 0) return { kind: 'skipped', reason: 'no-change' };
  const isForeign = [...add, ...remove].some(({ pool }) => idInKey(pool, spaces.pool) === undefined);
  if (isForeign) return failed('product-not-owned');
  let rest = change;
  let wasLost = false;
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    if (signal?.aborted) throw new AppError(wasLost ? 'timed-out' : 'cancelled');
    const answer = await send(rest);
    if (answer === undefined) return done;
    const seats = read().get(principal.id) ?? [];
    if (answer === 'lost') {
      wasLost = true;
      if (!ignoreStaleReads && isSatisfied(rest, seats)) return done;
    } else if (answer === 'no-change' || answer === 'inherited') {
      // A license that a reading shows although the service has none was removed after the time of the reading.
      const shown = rest.remove.filter((pool) => directSeat(seats, pool));
      if (!wasLost && shown.length === 0) {
        if (answer === 'inherited') return failed(answer);
        return add.length === 0 ? { kind: 'skipped', reason: answer } : failed('refused');
      }
      rest = { ...rest, remove: shown.length < rest.remove.length ? shown : [] };
      if (rest.add.length === 0 && rest.remove.length === 0) return done;
    } else if (answer !== 'concurrent-change') {
      return failed(answer);
    }
  }
  return failed(wasLost ? 'outcome-unknown' : 'concurrent-change');
}

function ofProduct(seats: readonly Seat[] = [], product: ProductKey): Seat[] {
  return seats.filter((seat) => seat.product === product);
}

function withoutGroupName(seat: Seat): Seat {
  return seat.path.kind === 'direct' ? seat : { ...seat, path: { ...seat.path, groupName: undefined } };
}

function toOwnedProduct(
  { users }: MemoryService,
  { key, planIds = [], pools: [first, ...others] }: MemoryProduct,
  seats: SeatTable,
): OwnedProduct {
  const toPool = ({ key: pool, total, capability = 'enabled' }: MemoryPool): Pool => {
    const assigned = users.filter(({ id }) => takesSeat(seats.get(id) ?? [], pool)).length;
    const count = { total, assigned, available: total - assigned };
    return { key: pool, capability, seats: count, subscriptions: [] };
  };
  const pools: OwnedProduct['pools'] = [toPool(first), ...others.map(toPool)];
  const sum = (part: keyof Pool['seats']) =>
    pools.reduce((total, pool) => total + (pool.seats[part] ?? NaN), 0);
  const isEnabled = pools.some(({ capability }) => capability === 'enabled');
  return {
    key,
    identifiers: { skuId: undefined, partNumber: undefined },
    capability: isEnabled ? 'enabled' : pools[0].capability,
    isUserScoped: true,
    seats: { total: sum('total'), assigned: sum('assigned'), available: sum('available') },
    plans: planIds.map((id) => ({ id, partName: id, isUserScoped: true })),
    pools,
  };
}

function toLicensedGroup(
  service: MemoryService,
  { principal, memberIds }: MemoryGroup,
  product: ProductKey,
  seats: SeatTable,
): LicensedGroup {
  const carried = seats.get(principal.id) ?? [];
  const members = service.users.filter(({ id }) => memberIds.includes(id));
  const isInError = (seat: Seat) => isThrough(seat, principal.id) && seat.issue !== undefined;
  const otherProducts = carried.flatMap((seat) => (seat.product === product ? [] : [seat.product]));
  return {
    group: principal,
    processing: service.processing(principal.id),
    peopleWithIssues: members.filter(({ id }) => seats.get(id)?.some(isInError)).length,
    memberCount: members.length,
    disabledPlanIds: ofProduct(carried, product)[0]?.disabledPlanIds ?? [],
    otherProducts: [...new Set(otherProducts)],
  };
}
