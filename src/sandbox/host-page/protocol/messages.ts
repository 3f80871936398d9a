/** A request of a frame, as teams-js posts it. */
export interface HostRequest {
  readonly id: number;
  /** The real correlation key; older versions of teams-js leave it out. */
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args: readonly unknown[];
  /** Payload of `nestedAppAuth.execute`, in JSON. */
  readonly data?: string;
}

/** Takes a posted value for a request; `undefined` if it is none. */
export function readRequest(data: unknown): HostRequest | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { id, uuidAsString, func, args, data: payload } = data as Record<string, unknown>;
  if (typeof func !== 'string' || typeof id !== 'number') return undefined;
  return {
    id,
    func,
    args: Array.isArray(args) ? (args as unknown[]) : [],
    ...(typeof uuidAsString === 'string' ? { uuidAsString } : {}),
    ...(typeof payload === 'string' ? { data: payload } : {}),
  };
}

/** The message that answers a request; `undefined` among `args` must stay, so it is never written as JSON. */
export function responseTo(request: HostRequest, args: readonly unknown[]): object {
  const { id, uuidAsString } = request;
  return { id, ...(uuidAsString === undefined ? {} : { uuidAsString }), args: [...args] };
}

/** A message that the host sends by itself; with an `id` teams-js would take it for an answer. */
export function eventMessage(func: string, args: readonly unknown[]): object {
  return { func, args: [...args] };
}
