import type { FaultKind } from '../../../src/sandbox/graph/faultKinds';
import type { Fault } from '../../../src/sandbox/graph/faults';
import type { Scenario, Story } from '../scenario';
import type { Exchange, WireCall } from '../environment/exchange';
import { isWrite } from '../environment/exchange';
import type { World } from '../environment/openEnvironment';

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
  (world, people, seed) =>
    arrangements[seed % arrangements.length]?.(world, people, seed);

/** Switches all faults off. */
export const heal = ({ emulator }: World): void => emulator.faults.set([]);

/** Exchanges that carry a change, in the order in which they left. */
export function changing({ network }: World): readonly Exchange[] {
  return network.exchanges.filter(({ calls }) => calls.some(isWrite));
}

/** Every change that was sent. */
export function sentChanges(world: World): readonly WireCall[] {
  return changing(world).flatMap(({ calls }) => calls.filter(isWrite));
}

/** Waits a moment in which a job is under way: up to so many milliseconds, by chance. */
export async function aMoment({ world }: Pick<Story, 'world'>, withinMs = 1_200): Promise<void> {
  await world.clock.wait(50 + world.random() * withinMs);
}

/** A sentence where a number is above what is allowed, none otherwise. */
export const atMost = (what: string, number: number, limit: number): readonly string[] =>
  number <= limit ? [] : [`${what}: ${number}, more than ${limit}`];

/** A sentence where something is not so. */
export const must = (what: string, isSo: boolean): readonly string[] => (isSo ? [] : [what]);
