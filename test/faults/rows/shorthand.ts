import type { FaultKind } from '../../../src/sandbox/graph/faultKinds';
import type { Fault } from '../../../src/sandbox/graph/faults';
import type { Scenario, ScenarioRun } from '../scenario';
import type { Exchange, WireCall } from '../environment/exchange';
import { isWrite } from '../environment/exchange';
import type { Environment } from '../environment/openEnvironment';

/** License changes of people, inside batches or alone. */
export const changes = 'POST /users/*/assignLicense';

/** Whole batches. */
export const batches = 'POST /$batch';

/** Switches one fault on for the license changes, or for another path. */
export const fault =
  (kind: FaultKind, options: Partial<Omit<Fault, 'kind' | 'seed'>> = {}): NonNullable<Scenario['arrange']> =>
  ({ emulator }, _people, seed) =>
    emulator.faults.set([{ kind, rate: 1, pathPattern: changes, seed, ...options }]);

/** Switches on one of several faults, by the seed. */
export const oneOf =
  (...arrangements: readonly NonNullable<Scenario['arrange']>[]): NonNullable<Scenario['arrange']> =>
  (environment, people, seed) =>
    arrangements[seed % arrangements.length]?.(environment, people, seed);

/** Switches all faults off. */
export const clearFaults = ({ emulator }: Environment): void => emulator.faults.set([]);

/** Exchanges that carry a change, in the order in which they left. */
export function changing({ network }: Environment): readonly Exchange[] {
  return network.exchanges.filter(({ calls }) => calls.some(isWrite));
}

/** Every change that was sent. */
export function sentChanges(environment: Environment): readonly WireCall[] {
  return changing(environment).flatMap(({ calls }) => calls.filter(isWrite));
}

/** Waits a moment in which a job is under way: up to so many milliseconds, by chance. */
export async function waitBriefly(
  { environment }: Pick<ScenarioRun, 'environment'>,
  withinMs = 1_200,
): Promise<void> {
  await environment.clock.wait(50 + environment.random() * withinMs);
}

/** A sentence where a number is above what is allowed, none otherwise. */
export const atMost = (what: string, number: number, limit: number): readonly string[] =>
  number <= limit ? [] : [`${what}: ${number}, more than ${limit}`];

/** A sentence where something is not so. */
export const check = (what: string, isSo: boolean): readonly string[] => (isSo ? [] : [what]);
