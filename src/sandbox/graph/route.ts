import type { Answer, Call } from './call';
import type { QueryLimits } from './odata/queryOptions';
import type { ScopeRule } from './scopes';

/** One kind of request that the emulator serves. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /**
   * Path below the version; `{name}` matches any one segment, or a part of one. `/me/…` is served by the route of
   * `/users/{user}/…`.
   */
  readonly path: string;
  readonly scopes: ScopeRule;
  /** True if only the beta version has it; default false. */
  readonly isBeta?: true;
  /** True if guests may send it for other users; default false. */
  readonly isForGuests?: boolean;
  /** Resource units before the query options change them (Graph: throttling limits, identity and access). */
  readonly cost: number;
  /** Query options that it takes beyond the common ones. */
  readonly query?: QueryLimits;
  /** True if it reads although it is not a GET; default false. */
  readonly isRead?: true;
  /** True if it writes the user of the path, so that another such write at the same time conflicts; default false. */
  readonly writesUser?: true;
  readonly handle: (call: Call) => Answer;
}
