import { toAppError, type AppError } from '../../../base/appError';
import type { Clock } from '../../../base/clock';
import type { Scope } from '../../../base/scope';
import type { Graph } from '../../../graph/types';
import type { DoorState } from '../../door';
import type { ProductKey } from '../../keys';
import type { OwnedProduct, PoolRef } from '../../types';
import { cloudRead, itemsPerPage } from './cloudReads';
import { allotmentWire, toProducts } from './toProducts';

/** The list of allotments: what its products are, and whether it can be read at all. */
export interface Allotments {
  /** Reads the list now. Rejects as `Graph` does. */
  read(signal?: AbortSignal): Promise<readonly OwnedProduct[]>;
  /** Returns the list of the last minute, else reads it. */
  recent(): Promise<readonly OwnedProduct[]>;
  /** Returns the pools of a product; none where the tenant does not own it. */
  poolsOf(product: ProductKey): Promise<readonly PoolRef[]>;
  /** Returns the state of the door by the last answer, asking where there is none that still tells. Never rejects. */
  door(signal?: AbortSignal): Promise<DoorState>;
  /** Permissions to read with: Directory.Read.All only once it may be asked for. */
  scopes(): readonly Scope[];
}

/** Parts that the list works with. */
interface AllotmentsOptions {
  readonly clock: Clock;
  /** True once an admin chose to give Directory.Read.All. */
  readonly mayAskFor: () => boolean;
}

/** Only a purchase changes the list, and a product that is not in it has it read again. */
const recentInMs = 60_000;

/** Creates the list of allotments of one tenant. */
export function createAllotments(graph: Graph, { clock, mayAskFor }: AllotmentsOptions): Allotments {
  let last: { readonly at: number; readonly products: Promise<readonly OwnedProduct[]> } | undefined;
  let state: { readonly door: DoorState; readonly mayAsk: boolean } | undefined;

  // A token has every permission that was given, so asking with a smaller one succeeds where the wider one is given already.
  const scopes = (): readonly Scope[] => (mayAskFor() ? ['Directory.Read.All'] : ['User.Read.All']);
  const read = async (signal?: AbortSignal): Promise<readonly OwnedProduct[]> => {
    const mayAsk = mayAskFor();
    try {
      const query = { top: itemsPerPage };
      const request = cloudRead(`${top}/allotments`, scopes(), { signal, isOptional: true }, query);
      const products = toProducts(await graph.allPages(request, allotmentWire));
      state = { door: { kind: 'open' }, mayAsk };
      last = { at: clock.monotonic(), products: Promise.resolve(products) };
      return products;
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code !== 'cancelled') state = { door: toDoorState(error, mayAsk), mayAsk };
      throw error;
    }
  };
  const recent = (): Promise<readonly OwnedProduct[]> => {
    const now = clock.monotonic();
    if (last && now - last.at < recentInMs) return last.products;
    const reading = { at: now, products: read() };
    last = reading;
    reading.products.catch(() => {
      if (last === reading) last = undefined;
    });
    return reading.products;
  };
  const poolsIn = (products: readonly OwnedProduct[], key: ProductKey): readonly PoolRef[] =>
    products.find((each) => each.key === key)?.pools.map(({ key: pool }) => ({ product: key, pool })) ?? [];

  return {
    read,
    recent,
    scopes,
    async poolsOf(product) {
      const known = poolsIn(await recent(), product);
      return known.length > 0 ? known : poolsIn(await read(), product);
    },
    async door(signal) {
      const isCertain =
        state?.door.kind === 'open' ||
        state?.door.kind === 'closed' ||
        (state?.door.kind === 'needs-consent' && state.mayAsk === mayAskFor());
      if (state && isCertain) return state.door;
      const failure = await read(signal).then(() => undefined, toAppError);
      return failure ? toDoorState(failure, mayAskFor()) : { kind: 'open' };
    },
  };
}

/** Address of the organization's cloud licensing (Graph beta: cloudLicensing). */
export const top = '/admin/cloudLicensing';

/**
 * Returns what a failure of the list says of the door. Inferred: that a tenant or cloud without cloud licensing answers 400,
 * 404 or 501, and that 403 says that a permission is missing until the wider one was asked for, and a role from then on.
 */
function toDoorState({ code, status }: AppError, mayAsk: boolean): DoorState {
  if (code === 'consent-needed' || (code === 'forbidden' && !mayAsk)) return { kind: 'needs-consent' };
  const isClosed = ['forbidden', 'not-found', 'bad-request', 'unexpected-answer'].includes(code);
  return { kind: isClosed || status === 501 ? 'closed' : 'unknown', because: code };
}
