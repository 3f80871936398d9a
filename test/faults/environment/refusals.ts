// Ways in which a service refuses calls for other reasons than its published quota.
import { seededRandom } from '../../../src/base/random';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import { throttled } from '../../../src/sandbox/graph/quota/throttled';
import type { Throttle } from '../../bench/engine/profiles';
import { mixedFaults } from '../../bench/engine/profiles';
import type { Environment } from './openEnvironment';
import { appId } from './tokens';

/** Answers some whole batches in place of the service; what it says may be read by a page of another origin. */
export function refuseBatches(
  emulator: GraphEmulator,
  choose: (nth: number) => { readonly status: number; readonly retryAfterInS?: number } | undefined,
): void {
  const handle = emulator.handle.bind(emulator);
  let batches = 0;
  emulator.handle = (request) => {
    if (!request.url.endsWith('/$batch')) return handle(request);
    const refusal = choose((batches += 1));
    if (!refusal) return handle(request);
    const { status, retryAfterInS } = refusal;
    const wait: Record<string, string> =
      retryAfterInS === undefined ? {} : { 'Retry-After': String(retryAfterInS) };
    const headers = { 'Access-Control-Expose-Headers': 'Retry-After', ...wait };
    return Promise.resolve({ status, headers, body: '{"error":{"code":"refused","message":"Refused."}}' });
  };
}

/** Rates of `mixedFaults` for whole batches, but for connections, which are lost there already. */
const batchRates = [
  { status: 429, rate: 0.02, retryAfterInS: 1 },
  { status: 500, rate: 0.02 },
  { status: 502, rate: 0.01 },
  { status: 503, rate: 0.015, retryAfterInS: 5 },
  { status: 503, rate: 0.015 },
  { status: 504, rate: 0.01 },
] as const;

/** Makes changes fail as `mixedFaults` says, and whole batches at the same rates. */
export const mixed =
  (kind: Throttle) =>
  ({ emulator }: Environment, seed: number): void => {
    emulator.faults.set(mixedFaults(kind, seed));
    const random = seededRandom(seed * 100 + 99);
    refuseBatches(emulator, () => {
      let left = random();
      return batchRates.find(({ rate }) => (left -= rate) < 0);
    });
  };

/** Makes the service count writes in windows of 150 seconds from the first on; it sends a percentage only if asked to. */
export const fixedWindow =
  (sendsPercentage: boolean, writes = 3_000) =>
  ({ emulator, tenant, clock }: Environment): void => {
    const size = { writes, inMs: 150_000 };
    const charge = emulator.quota.charge.bind(emulator.quota);
    let startedAt: number | undefined;
    let used = 0;
    emulator.quota.charge = (asked) => {
      if (asked.kind !== 'write') return charge(asked);
      const now = clock.monotonic();
      if (startedAt === undefined || now >= startedAt + size.inMs) {
        startedAt = now;
        used = 0;
      }
      used += 1;
      const level = used / size.writes;
      const percentage: Record<string, string> =
        sendsPercentage && level > 0.8
          ? { 'x-ms-throttle-limit-percentage': Math.min(level, 1.8).toFixed(2) }
          : {};
      if (used <= size.writes) return percentage;
      const leftInS = Math.ceil((startedAt + size.inMs - now) / 1_000);
      throw throttled(
        { scope: 'Tenant_Application', limit: 'Write', information: 'WriteLimitExceeded' },
        { appid: appId, tid: tenant.id },
        { ...percentage, 'Retry-After': String(Math.max(1, leftInS)) },
      );
    };
  };

/**
 * Another program of the same app has so many more writes to send each second, and sends what was refused again a second later;
 * Graph charges what it refuses, too. Ends with what is returned.
 */
export function writeMeanwhile(
  { emulator, tenant, clock }: Environment,
  perSecond: number,
): () => Promise<void> {
  let isOver = false;
  let waiting = 0;
  const writing = (async () => {
    while (!isOver) {
      const sent = waiting + perSecond;
      waiting = 0;
      for (let each = 0; each < sent; each += 1)
        try {
          emulator.quota.charge({ caller: { appid: appId, tid: tenant.id }, kind: 'write', units: 1 });
        } catch {
          waiting += 1;
        }
      await clock.wait(1_000);
    }
  })();
  return () => {
    isOver = true;
    return writing;
  };
}
