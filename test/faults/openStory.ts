import type { Scenario, Story } from './scenario';
import { choosePeople, planAssign } from './environment/people';
import { openWorld } from './environment/openEnvironment';
import type { World } from './environment/openEnvironment';

/** A world made ready for a scenario, with its job planned as soon as time runs. */
interface OpenedStory {
  readonly world: World;
  readonly begun: Promise<Story>;
}

/** Opens the world of a scenario with a seed, sets its faults and plans its job. */
export function openStory(scenario: Scenario, seed: number): OpenedStory {
  const { people: count = 44, plan = planAssign, arrange, world: options } = scenario;
  // Some two in three people of a tenant have nothing that stands against them.
  const world = openWorld({ users: Math.max(200, 2 * count), ...options, seed });
  const people = choosePeople(world.tenant, count, world.random);
  arrange?.(world, people, seed);
  const page = world.browser.openPage();
  const begun = page.jobs.plan(plan(people, world)).then((jobId) => ({ world, page, people, jobId }));
  return { world, begun };
}
