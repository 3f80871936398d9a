import type { Fault } from '../../../src/sandbox/graph/faults';
import type { FaultKind } from '../../../src/sandbox/graph/faultKinds';

/** Retry-After of a 429: ten seconds, zero, or none at all. */
export type Throttle = Extract<FaultKind, 'throttle' | 'throttle-zero' | 'throttle-without-retry-after'>;

/**
 * Every license change fails now and then, alone or inside a batch: 2 % 429, 2 % 500, 1 % 502, 3 % 503 (half of them
 * without `Retry-After`), 1 % 504, 1 % are lost before and 3 % after their effect. Connections, of batches too, are lost
 * at the same rate.
 */
export function mixedFaults(throttle: Throttle, seed: number): readonly Fault[] {
  const rates: readonly (readonly [FaultKind, number])[] = [
    [throttle, 0.02],
    ['server-error', 0.02],
    ['bad-gateway', 0.01],
    ['unavailable', 0.015],
    ['unavailable-without-retry-after', 0.015],
    ['gateway-timeout', 0.01],
    ['lost-request', 0.01],
    ['lost-answer', 0.03],
  ];
  const changes = rates.map(([kind, rate]) => ({ kind, rate, pathPattern: 'POST /users/*/assignLicense' }));
  const connections = changes
    .filter(({ kind }) => kind.startsWith('lost'))
    .map((fault) => ({ ...fault, pathPattern: 'POST /$batch' }));
  return [...changes, ...connections].map((fault, index) => ({ ...fault, seed: seed * 100 + index }));
}
