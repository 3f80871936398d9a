import type { UserPrincipal } from '../../../src/base/principal';
import { seededRandom } from '../../../src/base/random';
import type { Fault } from '../../../src/sandbox/graph/faults';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import { choosePeople } from '../../faults/environment/people';

/** Clients that give the same people the same license. */
export const contenders = [
  'own',
  'own-cloud',
  'cli',
  'sdk-pool',
  'sdk-batches',
  'batch-loop',
  'one-by-one',
] as const;

export type Contender = (typeof contenders)[number];

/** True for this app, through whichever door. */
export const isOwn = (contender: Contender): boolean => contender.startsWith('own');

/** Title of each client in the output. */
export const titles: Readonly<Record<Contender, string>> = {
  own: 'this app',
  'own-cloud': 'this app, through cloud licensing',
  cli: 'CLI for Microsoft 365, 20 at once',
  'sdk-pool': 'Graph SDK, 50 calls at once',
  'sdk-batches': 'Graph SDK, 4 batches of 20 at once',
  'batch-loop': 'a loop of batches of 20, as CIPP',
  'one-by-one': 'a loop of single calls',
};

/** Milliseconds of one exchange with the service, in real time and, on average, in virtual time. */
export const latencyInMs = 300;

/** One run of a client. */
export interface Contest {
  readonly contender: Contender;
  readonly people: number;
  /** Seed of the choice of people, of the faults, and of all chance in virtual time. */
  readonly seed: number;
  readonly faults: readonly Fault[];
}

/** Outcome that a client reports for each person, by object id: licensed or not. */
export type Reported = ReadonlyMap<string, boolean>;

/** Result of one run. */
export interface Result {
  readonly tookInMs: number;
  /** HTTP requests. */
  readonly requests: number;
  /** Changes that reached the service, alone or in a batch, refused ones too. */
  readonly writes: number;
  /** Calls, alone or in a batch, that were rejected with 429. */
  readonly refused: number;
  /** People without a license in the end, though licenses were available. */
  readonly lost: number;
  readonly falselyDone: number;
  readonly falselyFailed: number;
  /** Estimate of the time left after ten seconds and its true value; undefined without an estimate. */
  readonly timeLeft?: { readonly saidInMs: number; readonly trulyInMs: number };
}

/** Number of users of a tenant in which this number of people can be licensed. */
export const usersFor = (people: number): number => Math.max(1_000, Math.ceil(people * 1.25));

/** The people of a run; the same ones in every process that opened the tenant of `usersFor`. */
export const peopleOf = (tenant: Tenant, { people, seed }: Contest): readonly UserPrincipal[] =>
  choosePeople(tenant, people, seededRandom(seed));

/** Minimum time in milliseconds, by the published quota of writes or by four batches of 20 in flight. */
export const leastInMs = (people: number): number =>
  Math.max(((people - 3_000) / 20) * 1_000, Math.ceil(people / 80) * latencyInMs);
