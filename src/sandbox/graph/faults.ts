import type { Random } from '../../base/random';
import { seededRandom } from '../../base/random';
import { reachOf } from './faultKinds';
import type { FaultKind, FaultReach } from './faultKinds';
import { pathSegments } from './pathSegments';

/** One fault that is switched on. */
export interface Fault {
  kind: FaultKind;
  /** Share of the matching requests and batch items that it hits, 0 to 1. */
  rate: number;
  /**
   * Pattern of the requests that it may hit: the path below the version, `*` for anything, case ignored, optionally
   * after a method, such as `POST /groups/*`; with a `?` in it, path and query. Default: all targets of the kind, but
   * not `/$batch` itself where its items are hit one by one.
   */
  pathPattern?: string;
  /** Id or user principal name that the path must contain; for `/me` the caller's id counts. */
  person?: string;
  /** Id of the batch item that it hits; default any, and requests of their own. */
  item?: string;
  /** Number of matching requests to pass before it strikes for the first time; default 0. */
  after?: number;
  /** Maximum number of strikes; default unlimited. */
  limit?: number;
  /** Seed of its own chance, so that a run can be repeated; default 1. */
  seed?: number;
}

/** Properties of a request or batch item that decide whether a fault strikes. */
interface FaultTarget {
  readonly method: string;
  /** Path and query below the version. */
  readonly target: string;
  /** Id of the batch item; undefined for a request of its own, and for a batch as a whole. */
  readonly item?: string;
  /** Object id of the caller. */
  readonly callerId: string;
  readonly requestId: string;
}

/** One fault that was injected. */
interface InjectedFault {
  kind: FaultKind;
  method: string;
  path: string;
  /** Id of the batch item, where it was one. */
  item?: string;
  /** Id of the request or of the batch around it. */
  requestId: string;
  /** Milliseconds since 1970. */
  at: number;
}

interface ArmedFault {
  readonly fault: Fault;
  readonly random: Random;
  readonly pattern: RegExp | undefined;
  seen: number;
  struck: number;
}

/** The faults that are switched on, and the log of what they did. */
export class FaultPlan {
  #armed: readonly ArmedFault[] = [];
  readonly #injected: InjectedFault[] = [];
  readonly #withoutRoles = new Set<string>();

  /** Replaces all faults and resets their counts; an empty list switches them off. */
  set(faults: readonly Fault[]): void {
    this.#withoutRoles.clear();
    this.#armed = faults.map((fault) => ({
      fault,
      random: seededRandom(fault.seed ?? 1),
      pattern: patternOf(fault.pathPattern),
      seen: 0,
      struck: 0,
    }));
  }

  /** True once a `role-ended` has struck the caller. */
  hasEndedRolesOf(callerId: string): boolean {
    return this.#withoutRoles.has(callerId);
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
  strike(target: FaultTarget, at: number): FaultKind | undefined {
    const hit = this.#armed.find((armed) => matches(armed, target) && strikes(armed));
    if (!hit) return undefined;
    if (hit.fault.kind === 'role-ended') this.#withoutRoles.add(target.callerId);
    const { method, item, requestId } = target;
    const path = pathOf(target.target);
    this.#injected.push({ kind: hit.fault.kind, method, path, ...(item ? { item } : {}), requestId, at });
    return hit.fault.kind;
  }
}

function strikes(armed: ArmedFault): boolean {
  const { rate, after = 0, limit = Infinity } = armed.fault;
  armed.seen += 1;
  if (armed.seen <= after || armed.struck >= limit || armed.random() >= rate) return false;
  armed.struck += 1;
  return true;
}

function matches({ fault, pattern }: ArmedFault, target: FaultTarget): boolean {
  if (!isInReach(reachOf(fault.kind), target, pattern !== undefined)) return false;
  if (fault.item !== undefined && fault.item !== target.item) return false;
  if (fault.person !== undefined && !isAbout(fault.person, target)) return false;
  const place = fault.pathPattern?.includes('?') ? target.target : pathOf(target.target);
  return pattern?.test(`${target.method} ${place}`) ?? true;
}

function isInReach(reach: FaultReach, { method, target, item }: FaultTarget, hasPattern: boolean): boolean {
  const isBatch = method === 'POST' && /^\/\$batch$/i.test(pathOf(target));
  switch (reach) {
    case 'request':
      return hasPattern || !isBatch;
    case 'exchange':
      return item === undefined;
    case 'batch':
      return isBatch;
    case 'page':
      return method === 'GET' && /[?&](\$|%24)skiptoken=/i.test(target);
    case 'assignment':
      return hasPattern || /\/assignLicense$/i.test(pathOf(target));
  }
}

function isAbout(person: string, { target, callerId }: FaultTarget): boolean {
  const path = pathOf(target).replace(/^\/me(?=\/|$)/i, `/users/${callerId}`);
  return pathSegments(path.toLowerCase()).includes(person.toLowerCase());
}

function pathOf(target: string): string {
  return target.split('?')[0] ?? '';
}

function patternOf(pattern: string | undefined): RegExp | undefined {
  if (pattern === undefined) return undefined;
  const withMethod = pattern.startsWith('/') ? `* ${pattern}` : pattern;
  const escaped = withMethod.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\*/g, '.*');
  return new RegExp(`^${escaped}$`, 'i');
}
