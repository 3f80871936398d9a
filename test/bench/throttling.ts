// `npm run bench -- throttling`: how fast a job is when calls are refused, in virtual time, beside the goals.
// `--seeds 50`, `--case storm,window` (parts of names) choose; `--real` plays one run of each in real time.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { inProcess } from './engine/play';
import { percent, printTable, seconds } from './engine/table';
import type { ThrottlingCase } from './throttling/cases';
import { throttlingCases } from './throttling/cases';
import type { CaseOrder, CaseRun } from './throttling/playCase';

const { values: chosen } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    case: { type: 'string' },
    real: { type: 'boolean', default: false },
  },
});

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const total = (runs: readonly CaseRun[], read: (run: CaseRun) => number): number =>
  runs.reduce((sum, run) => sum + read(run), 0);

function faultsOf(test: ThrottlingCase, runs: readonly CaseRun[]): readonly string[] {
  const least = mean(runs.map(({ leastInMs }) => leastInMs));
  const goal = test.goal(least);
  const took = runs.map(({ tookInMs }) => tookInMs);
  const clickRatio = clickRatioOf(runs) ?? 0;
  const refused = total(runs, (run) => run.refused) / total(runs, (run) => run.sent);
  const checks: readonly (readonly [string, boolean])[] = [
    ['mean', mean(took) <= goal.mean],
    ['worst', Math.max(...took) <= (goal.worst ?? Infinity)],
    ['refused', refused <= (test.maxRefused ?? 1)],
    ['click', clickRatio <= (test.maxClick ?? Infinity)],
    ['lost', total(runs, ({ lost }) => lost) === 0],
    ['false', total(runs, ({ falseOutcomes }) => falseOutcomes) === 0],
  ];
  return checks.flatMap(([what, isMet]) => (isMet ? [] : [what]));
}

function clickRatioOf(runs: readonly CaseRun[]): number | undefined {
  const clicks = runs.flatMap(({ clickInMs, leastClickInMs }) =>
    clickInMs === undefined || leastClickInMs === undefined ? [] : [clickInMs / leastClickInMs],
  );
  return clicks.length === 0 ? undefined : mean(clicks);
}

function rowOf(name: string, runs: readonly CaseRun[]): readonly string[] {
  const test = throttlingCases[name] as ThrottlingCase;
  const least = mean(runs.map(({ leastInMs }) => leastInMs));
  const took = runs.map(({ tookInMs }) => tookInMs);
  const goal = test.goal(least);
  const faults = faultsOf(test, runs);
  if (faults.includes('lost') || faults.includes('false')) process.exitCode = 1;
  const offs = runs.flatMap(({ timeLeftOff }) => (timeLeftOff === undefined ? [] : [Math.abs(timeLeftOff)]));
  const worst = runs.reduce((one, other) => (other.tookInMs > one.tookInMs ? other : one));
  return [
    name,
    seconds(mean(took)),
    `${seconds(worst.tookInMs)} (${worst.seed})`,
    seconds(least),
    (mean(took) / least).toFixed(3),
    `${seconds(goal.mean)}${goal.worst === undefined ? '' : ` / ${seconds(goal.worst)}`}`,
    faults.length === 0 ? 'yes' : `no: ${faults.join(', ')}`,
    percent(
      total(runs, (run) => run.refused),
      total(runs, (run) => run.sent),
    ),
    clickRatioOf(runs)?.toFixed(1) ?? '',
    String(Math.max(...runs.map(({ waiting }) => waiting))),
    offs.length === 0 ? '' : percent(Math.max(...offs), 1),
    String(total(runs, ({ lost }) => lost)),
    String(total(runs, ({ falseOutcomes }) => falseOutcomes)),
  ];
}

async function main(): Promise<void> {
  const wanted = chosen.case?.split(',');
  const names = Object.keys(throttlingCases).filter(
    (name) => wanted?.some((part) => name.includes(part)) ?? true,
  );
  const count = chosen.real ? 1 : Number(chosen.seeds);
  const seeds = Array.from({ length: count }, (_, index) => index + 1);
  const rows = new Map<string, readonly string[]>();
  const queue = names.values();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const name of queue) {
        const order: CaseOrder = { name, seeds, isReal: chosen.real };
        const runs = await inProcess<readonly CaseRun[]>('../throttling/playCase.ts', JSON.stringify(order));
        rows.set(name, rowOf(name, runs));
        console.error(`… ${rows.get(name)?.join('  ')}`);
      }
    }),
  );
  console.log(`\n${chosen.real ? 'real time' : `virtual time, ${count} seeds`}; seconds`);
  printTable(
    [
      '',
      'mean',
      'worst (seed)',
      'clean',
      'ratio',
      'goal',
      'met',
      'refused',
      'click ×',
      'waiting',
      'time left off',
      'lost',
      'false',
    ],
    names.map((name) => rows.get(name) ?? [name]),
  );
}

void main();
