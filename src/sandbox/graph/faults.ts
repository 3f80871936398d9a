import type { Random } from '../../base/random';
import { seededRandom } from '../../base/random';

/** Every way in which the emulator can be told to fail. */
export type FaultKind =
  /** 429 with `Retry-After: 10`; nothing was done. */
  | 'throttle'
  /** 429 without `Retry-After`; nothing was done. */
  | 'throttle-without-retry-after'
  /** 503 with `Retry-After: 5`; nothing was done. */
  | 'unavailable'
  /** 503 without `Retry-After`; nothing was done. */
  | 'unavailable-without-retry-after'
  /** 500 with a Graph error; nothing was done. */
  | 'server-error'
  /** 502 with an HTML page; nothing was done. */
  | 'bad-gateway-html'
  /** 504 with an HTML page; nothing was done. */
  | 'gateway-timeout-html'
  /** The right answer, three seconds late. */
  | 'slow'
  /** 401: the token is said to be expired. */
  | 'token-expired'
  /** 401 with a claims challenge, given only to clients that declared `cp1`. */
  | 'claims-challenge'
  /** 403: the role or consent is said to be gone. */
  | 'forbidden'
  /** 409 Directory_ConcurrencyViolation; nothing was done. */
  | 'concurrency'
  /** The connection closes before anything was done (status 0; a batch item answers 504). */
  | 'lost-request'
  /** Everything was done, and then the connection closes (status 0; a batch item answers 504). */
  | 'lost-answer';

/** One fault that is switched on. */
export interface Fault {
  kind: FaultKind;
  /** Share of the matching requests and batch items that it hits, 0 to 1. */
  rate: number;
  /**
   * Which requests it may hit: the path below the version, `*` for anything, case ignored, optionally after a method,
   * such as `POST /groups/*`. Default: all but `/$batch` itself, whose items are hit one by one.
   */
  pathPattern?: string;
  /** Seed of its own chance, so that a run can be repeated; default 1. */
  seed?: number;
}

/** One fault that was injected. */
export interface InjectedFault {
  kind: FaultKind;
  method: string;
  path: string;
  /** Milliseconds since 1970. */
  at: number;
}

interface ArmedFault {
  fault: Fault;
  random: Random;
  matches: RegExp;
}

/** The faults that are switched on, and the log of what they did. */
export class FaultPlan {
  #armed: readonly ArmedFault[] = [];
  readonly #injected: InjectedFault[] = [];

  /** Replaces all faults; an empty list switches them off. */
  set(faults: readonly Fault[]): void {
    this.#armed = faults.map((fault) => ({
      fault,
      random: seededRandom(fault.seed ?? 1),
      matches: patternOf(fault.pathPattern),
    }));
  }

  /** The faults that are switched on. */
  list(): readonly Fault[] {
    return this.#armed.map(({ fault }) => fault);
  }

  /** Every fault injected since the start, oldest first. */
  injected(): readonly InjectedFault[] {
    return this.#injected;
  }

  /** Chooses the fault for one request, the first that strikes, and logs it. */
  strike(method: string, path: string, at: number): FaultKind | undefined {
    const hit = this.#armed.find(
      ({ fault, random, matches }) => matches.test(`${method} ${path}`) && random() < fault.rate,
    );
    if (!hit) return undefined;
    this.#injected.push({ kind: hit.fault.kind, method, path, at });
    return hit.fault.kind;
  }
}

function patternOf(pattern: string | undefined): RegExp {
  if (pattern === undefined) return /^(?!POST \/\$batch$)/;
  const withMethod = pattern.startsWith('/') ? `* ${pattern}` : pattern;
  const escaped = withMethod.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\*/g, '.*');
  return new RegExp(`^${escaped}$`, 'i');
}
