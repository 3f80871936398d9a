import type { Answer, Call } from './call';
import type { QueryLimits } from './odata/queryOptions';
import type { ScopeRule } from './scopes';

/** One kind of request that the emulator serves. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below the version; `{name}` takes any one segment, or what stands in its place within one. `/me/…` is served by the route of `/users/{user}/…`. */
  readonly path: string;
  readonly scopes: ScopeRule;
  /** Whether only the beta version has it; default false. */
  readonly isBeta?: true;
  /** Whether guests may send it for others than themselves; default false. */
  readonly isForGuests?: boolean;
  /** Resource units before the query options change them (Graph: throttling limits, identity and access). */
  readonly cost: number;
  /** Query options that it takes beyond the common ones. */
  readonly query?: QueryLimits;
  /** Whether it is a read although it is no GET; default false. */
  readonly isRead?: true;
  /** Whether it writes the person of the path, so that another such write at the same time conflicts; default false. */
  readonly writesUser?: true;
  readonly handle: (call: Call) => Answer;
}
