/** Optional parts of a refusal. */
interface RefusalExtras {
  readonly headers?: Readonly<Record<string, string>>;
  readonly innerError?: Readonly<Record<string, unknown>>;
  /** Part of the request that is wrong, where the service says it. */
  readonly target?: string;
  /** True if the sandbox doesn't serve the request, which its console reports. */
  readonly isUnserved?: true;
}

/** Thrown for a request that Graph would refuse; becomes Graph's error answer and never reaches a caller. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  readonly code: string;
  readonly extras: RefusalExtras;

  constructor(status: number, code: string, message: string, extras: RefusalExtras = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.extras = extras;
  }
}

/** 400 with the code that the directory uses for nearly everything. */
export function badRequest(message: string): GraphRefusal {
  return new GraphRefusal(400, 'Request_BadRequest', message);
}

/** 400 for a query that the directory does not answer. */
export function unsupportedQuery(message: string): GraphRefusal {
  return new GraphRefusal(400, 'Request_UnsupportedQuery', message);
}

/** 400 for a query that cannot be read. Inferred: code and texts follow the OData library that Graph uses. */
export function malformedQuery(message: string): GraphRefusal {
  return new GraphRefusal(400, 'BadRequest', message);
}

/** 404 for an object that doesn't exist. */
export function notFound(id: string): GraphRefusal {
  return new GraphRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** 403 for a missing scope or role. */
export function accessDenied(): GraphRefusal {
  return new GraphRefusal(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );
}

/** Refusal of a request that the sandbox doesn't serve. */
export function unserved(status: number, code: string, message: string): GraphRefusal {
  return new GraphRefusal(status, code, message, { isUnserved: true });
}
