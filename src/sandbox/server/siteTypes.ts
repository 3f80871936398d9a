/** The four sites of the sandbox, each on a port of its own so that they are cross-origin to each other. */
export type SiteName = 'host' | 'tab' | 'graph' | 'login';

/** Origin of each site, such as `http://teams.localhost:5300`. */
export type Origins = Readonly<Record<SiteName, string>>;

/** A request as a site sees it, free of Node's types. */
export interface SiteRequest {
  readonly method: string;
  /** Absolute, as the caller wrote it: scheme, host, path and query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** True if the body was too long and was ignored. */
  readonly isTooLong?: true;
}

/** A site's answer. */
export interface SiteResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A site: a function from request to answer, which a test may call without a socket. */
export type Site = (request: SiteRequest) => Promise<SiteResponse>;
