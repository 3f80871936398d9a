import type { AppError } from '../../base/appError';
import type { RefusedToken } from '../../http/types';
import type { GraphResponse } from '../graphResponse';
import type { RequestClass } from '../requestClass';
import { toRequestClass } from '../requestClass';
import type { GraphQuery, GraphRequest } from '../types';

/** A call that waits in the queue or travels in a batch. */
export interface QueuedCall {
  readonly request: GraphRequest;
  /** Path and query below the version, encoded. */
  readonly url: string;
  readonly requestClass: RequestClass;
  /** True for photos: the Outlook service works on few requests of one app at a time. */
  readonly isPhoto: boolean;
  /** Number of times that it was sent. */
  attempts: number;
  /** Time at which it was queued, by the monotonic clock in milliseconds. */
  queuedAt: number;
  /** Time before which it isn't sent, by the same clock. */
  notBefore: number;
  /** Token that was refused to it; such a call has had its one replacement. */
  refusedToken: RefusedToken | undefined;
  /** True while it waits to be sent, for the first time or again. */
  isQueued: boolean;
  /** True once its caller has a result. */
  isSettled: boolean;
  /** Cancels the batch around it unless that has left; undefined outside of a batch. */
  cancelBatch: (() => void) | undefined;
  resolve(response: GraphResponse): void;
  reject(error: AppError): void;
}

/** Actions that only read, though they are posted (Graph: throttling limits price them as reads). */
const readingActions = /\/(getByIds|checkMember(Groups|Objects)|getMember(Groups|Objects))$/;
const photoPath = /\/photos?(\/|$)/;

/** Creates a queued call; `onCancel` is called when the signal of the request is aborted while the call has no result. */
export function createQueuedCall(
  request: GraphRequest,
  queuedAt: number,
  promise: Pick<QueuedCall, 'resolve' | 'reject'>,
  onCancel: (call: QueuedCall) => void,
): QueuedCall {
  const { method = 'GET', path, query, priority = 'interactive', signal } = request;
  const isRead = method === 'GET' || (method === 'POST' && readingActions.test(path));
  const call: QueuedCall = {
    request,
    url: path + buildQuery(query),
    requestClass: toRequestClass(isRead ? 'read' : 'write', priority),
    isPhoto: photoPath.test(path),
    attempts: 0,
    queuedAt,
    notBefore: queuedAt,
    refusedToken: undefined,
    isQueued: true,
    isSettled: false,
    cancelBatch: undefined,
    resolve: (response) => once(() => promise.resolve(response)),
    reject: (error) => once(() => promise.reject(error)),
  };
  const onAbort = (): void => onCancel(call);
  signal?.addEventListener('abort', onAbort, { once: true });
  function once(act: () => void): void {
    if (call.isSettled) return;
    call.isSettled = true;
    signal?.removeEventListener('abort', onAbort);
    act();
  }
  return call;
}

/** Encodes OData options as a query string with its `?`; empty where there are none. */
function buildQuery(query: GraphQuery | undefined): string {
  if (!query) return '';
  const options: Readonly<Record<string, string | undefined>> = {
    $select: query.select?.join(','),
    $filter: query.filter,
    $search: query.search,
    $orderby: query.orderBy,
    $expand: query.expand,
    $top: query.top?.toString(),
    $count: query.count ? 'true' : undefined,
  };
  const encoded = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return encoded.length > 0 ? `?${encoded.join('&')}` : '';
}

/** Returns a key that is equal for calls that may share a batch: its token must have the permissions of each of them. */
export function toBatchKey({ request, refusedToken }: QueuedCall): string {
  return JSON.stringify([request.scopes, refusedToken]);
}
