import type { Fault } from './graph/faults';

/** Faults of Graph that the bar offers, by their names in the page's address. */
const graphFaultTable = {
  'graph-throttles': { kind: 'throttle', rate: 0.3 },
  'throttles-unsaid': { kind: 'throttle-without-retry-after', rate: 0.3 },
  'throttles-date': { kind: 'throttle-date', rate: 0.3 },
  'throttles-zero': { kind: 'throttle-zero', rate: 0.3 },
  'throttles-day': { kind: 'throttle-day', rate: 0.05 },
  'throttles-garbage': { kind: 'throttle-garbage', rate: 0.3 },
  'throttles-batches': { kind: 'throttle', rate: 0.3, pathPattern: 'POST /$batch' },
  'graph-slow': { kind: 'slow', rate: 1 },
  'answers-slow': { kind: 'slow-answer', rate: 1 },
  'graph-unavailable': { kind: 'unavailable', rate: 1 },
  'unavailable-unsaid': { kind: 'unavailable-without-retry-after', rate: 0.2 },
  'server-error': { kind: 'server-error', rate: 0.2 },
  'server-error-page': { kind: 'server-error-html', rate: 0.2 },
  'bad-gateway': { kind: 'bad-gateway', rate: 0.2 },
  'bad-gateway-page': { kind: 'bad-gateway-html', rate: 0.2 },
  'gateway-timeout': { kind: 'gateway-timeout', rate: 0.2 },
  'gateway-timeout-page': { kind: 'gateway-timeout-html', rate: 0.2 },
  'storage-full': { kind: 'insufficient-storage', rate: 0.2 },
  'graph-loses-requests': { kind: 'lost-request', rate: 0.1 },
  'graph-loses-answers': { kind: 'lost-answer', rate: 0.1 },
  'batches-lose-answers': { kind: 'lost-answer', rate: 0.2, pathPattern: 'POST /$batch' },
  'network-cut': { kind: 'cut-off', rate: 1 },
  'graph-hangs': { kind: 'hang', rate: 0.1 },
  'graph-hangs-after': { kind: 'hang-after-effect', rate: 0.1 },
  'error-in-ok': { kind: 'error-in-ok', rate: 0.1 },
  'html-in-ok': { kind: 'html-in-ok', rate: 0.1 },
  'cut-json': { kind: 'cut-json', rate: 0.1 },
  'no-responses': { kind: 'batch-without-responses', rate: 0.2 },
  'item-missing': { kind: 'batch-one-missing', rate: 0.2 },
  'item-twice': { kind: 'batch-one-twice', rate: 0.2 },
  'item-unknown': { kind: 'batch-unknown-id', rate: 0.2 },
  'page-fails': { kind: 'server-error', rate: 0.2, pathPattern: 'GET *?*skiptoken=*' },
  'link-expired': { kind: 'link-expired', rate: 0.2 },
  'page-repeats': { kind: 'page-repeats', rate: 0.5 },
  'token-expires': { kind: 'token-expired', rate: 0.2 },
  'claims-challenge': { kind: 'claims-challenge', rate: 0.1 },
  'insufficient-claims': { kind: 'insufficient-claims', rate: 0.1 },
  'role-expires': { kind: 'role-ended', rate: 1, pathPattern: 'POST *assignLicense', after: 10, limit: 1 },
  'people-guarded': { kind: 'forbidden', rate: 0.2, pathPattern: 'POST *assignLicense' },
  'conflict-409': { kind: 'concurrency', rate: 0.2, pathPattern: 'POST *assignLicense' },
  'conflict-400': { kind: 'concurrency-400', rate: 0.2, pathPattern: 'POST *assignLicense' },
  'conflict-412': { kind: 'precondition-failed', rate: 0.2, pathPattern: 'POST *assignLicense' },
  'seats-taken': { kind: 'seats-taken', rate: 1, after: 10, limit: 1 },
  'seats-freed': { kind: 'seats-freed', rate: 1, after: 10, limit: 1 },
  'sku-suspended': { kind: 'sku-suspended', rate: 1, after: 10, limit: 1 },
  'user-deleted': { kind: 'user-deleted', rate: 0.1 },
} as const satisfies Readonly<Record<string, Fault>>;

/** Faults of Graph that the bar offers. */
export type GraphFaultKey = keyof typeof graphFaultTable;

/** Faults of the issuer and of the host. */
export type HostFaultKey =
  | 'no-write-consent'
  | 'sign-in-needed'
  | 'sign-in-cancelled'
  | 'no-network-for-tokens'
  | 'silent-host'
  | 'no-nested-auth'
  | 'no-install-dialog';

/** Every fault that the bar can switch on. */
export type FaultKey = GraphFaultKey | HostFaultKey;

/** Faults of Graph by key. The other keys are faults of the issuer or the host. */
export const graphFaults: Readonly<Partial<Record<FaultKey, Fault>>> = graphFaultTable;

/** Groups of faults in the bar. */
export type FaultGroup =
  | 'throttling'
  | 'outages'
  | 'network'
  | 'answers'
  | 'paging'
  | 'access'
  | 'conflicts'
  | 'otherAdmin'
  | 'host';

/** The faults in the order in which the bar shows them. */
export const faultGroups: Readonly<Record<FaultGroup, readonly FaultKey[]>> = {
  throttling: [
    'graph-throttles',
    'throttles-unsaid',
    'throttles-date',
    'throttles-zero',
    'throttles-day',
    'throttles-garbage',
    'throttles-batches',
  ],
  outages: [
    'graph-slow',
    'answers-slow',
    'graph-unavailable',
    'unavailable-unsaid',
    'server-error',
    'server-error-page',
    'bad-gateway',
    'bad-gateway-page',
    'gateway-timeout',
    'gateway-timeout-page',
    'storage-full',
  ],
  network: [
    'network-cut',
    'graph-loses-requests',
    'graph-loses-answers',
    'batches-lose-answers',
    'graph-hangs',
    'graph-hangs-after',
  ],
  answers: [
    'error-in-ok',
    'html-in-ok',
    'cut-json',
    'no-responses',
    'item-missing',
    'item-twice',
    'item-unknown',
  ],
  paging: ['page-fails', 'link-expired', 'page-repeats'],
  access: ['token-expires', 'claims-challenge', 'insufficient-claims', 'role-expires', 'people-guarded'],
  conflicts: ['conflict-409', 'conflict-400', 'conflict-412'],
  otherAdmin: ['seats-taken', 'seats-freed', 'sku-suspended', 'user-deleted'],
  host: [
    'no-write-consent',
    'sign-in-needed',
    'sign-in-cancelled',
    'no-network-for-tokens',
    'silent-host',
    'no-nested-auth',
    'no-install-dialog',
  ],
};

/** All faults, in that order. */
export const faultKeys: readonly FaultKey[] = Object.values(faultGroups).flat();

/** True if the text is the key of a fault. */
export function isFaultKey(text: string): text is FaultKey {
  return (faultKeys as readonly string[]).includes(text);
}

/** Options that replace those of each chosen fault of Graph. */
export type FaultAim = Partial<
  Pick<Fault, 'rate' | 'after' | 'limit' | 'pathPattern' | 'person' | 'item' | 'seed'>
>;

/** The faults of Graph behind keys, aimed. */
export function aimedFaults(keys: readonly FaultKey[], aim: FaultAim): Fault[] {
  const set = Object.fromEntries(Object.entries(aim).filter(([, value]) => value !== undefined));
  return keys.flatMap((key) => {
    const fault = graphFaults[key];
    return fault ? [{ ...fault, ...set }] : [];
  });
}
