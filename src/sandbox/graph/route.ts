import type { Answer, Call } from './call';
import type { DirectorySettings } from './directorySettings';
import type { GraphRefusal } from './graphRefusal';
import type { QueryLimits } from './odata/queryOptions';
import type { ScopeRule } from './scopes';

/** One kind of request that the emulator serves. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
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
  /** Answers of an API that words its refusals in its own way; default as the directory does. */
  readonly refusals?: RouteRefusals;
  readonly handle: (call: Call) => Answer;
}

/** Refusals that an API gives before a request reaches its resource. */
export interface RouteRefusals {
  /** Returns why the API is not there; undefined where it is. */
  readonly whereClosed: (settings: DirectorySettings) => GraphRefusal | undefined;
  /** Rewords the refusal of query options that cannot be read. */
  readonly ofQuery: (refusal: GraphRefusal) => GraphRefusal;
  /** Refuses a method that the path does not take. */
  readonly ofMethod: (method: string, segments: readonly string[]) => GraphRefusal;
}
