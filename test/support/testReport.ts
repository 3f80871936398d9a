/** Result of one step of the test command. */
export interface StepResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Failures, one line each. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

/** The counts of a step, before its name and time are known. */
export type StepCounts = Omit<StepResult, 'name' | 'seconds'>;

/** The part of the report of `jest --json` that is counted. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** The part of the report of Playwright's JSON reporter that is counted. */
export interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  /** Errors outside of tests, such as a file that cannot be loaded. */
  readonly errors: readonly {
    readonly message?: string;
    readonly location?: { readonly file: string; readonly line: number };
  }[];
}

/** A file, or a group of tests in it. */
interface PlaywrightSuite {
  readonly specs: readonly {
    readonly file: string;
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

/** Counts a step that passes or fails as a whole, such as the linter. */
export function countCheck(exitCode: number): StepCounts {
  const hasPassed = exitCode === 0;
  return {
    passed: hasPassed ? 1 : 0,
    failed: hasPassed ? 0 : 1,
    skipped: 0,
    failures: hasPassed ? [] : [`ended with exit code ${exitCode}`],
  };
}

/** Counts the tests of a jest run; a file that could not run counts as one failure, and so does a run without a test. */
export function countJest(report: JestReport | undefined, exitCode: number): StepCounts {
  const failures = (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [`${file.name} could not run`];
    return failed.map(({ fullName }) => `${file.name}: ${fullName}`);
  });
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  return countTests({ passed: report?.numPassedTests ?? 0, skipped, failures }, exitCode);
}

/** Counts the tests of a Playwright run; an error outside of tests counts as one failure, and so does a run without a test. */
export function countPlaywright(report: PlaywrightReport | undefined, exitCode: number): StepCounts {
  const tests = (report?.suites ?? [])
    .flatMap(specsOf)
    .flatMap(({ file, title, tests }) => tests.map(({ status }) => ({ name: `${file}: ${title}`, status })));
  const count = (status: string): number => tests.filter((test) => test.status === status).length;
  const failed = tests.filter(({ status }) => status !== 'expected' && status !== 'skipped');
  const errors = (report?.errors ?? []).map(({ message = 'an error without a message', location }) =>
    location ? `${location.file}:${location.line}: ${message}` : message,
  );
  const failures = [...failed.map(({ name }) => name), ...errors];
  return countTests({ passed: count('expected'), skipped: count('skipped'), failures }, exitCode);
}

function specsOf({ specs, suites = [] }: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** Adds a failure where a run broke off or ran nothing, though it names none. */
function countTests(
  { passed, skipped, failures }: Pick<StepCounts, 'passed' | 'skipped' | 'failures'>,
  exitCode: number,
): StepCounts {
  const hasUnexplainedEnd = failures.length === 0 && (exitCode !== 0 || passed === 0);
  const all = hasUnexplainedEnd ? [`ended with exit code ${exitCode} and ${passed} tests passed`] : failures;
  return { passed, failed: all.length, skipped, failures: all };
}

/** The closing report, whose last line is `N passed, N failed` and nothing else. */
export function writeReport(results: readonly StepResult[]): {
  readonly text: string;
  readonly exitCode: number;
} {
  const passed = sum(results.map((result) => result.passed));
  const failed = sum(results.map((result) => result.failed));
  const table = results.map((result) => {
    const skipped = result.skipped === 0 ? '' : `, ${result.skipped} skipped`;
    const counts = `${result.passed} passed, ${result.failed} failed${skipped}`;
    return `  ${result.name.padEnd(10)} ${result.seconds.toFixed(1).padStart(6)} s   ${counts}`;
  });
  const failures = results.flatMap(({ name, failures }) =>
    failures.map((failure) => `  ${name}: ${failure}`),
  );
  const failedPart = failures.length === 0 ? [] : ['', 'Failed:', ...failures];
  const lines = ['', ...table, ...failedPart, '', `${passed} passed, ${failed} failed`, ''];
  return { text: lines.join('\n'), exitCode: failed === 0 && passed > 0 ? 0 : 1 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
