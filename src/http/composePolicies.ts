import type { Policy, Send } from './types';

/** Wraps `send` into `policies`; the first policy of the list sees a request first and its answer last. */
export function composePolicies(policies: readonly Policy[], send: Send): Send {
  return policies.reduceRight<Send>((next, policy) => (request) => policy.send(request, next), send);
}
