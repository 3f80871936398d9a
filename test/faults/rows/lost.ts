import type { FaultKind } from '../../../src/sandbox/graph/faultKinds';
import type { Result, Scenario, ScenarioRun } from '../scenario';
import { runUntilIdle, waitFor } from '../waitFor';
import {
  waitBriefly,
  atMost,
  batches,
  changes,
  changing,
  fault,
  clearFaults,
  check,
  oneOf,
  sentChanges,
} from './shorthand';

/** Checks that no user is sent more often than the failed answers explain, and at most six times. */
const fewTries = ({ environment }: Result): readonly string[] => {
  const tries = new Map<string, number>();
  for (const { path } of sentChanges(environment)) tries.set(path, (tries.get(path) ?? 0) + 1);
  return atMost('tries for one person', Math.max(0, ...tries.values()), 6);
};

/** Some of the items are hit by one kind of fault, by the seed. */
const items = (kinds: readonly FaultKind[]): NonNullable<Scenario['arrange']> =>
  oneOf(...kinds.map((kind) => fault(kind, { rate: 0.12, limit: 40 })));

/** Some of the batches are hit by one kind of fault, by the seed. */
const wholes = (kinds: readonly FaultKind[]): NonNullable<Scenario['arrange']> =>
  oneOf(...kinds.map((kind) => fault(kind, { rate: 0.4, pathPattern: batches, limit: 3 })));

const unavailable: readonly FaultKind[] = ['unavailable', 'unavailable-without-retry-after'];
const broken: readonly FaultKind[] = [
  'server-error',
  'bad-gateway',
  'gateway-timeout',
  'insufficient-storage',
  'server-error-html',
  'bad-gateway-html',
  'gateway-timeout-html',
];
const unreadable: readonly FaultKind[] = ['error-in-ok', 'html-in-ok', 'cut-json', 'batch-without-responses'];
const disordered: readonly FaultKind[] = ['batch-one-missing', 'batch-one-twice', 'batch-unknown-id'];
const silent: readonly FaultKind[] = ['hang', 'hang-after-effect'];

const timeoutInMs = 30_000;

/** Checks that the page's own time-out ends requests without an answer. */
const endsByTimeout = ({ environment }: Result): readonly string[] => {
  const longest = environment.network.exchanges.map(
    ({ departedAt, endedAt = Infinity }) => endedAt - departedAt,
  );
  return atMost('milliseconds until the time-out', Math.max(...longest), timeoutInMs + 1);
};

/** A person stops the job in a moment without connection, while changes are under way that take effect a little later. */
async function stopWithoutConnection(run: ScenarioRun): Promise<void> {
  const { environment, page, jobId } = run;
  await page.jobs.start(jobId);
  while (changing(environment).length === 0) await environment.clock.wait(10);
  await waitBriefly(run, 800);
  environment.network.cut();
  clearFaults(environment);
  const stopped = page.jobs.cancel(jobId);
  await environment.clock.wait(300);
  environment.network.restore();
  await stopped;
}

/** The profile of quality's table: every kind of trouble at once. */
const mixed: NonNullable<Scenario['arrange']> = ({ emulator }, _people, seed) => {
  const rates: readonly (readonly [FaultKind, number])[] = [
    ['throttle', 0.02],
    ['server-error', 0.02],
    ['bad-gateway', 0.01],
    ['unavailable', 0.03],
    ['gateway-timeout', 0.01],
    ['lost-request', 0.01],
    ['lost-answer', 0.03],
  ];
  emulator.faults.set(
    rates.map(([kind, rate], index) => ({ kind, rate, pathPattern: changes, seed: 100 * seed + index })),
  );
};

/** Answers that are errors, are spoilt, or never come. */
export const lostRows: readonly Scenario[] = [
  {
    row: '8a',
    name: 'items are answered by 503, with and without Retry-After',
    arrange: items(unavailable),
    assert: fewTries,
  },
  {
    row: '8b',
    name: 'batches are answered by 503, with and without Retry-After',
    arrange: wholes(unavailable),
    assert: fewTries,
  },
  {
    row: '9a',
    name: 'items are answered by 500, 502, 504, 507 and pages of HTML',
    arrange: items(broken),
    assert: fewTries,
    seeds: 70,
  },
  {
    row: '9b',
    name: 'batches are answered by 500, 502, 504, 507 and pages of HTML',
    arrange: wholes(broken),
    assert: fewTries,
    seeds: 70,
  },
  {
    row: '10',
    name: '200 with an error, HTML, cut JSON, no responses',
    arrange: wholes(unreadable),
    assert: fewTries,
    seeds: 60,
  },
  {
    row: '11',
    name: 'one answer of a batch is missing, there twice, or of an unknown id',
    arrange: wholes(disordered),
    assert: fewTries,
  },
  {
    row: '12',
    name: 'the connection closes before the effect',
    arrange: oneOf(items(['lost-request']), wholes(['lost-request'])),
    assert: fewTries,
  },
  {
    row: '13',
    name: 'the connection closes after the effect',
    arrange: oneOf(items(['lost-answer']), wholes(['lost-answer'])),
    assert: fewTries,
  },
  {
    row: '14',
    name: 'no answer ever, before or after the effect',
    arrange: wholes(silent),
    assert: endsByTimeout,
  },
  {
    row: '15',
    name: 'no connection for five minutes: the job rests, says so, and goes on by itself',
    people: 90,
    act: async (run) => {
      const { environment, page, jobId } = run;
      const rest = runUntilIdle(page, jobId);
      await waitBriefly(run, 700);
      environment.network.cut();
      const paused = await waitFor(page, jobId, ({ status }) => status === 'paused' || status === 'finished');
      await environment.clock.wait(300_000);
      environment.network.restore();
      await rest;
      if (paused.status === 'paused' && JSON.stringify(paused.pause).includes('"offline"') === false)
        throw new Error(`says ${JSON.stringify(paused.pause)}`);
    },
    assert: ({ state }) =>
      check('it did not wait', (state.finishedAt ?? 0) - (state.startedAt ?? 0) >= 290_000),
  },
  {
    row: '15b',
    name: 'the connection is lost while calls take effect, and the job is stopped at once: the report is true',
    people: 60,
    arrange: fault('slow', { pathPattern: batches }),
    act: stopWithoutConnection,
    shouldAllSucceed: false,
  },
  {
    row: 'mixed',
    name: 'every kind of trouble at once: nobody is lost, nobody falsely told',
    people: 90,
    arrange: mixed,
    assert: ({ state }) => atMost('milliseconds', (state.finishedAt ?? 0) - (state.startedAt ?? 0), 60_000),
  },
];
