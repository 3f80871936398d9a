import { runScenario } from './runScenario';
import type { Scenario } from './scenario';

const { FAULT_ROW, FAULT_SEED, FAULT_SEEDS } = process.env;
const defaultSeeds = 30;
const timeoutInMs = 300_000;

/**
 * One test a scenario, with all its seeds; a failure says how to play its seed again. `FAULT_SEEDS` asks for more seeds than
 * the 30 that fit into the time of all tests.
 */
export function describeRows(scenarios: readonly Scenario[]): void {
  for (const scenario of scenarios) {
    const { row, name, seeds = defaultSeeds } = scenario;
    const run = FAULT_ROW === undefined || FAULT_ROW === row ? test : test.skip;
    run(
      `row ${row}: ${name}`,
      async () => {
        const first = FAULT_SEED === undefined ? 1 : Number(FAULT_SEED);
        const last = FAULT_SEED === undefined ? Number(FAULT_SEEDS ?? seeds) : first;
        for (let seed = first; seed <= last; seed += 1) {
          const problems = await runScenario(scenario, seed).catch((thrown: unknown) => [
            thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
          ]);
          if (problems.length > 0) throw new Error(report(row, seed, problems));
        }
      },
      timeoutInMs,
    );
  }
}

function report(row: string, seed: number, problems: readonly string[]): string {
  const again = `FAULT_ROW=${row} FAULT_SEED=${seed} npx jest test/faults`;
  const more = problems.length > 8 ? [`… and ${problems.length - 8} more`] : [];
  return [`Play it again with: ${again}`, ...problems.slice(0, 8), ...more].join('\n');
}
