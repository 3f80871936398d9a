import type { UserPrincipal } from '../../../src/base/principal';
import { seededRandom } from '../../../src/base/random';
import type { Fault } from '../../../src/sandbox/graph/faults';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import { choosePeople } from '../../faults/environment/people';

/** Everyone who gives the same people the same license. */
export const contenders = ['own', 'cli', 'sdk-pool', 'sdk-batches', 'batch-loop', 'one-by-one'] as const;

/** One who gives people a license. */
export type Contender = (typeof contenders)[number];

/** What is printed of each. */
export const titles: Readonly<Record<Contender, string>> = {
  own: 'this app',
  cli: 'CLI for Microsoft 365, 20 at once',
  'sdk-pool': 'Graph SDK, 50 calls at once',
  'sdk-batches': 'Graph SDK, 4 batches of 20 at once',
  'batch-loop': 'a loop of batches of 20, as CIPP',
  'one-by-one': 'a loop of single calls',
};

/** Milliseconds of one exchange with the service, in real time and, on average, in virtual time. */
export const latencyInMs = 300;

/** One run: who, for how many, and against what. */
export interface Contest {
  readonly contender: Contender;
  readonly people: number;
  /** Seed of the choice of people, of the faults, and of all chance in virtual time. */
  readonly seed: number;
  readonly faults: readonly Fault[];
}

/** What a contender tells of each person, by object id: licensed, or not. */
export type Told = ReadonlyMap<string, boolean>;

/** How one run went. */
export interface Result {
  readonly tookInMs: number;
  /** HTTP requests. */
  readonly requests: number;
  /** Changes that reached the service, alone or in a batch, refused ones too. */
  readonly writes: number;
  /** Calls, alone or in a batch, that were refused with 429. */
  readonly refused: number;
  /** People who hold no license in the end, though there were seats. */
  readonly lost: number;
  readonly falselyDone: number;
  readonly falselyFailed: number;
  /** Milliseconds that were said to be left after ten seconds, and that truly were; undefined where nothing was said. */
  readonly timeLeft?: { readonly saidInMs: number; readonly trulyInMs: number };
}

/** Users of a tenant in which so many people can be licensed. */
export const usersFor = (people: number): number => Math.max(1_000, Math.ceil(people * 1.25));

/** The people of a run; the same ones in every process that opened the tenant of `usersFor`. */
export const peopleOf = (tenant: Tenant, { people, seed }: Contest): readonly UserPrincipal[] =>
  choosePeople(tenant, people, seededRandom(seed));

/** Milliseconds that no client can beat: by the published quota of writes, or by four batches of 20 under way. */
export const leastInMs = (people: number): number =>
  Math.max(((people - 3_000) / 20) * 1_000, Math.ceil(people / 80) * latencyInMs);
