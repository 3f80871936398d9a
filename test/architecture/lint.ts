import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** A file as it could stand in the project. */
export interface Sample {
  /** Path from the project's root. */
  readonly path: string;
  readonly code: string;
}

export interface Finding {
  /** Name of the rule; empty where the code does not parse. */
  readonly rule: string;
  readonly message: string;
}

/** Lints samples with eslint.config.mjs in a process of its own; one list of findings a sample. */
export function lint(samples: readonly Sample[]): Finding[][] {
  const output = execFileSync(process.execPath, ['--import', 'tsx', resolve(__dirname, 'lintSamples.ts')], {
    input: JSON.stringify(samples),
    encoding: 'utf8',
    cwd: resolve(__dirname, '../..'),
  });
  return JSON.parse(output) as Finding[][];
}
