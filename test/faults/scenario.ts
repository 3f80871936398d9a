import type { UserPrincipal } from '../../src/base/principal';
import type { LicenseJobInput } from '../../src/license-jobs/licenseJob';
import type { LicenseState } from './check/checkTruth';
import type { LicensePlan } from './environment/people';
import type { Page } from './environment/openPage';
import type { Environment, EnvironmentOptions } from './environment/openEnvironment';

/** Run of a scenario: a planned job in an environment with faults. */
export interface ScenarioRun {
  readonly environment: Environment;
  /** The tab that planned the job. */
  readonly page: Page;
  readonly people: readonly UserPrincipal[];
  readonly jobId: string;
}

/** Result of a run. */
export interface Result extends ScenarioRun {
  /** State of the job, read again in a new tab. */
  readonly state: LicenseState;
}

/** One row of the fault matrix, or a part of one. */
export interface Scenario {
  /** Number of the row, with a letter where it has several parts. */
  readonly row: string;
  readonly name: string;
  readonly environment?: Partial<Omit<EnvironmentOptions, 'seed'>>;
  /** Number of people; default 44, which fill three batches. */
  readonly people?: number;
  /** Default gives the product to each. */
  readonly plan?: (people: readonly UserPrincipal[], environment: Environment) => LicensePlan;
  /** Sets the faults, before the job is planned; `seed` is for chance of their own. */
  readonly arrange?: (environment: Environment, people: readonly UserPrincipal[], seed: number) => void;
  /** Runs the job; default starts it and waits until nothing more happens by itself. */
  readonly act?: (run: ScenarioRun) => Promise<void>;
  /** Returns violated expectations as sentences; the invariants are checked in any case. */
  readonly assert?: (result: Result) => readonly string[];
  /** True for items that only `assert` checks, not the comparison of the report with the ground truth. */
  readonly leavesOut?: (input: LicenseJobInput, result: Result) => boolean;
  /** True if all items must be done at the end; default true. */
  readonly shouldAllSucceed?: boolean;
  /** Other jobs than the one that was planned send changes as well, also of people of the story whom it leaves out. */
  readonly hasOtherJobs?: boolean;
  /** An effect that happens twice is what this row is about, and harmless. */
  readonly mayRepeat?: boolean;
  /** Seeds to run; default 30. */
  readonly seeds?: number;
}
