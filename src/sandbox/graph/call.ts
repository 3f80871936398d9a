import type { Clock } from '../../base/clock';
import type { NewId } from '../../base/ids';
import type { Tenant } from '../tenant/tenant';
import type { Caller } from './caller';
import type { Directory } from './directory';
import type { QueryOptions } from './odata/queryOptions';

/** One parsed and authorized request to one resource. */
export interface Call {
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly caller: Caller;
  /** Named segments of the path, decoded: the one of `{user}` under `user`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Address of the service as the caller sees it, with the version: `https://graph.microsoft.com/v1.0`. */
  readonly root: string;
  /** The path below the version as the caller wrote it, `/me/licenseDetails`. */
  readonly path: string;
  readonly query: QueryOptions;
  /** True if the request has `ConsistencyLevel: eventual`. */
  readonly isEventual: boolean;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body; undefined when there is none. */
  readonly body: unknown;
  /** Milliseconds that a licensed group stays in each processing state. */
  readonly groupProcessingDelayInMs: number;
  /** Delays, conflicts, links and tokens of the directory. */
  readonly directory: Directory;
  /** Makes the ids of new objects. */
  readonly newId: NewId;
  /** Writes a line to the sandbox's console. */
  readonly log: (line: string) => void;
}

/** Answer of a resource. Headers that every answer has are added later. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** At most one of these four. */
  readonly json?: Readonly<Record<string, unknown>>;
  readonly text?: string;
  readonly html?: string;
  readonly image?: Uint8Array;
}

/** 200 with a JSON body. */
export function ok(json: Readonly<Record<string, unknown>>): Answer {
  return { status: 200, json };
}
