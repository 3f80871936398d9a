import type { Answer, Call } from './call';
import type { ScopeRule } from './scopes';

/** One kind of request that the emulator serves. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path below the version; `{name}` takes any one segment. `/me/…` is served by the route of `/users/{user}/…`. */
  readonly path: string;
  readonly scopes: ScopeRule;
  /** Whether guests may send it for others than themselves; default false. */
  readonly isForGuests?: boolean;
  /** Resource units before the query options change them (Graph: throttling limits, identity and access). */
  readonly cost: number;
  readonly handle: (call: Call) => Answer;
}
