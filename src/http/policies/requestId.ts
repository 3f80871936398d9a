import type { NewId } from '../../base/ids';
import type { Policy } from '../types';

/** Names each request with a fresh `client-request-id`, unless it has one, so that a failure can be traced at the service. */
export function requestId(newId: NewId): Policy {
  return {
    name: 'requestId',
    send: (request, next) =>
      next({ ...request, headers: { 'client-request-id': newId(), ...request.headers } }),
  };
}
