import type { Fault } from './graph/faults';

/** Every fault that the bar can switch on, by the name it has in the page's address. */
export type FaultKey =
  | 'graph-slow'
  | 'graph-throttles'
  | 'graph-unavailable'
  | 'graph-loses-answers'
  | 'token-expires'
  | 'no-write-consent'
  | 'sign-in-needed'
  | 'sign-in-cancelled'
  | 'no-network-for-tokens'
  | 'silent-host'
  | 'no-nested-auth'
  | 'no-install-dialog';

/** What a fault does to Graph; those that are not named here work elsewhere, in the issuer or the host. */
export const graphFaults: Readonly<Partial<Record<FaultKey, Fault>>> = {
  'graph-slow': { kind: 'slow', rate: 1 },
  'graph-throttles': { kind: 'throttle', rate: 0.3 },
  'graph-unavailable': { kind: 'unavailable', rate: 1 },
  'graph-loses-answers': { kind: 'lost-answer', rate: 0.1 },
  'token-expires': { kind: 'token-expired', rate: 0.2 },
};

/** The faults in the order in which the bar shows them. */
export const faultKeys: readonly FaultKey[] = [
  'graph-slow',
  'graph-throttles',
  'graph-unavailable',
  'graph-loses-answers',
  'token-expires',
  'no-write-consent',
  'sign-in-needed',
  'sign-in-cancelled',
  'no-network-for-tokens',
  'silent-host',
  'no-nested-auth',
  'no-install-dialog',
];

/** Whether a text names a fault. */
export function isFaultKey(text: string): text is FaultKey {
  return (faultKeys as readonly string[]).includes(text);
}
