import type { Scenario, ScenarioRun } from './scenario';
import { choosePeople, planAssign } from './environment/people';
import { openEnvironment } from './environment/openEnvironment';
import type { Environment } from './environment/openEnvironment';

/** Environment of a scenario; its job is planned as soon as time runs. */
interface OpenedScenario {
  readonly environment: Environment;
  readonly begun: Promise<ScenarioRun>;
}

/** Opens the environment of a scenario with a seed, arranges its faults and plans its job. */
export function openScenario(scenario: Scenario, seed: number): OpenedScenario {
  const { people: count = 44, plan = planAssign, arrange, environment: options } = scenario;
  // Some two in three people of a tenant have nothing that stands against them.
  const environment = openEnvironment({ users: Math.max(200, 2 * count), ...options, seed });
  const people = choosePeople(environment.tenant, count, environment.random);
  arrange?.(environment, people, seed);
  const page = environment.browser.openPage();
  const begun = page.jobs
    .plan(plan(people, environment))
    .then((jobId) => ({ environment, page, people, jobId }));
  return { environment, begun };
}
