import type { NewId } from '../../base/ids';
import type { Policy } from '../types';

/** Adds a new `client-request-id` to each request without one, so that a failure can be traced at the service. */
export function requestId(newId: NewId): Policy {
  return {
    name: 'requestId',
    send: (request, next) =>
      next({ ...request, headers: { 'client-request-id': newId(), ...request.headers } }),
  };
}
