/** The methods that this app sends. */
export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One request, as plain data. */
export interface HttpRequest {
  readonly method: HttpMethod;
  /** Absolute URL. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Permissions that the token must carry; empty for a request without a token. */
  readonly scopes: readonly string[];
  readonly signal?: AbortSignal;
  /** Calls the request off with `cancelled` while it hasn't left; one that is on the wire is waited for. */
  readonly unsentSignal?: AbortSignal;
  /** Milliseconds until the request is given up with `timed-out`. Default is 30,000. */
  readonly timeoutInMs?: number;
  /** A token that the service refused in an earlier answer, so that this request carries the one that replaces it. */
  readonly refusedToken?: RefusedToken;
}

/** Which token was refused, where an answer as a whole does not show it, as with one item of a batch. */
export interface RefusedToken {
  /** `tokenId` of the answer. */
  readonly id: number;
  /** The decoded challenge that the next token must meet; undefined for a token that is merely too old. */
  readonly claims: string | undefined;
}

/** One answer, as plain data. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; only what the browser lets a page read. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** A number in place of the token that the request carried; undefined where it carried none. */
  readonly tokenId?: number;
}

/**
 * Sends a request and resolves with the answer, whatever its status.
 * Rejects with AppError: `offline`, `timed-out`, `cancelled`, or what a policy throws.
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** One named step around sending; the pipeline is a short fixed list of them. */
export interface Policy {
  readonly name: string;
  send(request: HttpRequest, next: Send): Promise<HttpResponse>;
}

/**
 * Resolves an access token for `scopes`. `claims` is a decoded challenge that the token must meet; `isFresh` asks for a
 * new token even where one is kept, because the service refused that one.
 */
export type GetToken = (scopes: readonly string[], claims?: string, isFresh?: boolean) => Promise<string>;
