import { checkIntents } from './check/checkIntents';
import { checkJournal } from './check/checkJournal';
import { checkEffects, checkReport } from './check/checkTruth';
import { checkGate, checkOverlaps } from './check/checkWire';
import { openStory } from './openStory';
import type { Ending, Scenario, Story } from './scenario';
import { runToRest, waitFor } from './waitFor';
import { readRecord } from './environment/readRecord';
import { appId } from './environment/tokens';

/** Plays one story with one seed and says what was not as it has to be. */
export function playScenario(scenario: Scenario, seed: number): Promise<readonly string[]> {
  const { world, begun } = openStory(scenario, seed);
  const tell = async (): Promise<readonly string[]> => {
    const story = await begun;
    await (scenario.play ?? playPlainly)(story);
    return finishStory(scenario, story);
  };
  return world.clock.run(tell());
}

const playPlainly = async ({ page, jobId }: Story): Promise<void> => void (await runToRest(page, jobId));

/** Holds the report, the journal and the wire of a story against the service's truth, read anew in a fresh tab. */
export async function finishStory(scenario: Scenario, story: Story): Promise<readonly string[]> {
  const { world, jobId } = story;
  // The last note may still be on its way into the journal.
  await world.clock.wait(1_000);
  const reader = world.browser.openPage();
  const state = await waitFor(reader, jobId, () => true);
  const record = await readRecord(world.journal, jobId);
  if (!record) return ['the journal lost the job'];
  const ending: Ending = { ...story, state };
  const service = { tenant: world.tenant, emulator: world.emulator, appId };
  const inputs = record.items.map(({ input }) => input);
  const planned = new Set(inputs.map(({ principal }) => principal.id));
  const others = scenario.hasOtherJobs ? story.people.filter(({ id }) => !planned.has(id)) : [];
  const effects = checkEffects(inputs, service, others);
  return [
    ...(state.status === 'finished'
      ? []
      : [`the job ended as ${state.status} ${JSON.stringify(state.pause)}`]),
    ...checkWhole(scenario, ending),
    ...checkReport(state, service, (input) => scenario.leavesOut?.(input, ending) ?? false),
    ...(scenario.mayRepeat ? effects.filter((problem) => !problem.includes('twice')) : effects),
    ...checkJournal(state, record),
    ...(scenario.hasOtherJobs ? [] : checkIntents(record, world.durable, world.network.exchanges)),
    ...checkGate(world.network.exchanges),
    ...checkOverlaps(world.network.exchanges),
    ...world.unserved.map((line) => `the emulator does not know ${line}`),
    ...(scenario.judge?.(ending) ?? []),
  ];
}

function checkWhole({ isWhole = true }: Scenario, { state }: Ending): string[] {
  const { done } = state.counts;
  if (!isWhole || done === state.items.length) return [];
  const others = [...state.items].flatMap(({ outcome }, index) =>
    outcome?.kind === 'done' ? [] : [`${index}: ${JSON.stringify(outcome)}`],
  );
  return [`only ${done} of ${state.items.length} are done; ${others.slice(0, 3).join(', ')}`];
}
