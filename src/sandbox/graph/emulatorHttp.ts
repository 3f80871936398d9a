/** One request as the caller sent it. */
export interface EmulatorRequest {
  /** In upper case. */
  method: string;
  /** Absolute, as the caller sees it (scheme, host, path, query): links in the answer carry this host. */
  url: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Text of the body; absent when there is none. */
  body?: string;
  /** True if the body was too long and was ignored. */
  isTooLong?: true;
}

/** One answer, to be written to a socket as it is. */
export interface EmulatorResponse {
  /**
   * The HTTP status. Two more ask something of the server (a fault was injected): 0 to close the connection without an
   * answer, -1 to say nothing until the caller gives up.
   */
  status: number;
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
}
