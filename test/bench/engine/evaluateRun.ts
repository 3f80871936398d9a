import type { UserPrincipal } from '../../../src/base/principal';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import { product } from '../../faults/environment/people';
import type { Result, Reported } from './contest';

/** Compares the reported outcomes with the tenant; a person without a report counts as not licensed. */
export function evaluateRun(
  tenant: Tenant,
  people: readonly UserPrincipal[],
  reported: Reported,
): Pick<Result, 'lost' | 'falselyDone' | 'falselyFailed'> {
  const both = people.map(({ id }) => ({
    isLicensed:
      tenant.user(id)?.licenses.some(({ skuId, state }) => skuId === product && state === 'Active') === true,
    isReported: reported.get(id) === true,
  }));
  return {
    lost: both.filter(({ isLicensed }) => !isLicensed).length,
    falselyDone: both.filter(({ isLicensed, isReported }) => isReported && !isLicensed).length,
    falselyFailed: both.filter(({ isLicensed, isReported }) => isLicensed && !isReported).length,
  };
}

/** Counts the calls that reach the service from now on. */
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
    // Calls that a fault rejects are not charged.
    const throttled = emulator.faults.injected().filter(({ kind }) => kind.startsWith('throttle')).length;
    return { requests, writes: writes + throttled, refused: refused + throttled };
  };
}
