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
  /** Milliseconds until the request is given up with `timed-out`. Default is 30,000. */
  readonly timeoutInMs?: number;
}

/** One answer, as plain data. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; only what the browser lets a page read. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
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
