import type { UserPrincipal } from '../../../src/base/principal';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import { product } from '../../faults/environment/people';
import type { Result, Told } from './contest';

/** Holds what was told against the tenant; who was told nothing of counts as not licensed. */
export function judge(
  tenant: Tenant,
  people: readonly UserPrincipal[],
  told: Told,
): Pick<Result, 'lost' | 'falselyDone' | 'falselyFailed'> {
  const both = people.map(({ id }) => ({
    isSo:
      tenant.user(id)?.licenses.some(({ skuId, state }) => skuId === product && state === 'Active') === true,
    isTold: told.get(id) === true,
  }));
  return {
    lost: both.filter(({ isSo }) => !isSo).length,
    falselyDone: both.filter(({ isSo, isTold }) => isTold && !isSo).length,
    falselyFailed: both.filter(({ isSo, isTold }) => isSo && !isTold).length,
  };
}

/** Counts what reaches the service from now on. */
export function countCalls(emulator: GraphEmulator): () => Pick<Result, 'requests' | 'writes' | 'refused'> {
  let requests = 0;
  let writes = 0;
  let refused = 0;
  const handle = emulator.handle.bind(emulator);
  emulator.handle = (request) => {
    requests += 1;
    return handle(request);
  };
  const charge = emulator.quota.charge.bind(emulator.quota);
  emulator.quota.charge = (call) => {
    if (call.kind === 'write') writes += 1;
    try {
      return charge(call);
    } catch (thrown) {
      refused += 1;
      throw thrown;
    }
  };
  return () => {
    // What a fault refuses is not charged.
    const throttled = emulator.faults.injected().filter(({ kind }) => kind.startsWith('throttle')).length;
    return { requests, writes: writes + throttled, refused: refused + throttled };
  };
}
