import type { Policy, Send } from './types';

/** Wraps `send` in `policies`; the first policy of the list gets a request first and its response last. */
export function composePolicies(policies: readonly Policy[], send: Send): Send {
  return policies.reduceRight<Send>((next, policy) => (request) => policy.send(request, next), send);
}
