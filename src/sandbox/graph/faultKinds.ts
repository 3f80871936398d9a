/** Faults that refuse a request before anything is done. */
export type RefusingFault =
  /** 429 with `Retry-After: 10`. */
  | 'throttle'
  /** 429 without `Retry-After`. */
  | 'throttle-without-retry-after'
  /** 429 with a date as `Retry-After`, ten seconds ahead. */
  | 'throttle-date'
  /** 429 with `Retry-After: 0`. */
  | 'throttle-zero'
  /** 429 with `Retry-After: 86400`. */
  | 'throttle-day'
  /** 429 with a `Retry-After` that means nothing. */
  | 'throttle-garbage'
  /** 503 with `Retry-After: 5`. */
  | 'unavailable'
  /** 503 without `Retry-After`. */
  | 'unavailable-without-retry-after'
  /** 500 with a Graph error. */
  | 'server-error'
  /** 500 with an HTML page. */
  | 'server-error-html'
  /** 502 with a Graph error. */
  | 'bad-gateway'
  /** 502 with an HTML page. */
  | 'bad-gateway-html'
  /** 504 with a Graph error. */
  | 'gateway-timeout'
  /** 504 with an HTML page. */
  | 'gateway-timeout-html'
  /** 507 with a Graph error. */
  | 'insufficient-storage'
  /** 401: expired token. */
  | 'token-expired'
  /** 401 with a claims challenge, given only to clients that declared `cp1`. */
  | 'claims-challenge'
  /** 403 with a claims challenge: conditional access asks for more claims. */
  | 'insufficient-claims'
  /** 403: missing role or consent. */
  | 'forbidden'
  /** 409 Directory_ConcurrencyViolation. */
  | 'concurrency'
  /** 400 with the same code as `concurrency`. */
  | 'concurrency-400'
  /** 412. */
  | 'precondition-failed'
  /** 400: expired link to this page. */
  | 'link-expired';

/** Faults of the network. */
export type NetworkFault =
  /** The right answer, three seconds late. */
  | 'slow'
  /** Everything is done at once, and the right answer comes three seconds late. */
  | 'slow-answer'
  /** The connection closes before anything was done (status 0; a batch item answers 504). */
  | 'lost-request'
  /** Everything was done, and then the connection closes (status 0; a batch item answers 504). */
  | 'lost-answer'
  /** No connection at all: whole exchanges, batches too, close before anything was done (status 0). */
  | 'cut-off'
  /** Nothing is done and nothing is ever answered (status -1; a batch item answers 504). */
  | 'hang'
  /** Everything is done and nothing is ever answered (status -1; a batch item answers 504). */
  | 'hang-after-effect';

/** Faults that corrupt the answer of a request that was served. */
export type CorruptionFault =
  /** 200 with an `error` in its body, though everything was done. */
  | 'error-in-ok'
  /** 200 with an HTML page. */
  | 'html-in-ok'
  /** Truncated JSON. */
  | 'cut-json'
  /** A batch answer without `responses`. */
  | 'batch-without-responses'
  /** A batch answer that lacks one item. */
  | 'batch-one-missing'
  /** A batch answer that has one item twice. */
  | 'batch-one-twice'
  /** A batch answer with one item under an id that is not in the request. */
  | 'batch-unknown-id'
  /** A page that begins with the last item of the page before. */
  | 'page-repeats';

/** Actions of another admin just before the request is served. */
export type ConcurrentAdminFault =
  /** The free seats of the SKUs in the request's body are removed. */
  | 'seats-taken'
  /** Ten seats are added to each SKU in the request's body. */
  | 'seats-freed'
  /** The SKUs in the request's body are suspended. */
  | 'sku-suspended'
  /** The person in the request's path is deleted. */
  | 'user-deleted'
  /** The caller loses every directory role until the faults are chosen again. */
  | 'role-ended';

/** All faults that the emulator can be asked for. */
export type FaultKind = RefusingFault | NetworkFault | CorruptionFault | ConcurrentAdminFault;

/** Targets of a fault: requests and batch items, whole HTTP exchanges, batches, further pages, or license changes. */
export type FaultReach = 'request' | 'exchange' | 'batch' | 'page' | 'assignment';

const reaches: Readonly<Record<FaultKind, FaultReach>> = {
  throttle: 'request',
  'throttle-without-retry-after': 'request',
  'throttle-date': 'request',
  'throttle-zero': 'request',
  'throttle-day': 'request',
  'throttle-garbage': 'request',
  unavailable: 'request',
  'unavailable-without-retry-after': 'request',
  'server-error': 'request',
  'server-error-html': 'request',
  'bad-gateway': 'request',
  'bad-gateway-html': 'request',
  'gateway-timeout': 'request',
  'gateway-timeout-html': 'request',
  'insufficient-storage': 'request',
  'token-expired': 'request',
  'claims-challenge': 'request',
  'insufficient-claims': 'request',
  forbidden: 'request',
  concurrency: 'request',
  'concurrency-400': 'request',
  'precondition-failed': 'request',
  'link-expired': 'page',
  slow: 'request',
  'slow-answer': 'request',
  'lost-request': 'request',
  'lost-answer': 'request',
  'cut-off': 'exchange',
  hang: 'exchange',
  'hang-after-effect': 'exchange',
  'error-in-ok': 'exchange',
  'html-in-ok': 'exchange',
  'cut-json': 'exchange',
  'batch-without-responses': 'batch',
  'batch-one-missing': 'batch',
  'batch-one-twice': 'batch',
  'batch-unknown-id': 'batch',
  'page-repeats': 'page',
  'seats-taken': 'assignment',
  'seats-freed': 'assignment',
  'sku-suspended': 'assignment',
  'user-deleted': 'assignment',
  'role-ended': 'assignment',
};

/** Returns the targets of a kind of fault. */
export function reachOf(kind: FaultKind): FaultReach {
  return reaches[kind];
}

/** True if the text is a kind of fault. */
export function isFaultKind(text: string): text is FaultKind {
  return Object.hasOwn(reaches, text);
}
