import * as v from 'valibot';
import { AppError } from '../../../src/base/appError';
import type { Clock } from '../../../src/base/clock';
import type { Outcome } from '../../../src/base/outcome';
import type { JobSchema } from '../../../src/jobs/journal/journalSchema';
import type { Operation } from '../../../src/jobs/operation';
import { parseStored } from '../../../src/jobs/journal/storedValues';

/** Reasons of the fake service. */
export type Code = 'already' | 'refused' | 'no-seat' | 'late';

/** Subject of a fake job. */
export interface Subject {
  readonly what: string;
}

/** One fake item: gives something to a person, or takes it. */
export interface Input {
  readonly person: string;
  readonly gives: boolean;
}

const before = v.optional(v.object({ held: v.boolean() }));
const input = v.object({ person: v.string(), gives: v.boolean() });
const subject = v.object({ what: v.string() });
const code = v.picklist(['already', 'refused', 'no-seat', 'late']);

/** Schema of the journal of fake jobs. */
export const giveSchema: JobSchema<Subject, Input, Code> = {
  parseSubject: (stored) => parseStored(subject, stored),
  parseInput: (stored) => parseStored(input, stored),
  parseBefore: (stored) => parseStored(before, stored),
  parseStep: (stored) => stored,
  parseContext: (stored) => stored,
  parseReason: (stored) => parseStored(code, stored),
};

/** An operation on the fake service. */
export type GiveOperation = Operation<Subject, Input, Code>;

/** A step in which a tab can die. */
export type Step = 'depart' | 'effect' | 'answer' | 'append' | 'appended';

/** A service that gives things to people and records all calls. */
export interface Service {
  readonly holders: Set<string>;
  /** Every call that arrived. */
  readonly calls: string[];
  /** Every call that changed something. */
  readonly effects: string[];
  /** Every call that changed nothing. */
  readonly repeats: string[];
  /** Maximum number of calls in flight in one tab. */
  maxInFlight: number;
  /** Failure of a call before it arrives, or of its response; undefined for none. */
  trouble: (input: Input, when: 'before' | 'after') => AppError | Outcome<Code> | undefined;
}

/** Creates a service without holders. */
export function createService(): Service {
  return {
    holders: new Set(),
    calls: [],
    effects: [],
    repeats: [],
    maxInFlight: 0,
    trouble: () => undefined,
  };
}

/** The operation of one tab on the service; each call takes 200 ms, with its effect in the middle. */
export function giveOn(
  service: Service,
  clock: Clock,
  step: (step: Step) => Promise<void> = () => Promise.resolve(),
): GiveOperation {
  const atWork = new Set<string>();
  const begin = (person: string): void => {
    if (atWork.has(person)) throw new Error(`${person} is changed twice at once`);
    atWork.add(person);
    service.maxInFlight = Math.max(service.maxInFlight, atWork.size);
  };
  const work = async (input: Input): Promise<Outcome<Code>> => {
    const { person, gives } = input;
    await step('depart');
    service.calls.push(person);
    await clock.wait(100);
    const before = service.trouble(input, 'before');
    if (before instanceof AppError) throw before;
    if (before) return before;
    const hasEffect = service.holders.has(person) !== gives;
    (hasEffect ? service.effects : service.repeats).push(`${gives ? '+' : '-'}${person}`);
    if (gives) service.holders.add(person);
    else service.holders.delete(person);
    await step('effect');
    await clock.wait(100);
    await step('answer');
    const after = service.trouble(input, 'after');
    if (after instanceof AppError) throw after;
    return after ?? { kind: 'done' };
  };
  return {
    name: 'give',
    concurrency: 4,
    chunkSize: 5,
    precheck: async (items) => {
      await clock.wait(50);
      return items.map(({ input, wasStarted }) => {
        const isSo = service.holders.has(input.person) === input.gives;
        if (!isSo) return { kind: 'run', before: { held: service.holders.has(input.person) } };
        return {
          kind: 'settled',
          outcome: wasStarted ? { kind: 'done' } : { kind: 'skipped', reason: 'already' },
        };
      });
    },
    execute: async (input, { signal }) => {
      if (signal.aborted) throw new AppError('cancelled');
      begin(input.person);
      try {
        return await work(input);
      } finally {
        atWork.delete(input.person);
      }
    },
    invert: ({ person, gives }, found) =>
      parseStored(before, found)?.held === gives ? undefined : { person, gives: !gives },
  };
}
