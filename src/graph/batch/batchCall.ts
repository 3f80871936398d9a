import type { AppError } from '../../base/appError';
import type { HttpRequest, HttpResponse, RefusedToken } from '../../http/types';
import type { RequestClass } from '../requestClass';
import { toRequestClass } from '../requestClass';
import { priorityOf } from '../priority';

/** One call on its way through the batches. */
export interface BatchCall {
  readonly request: HttpRequest;
  readonly requestClass: RequestClass;
  /** Of the Outlook service, which works on few requests of one app at a time. */
  readonly isPhoto: boolean;
  /** Times that it was on the wire. */
  tries: number;
  /** By the monotonic clock, in milliseconds: when it was put in the queue, and before when it is not sent. */
  queuedAt: number;
  notBefore: number;
  /** The token that was refused to it; such a call has had its one replacement. */
  refusedToken: RefusedToken | undefined;
  /** Whether it waits to be sent, for the first time or again. */
  isQueued: boolean;
  /** Whether its caller has an answer, or has let go of it. */
  isSettled: boolean;
  /** Calls off the batch around it, unless that has left; undefined where it is in none. */
  callOff: (() => void) | undefined;
  resolve(answer: HttpResponse): void;
  reject(error: AppError): void;
}

/** Actions that only read, though they are posted (Graph: throttling limits price them as reads). */
const readingActions = /\/(getByIds|checkMember(Groups|Objects)|getMember(Groups|Objects))$/;
const photoPath = /\/photos?(\/|$)/;

/** Makes a queued call of a request; `onEnd` is called before its caller is served, which happens once. */
export function createCall(
  request: HttpRequest,
  queuedAt: number,
  settle: Pick<BatchCall, 'resolve' | 'reject'>,
  onEnd: () => void,
): BatchCall {
  const path = request.url.split('?')[0] ?? '';
  const isRead = request.method === 'GET' || (request.method === 'POST' && readingActions.test(path));
  const call: BatchCall = {
    request,
    requestClass: toRequestClass(isRead ? 'read' : 'write', priorityOf(request.headers)),
    isPhoto: photoPath.test(path),
    tries: 0,
    queuedAt,
    notBefore: queuedAt,
    refusedToken: undefined,
    isQueued: true,
    isSettled: false,
    callOff: undefined,
    resolve: (answer) => once(() => settle.resolve(answer)),
    reject: (error) => once(() => settle.reject(error)),
  };
  function once(act: () => void): void {
    if (call.isSettled) return;
    call.isSettled = true;
    onEnd();
    act();
  }
  return call;
}

/** Calls whose groups are equal may share a batch: the token of a batch must carry what each of them needs. */
export function groupOf({ request, refusedToken }: BatchCall): string {
  return JSON.stringify([request.scopes, refusedToken]);
}
