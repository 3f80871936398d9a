import { checkIntents } from './check/checkIntents';
import { checkJournal } from './check/checkJournal';
import { checkEffects, checkReport } from './check/checkTruth';
import { checkGate, checkOverlaps } from './check/checkWire';
import { openScenario } from './openScenario';
import type { Result, Scenario, ScenarioRun } from './scenario';
import { runUntilIdle, waitFor } from './waitFor';
import { readRecord } from './environment/readRecord';
import { appId } from './environment/tokens';

/** Plays one story with one seed and says what was not as it has to be. */
export function runScenario(scenario: Scenario, seed: number): Promise<readonly string[]> {
  const { environment, begun } = openScenario(scenario, seed);
  const tell = async (): Promise<readonly string[]> => {
    const run = await begun;
    await (scenario.act ?? actByDefault)(run);
    return checkRun(scenario, run);
  };
  return environment.clock.run(tell());
}

const actByDefault = async ({ page, jobId }: ScenarioRun): Promise<void> =>
  void (await runUntilIdle(page, jobId));

/** Checks the report, the journal and the exchanges of a run against the ground truth, all read again in a new tab. */
export async function checkRun(scenario: Scenario, run: ScenarioRun): Promise<readonly string[]> {
  const { environment, jobId } = run;
  // The last note may still be on its way into the journal.
  await environment.clock.wait(1_000);
  const reader = environment.browser.openPage();
  const state = await waitFor(reader, jobId, () => true);
  const record = await readRecord(environment.journal, jobId);
  if (!record) return ['the journal lost the job'];
  const result: Result = { ...run, state };
  const service = { tenant: environment.tenant, emulator: environment.emulator, appId };
  const inputs = record.items.map(({ input }) => input);
  const planned = new Set(inputs.map(({ principal }) => principal.id));
  const others = scenario.hasOtherJobs ? run.people.filter(({ id }) => !planned.has(id)) : [];
  const effects = checkEffects(inputs, service, others);
  return [
    ...(state.status === 'finished'
      ? []
      : [`the job ended as ${state.status} ${JSON.stringify(state.pause)}`]),
    ...checkWhole(scenario, result),
    ...checkReport(state, service, (input) => scenario.leavesOut?.(input, result) ?? false),
    ...(scenario.mayRepeat ? effects.filter((problem) => !problem.includes('twice')) : effects),
    ...checkJournal(state, record),
    ...(scenario.hasOtherJobs
      ? []
      : checkIntents(record, environment.durable, environment.network.exchanges)),
    ...checkGate(environment.network.exchanges),
    ...checkOverlaps(environment.network.exchanges),
    ...environment.unserved.map((line) => `the emulator does not know ${line}`),
    ...(scenario.assert?.(result) ?? []),
  ];
}

function checkWhole({ shouldAllSucceed = true }: Scenario, { state }: Result): string[] {
  const { done } = state.counts;
  if (!shouldAllSucceed || done === state.items.length) return [];
  const others = [...state.items].flatMap(({ outcome }, index) =>
    outcome?.kind === 'done' ? [] : [`${index}: ${JSON.stringify(outcome)}`],
  );
  return [`only ${done} of ${state.items.length} are done; ${others.slice(0, 3).join(', ')}`];
}
