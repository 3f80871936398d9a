import type { GenericSchema } from 'valibot';
import type { Scope } from '../base/scope';
import type { HttpMethod } from '../http/types';

/** OData query options, unencoded. */
export interface GraphQuery {
  readonly select?: readonly string[];
  readonly filter?: string;
  readonly search?: string;
  readonly orderBy?: string;
  readonly expand?: string;
  /** Items a page, 1 to 999. Default is the service's own, 100 for directory objects. */
  readonly top?: number;
  /** Asks for the total number of matches; needs `isEventual` for directory objects. */
  readonly count?: boolean;
}

/** Version of Microsoft Graph; each has a quota of its own here. */
export type GraphVersion = 'v1.0' | 'beta';

/** One call of Microsoft Graph. */
export interface GraphRequest {
  /** Default is v1.0. */
  readonly version?: GraphVersion | undefined;
  /** Default is GET. */
  readonly method?: HttpMethod;
  /** Path after the version, such as `/users/{id}`; ids are GUIDs or were encoded with `encodeURIComponent`. */
  readonly path: string;
  readonly query?: GraphQuery;
  /** Sends `ConsistencyLevel: eventual`, which advanced queries need. Default is false. */
  readonly isEventual?: boolean;
  readonly body?: unknown;
  readonly scopes: readonly Scope[];
  /**
   * `interactive` calls go before `bulk` ones and have a part of the quota reserved. Default is interactive.
   */
  readonly priority?: 'interactive' | 'bulk';
  /** Maximum number of attempts while it is refused, or a read is lost, from 1. Default is 6. */
  readonly maxAttempts?: number;
  /** True if the caller can do without this read: a broken service gets one more attempt, soon, and then the call fails. Default is false. */
  readonly isOptional?: boolean;
  /** Takes the call out of the queue and rejects it with `cancelled`; a write that was sent is waited for. */
  readonly signal?: AbortSignal;
}

/** Position of the next page; opaque, and bound to the call that returned it. */
export interface GraphCursor {
  readonly nextLink: string;
  readonly version?: GraphVersion | undefined;
  readonly isEventual: boolean;
  readonly scopes: readonly Scope[];
  readonly priority?: GraphRequest['priority'];
  readonly isOptional?: boolean;
}

/** Items of a collection. */
export interface GraphItems<T> {
  readonly items: readonly T[];
  /** Number of items that were left out because they could not be read. Default is 0. */
  readonly unread?: number;
}

/** One page of a collection. It may be empty and still have a next one. */
export interface GraphPage<T> extends GraphItems<T> {
  /** Matches over all pages; only on a first page that asked for it. */
  readonly total: number | undefined;
  readonly next: GraphCursor | undefined;
}

/** Bytes with their media type. */
export interface GraphBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/**
 * Microsoft Graph.
 * Every method rejects with AppError: what `Send` throws, and by the response `bad-request`, `forbidden`,
 * `sign-in-needed`, `not-found`, `conflict`, `throttled`, `timed-out`, `token-refused`, `service-unavailable`,
 * `unexpected-answer`.
 */
export interface Graph {
  /** Sends one call and parses the body of the response with `schema`. */
  send<T>(request: GraphRequest, schema: GenericSchema<unknown, T>): Promise<T>;
  /** Sends one call and returns the bytes of the response, for photos. */
  sendForBytes(request: GraphRequest): Promise<GraphBytes>;
  /** Reads the first page of a collection whose items `schema` parses. */
  firstPage<T>(request: GraphRequest, schema: GenericSchema<unknown, T>): Promise<GraphPage<T>>;
  /** Reads the next page, with `ConsistencyLevel` as before, which Graph's links do not contain. */
  nextPage<T>(
    cursor: GraphCursor,
    schema: GenericSchema<unknown, T>,
    signal?: AbortSignal,
  ): Promise<GraphPage<T>>;
  /**
   * Reads all pages, each item once: a page that fails is asked for again from the last good one, and items that the
   * service repeats (by their `id`, where they have one) are left out.
   */
  allPages<T>(request: GraphRequest, schema: GenericSchema<unknown, T>): Promise<readonly T[]>;
  /** Reads all pages as well, and counts what was left out of them. */
  countedPages<T>(request: GraphRequest, schema: GenericSchema<unknown, T>): Promise<GraphItems<T>>;
  /**
   * Milliseconds that `count` more bulk writes of a version (default v1.0) will take from now, by what is known of the quota
   * and of the service's pace.
   */
  timeForWrites(count: number, version?: GraphVersion): number;
  /** Returns the relative error of `timeForWrites`: 0.3 is 30 % either way, and infinite means that it is only a minimum. */
  timeLeftError(count: number, version?: GraphVersion): number;
}
