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
  /** Cancels the request with `cancelled` until it is on the wire; after that its response is waited for. */
  readonly unsentSignal?: AbortSignal;
  /** Milliseconds until the request fails with `timed-out`. Default is 30,000. */
  readonly timeoutInMs?: number;
  /** Token that the service refused in an earlier response; this request carries the one that replaces it. */
  readonly refusedToken?: RefusedToken;
}

/** Token that was refused to one item of a batch, where the status of the batch does not show it. */
export interface RefusedToken {
  /** `tokenId` of the response. */
  readonly id: number;
  /** The decoded challenge that the next token must meet; undefined for a token that is merely too old. */
  readonly claims: string | undefined;
}

/** One response, as plain data. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; only what the browser lets a page read. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Number in place of the token that the request carried; undefined if it carried none. */
  readonly tokenId?: number;
}

/**
 * Sends a request and resolves with the response, whatever its status.
 * Rejects with AppError: `offline`, `timed-out`, `cancelled`, or what a policy throws.
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** Named step around sending; the pipeline is a short fixed list of them. */
export interface Policy {
  readonly name: string;
  send(request: HttpRequest, next: Send): Promise<HttpResponse>;
}

/**
 * Resolves an access token for `scopes`. `claims` is a decoded challenge that the token must meet; `isFresh` asks for a
 * new token even where one is cached, because the service refused that one.
 */
export type GetToken = (scopes: readonly string[], claims?: string, isFresh?: boolean) => Promise<string>;
