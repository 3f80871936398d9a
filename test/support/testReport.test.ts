import {
  countCheck,
  countJest,
  countPlaywright,
  writeReport,
  type JestReport,
  type StepResult,
} from './testReport';

function setup(over: Partial<JestReport> = {}): JestReport {
  return { numPassedTests: 2, numPendingTests: 0, numTodoTests: 0, testResults: [], ...over };
}

const step = (over: Partial<StepResult>): StepResult => ({
  name: 'unit',
  passed: 0,
  failed: 0,
  skipped: 0,
  failures: [],
  seconds: 1,
  ...over,
});

const lastLine = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);

test('a check counts as one, passed or failed', () => {
  expect(countCheck(0)).toMatchObject({ passed: 1, failed: 0 });
  expect(countCheck(2)).toMatchObject({ passed: 0, failed: 1, failures: ['ended with exit code 2'] });
});

test('each failed test of a jest run is counted and named', () => {
  const report = setup({
    testResults: [
      {
        name: 'test/a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds', status: 'passed' },
          { fullName: 'subtracts', status: 'failed' },
        ],
      },
    ],
  });
  expect(countJest(report, 1)).toMatchObject({
    passed: 2,
    failed: 1,
    failures: ['test/a.test.ts: subtracts'],
  });
});

test('a test file that cannot be loaded is one failure', () => {
  const report = setup({ testResults: [{ name: 'test/a.test.ts', status: 'failed', assertionResults: [] }] });
  expect(countJest(report, 1)).toMatchObject({ failed: 1, failures: ['test/a.test.ts could not run'] });
});

test('a jest run that broke off, or ran nothing, fails', () => {
  expect(countJest(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
  expect(countJest(setup({ numPassedTests: 0 }), 0)).toMatchObject({ failed: 1 });
  expect(countJest(setup(), 1)).toMatchObject({ passed: 2, failed: 1 });
});

test('each failed journey is counted and named, in groups too', () => {
  const spec = (title: string, status: string) => ({ file: 'a.test.ts', title, tests: [{ status }] });
  const group = { specs: [spec('adds', 'expected'), spec('divides', 'unexpected')] };
  const file = { specs: [spec('subtracts', 'expected'), spec('waits', 'skipped')], suites: [group] };
  expect(countPlaywright({ suites: [file], errors: [] }, 1)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    failures: ['a.test.ts: divides'],
  });
});

test('a file of journeys that cannot be loaded is one failure with its message', () => {
  const location = { file: 'test/journeys/a.test.ts', line: 3 };
  const report = { suites: [], errors: [{ message: 'Cannot find module', location }] };
  expect(countPlaywright(report, 1)).toMatchObject({
    passed: 0,
    failed: 1,
    failures: ['test/journeys/a.test.ts:3: Cannot find module'],
  });
});

test('a run of journeys that broke off, or ran nothing, fails', () => {
  expect(countPlaywright(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
  expect(countPlaywright({ suites: [], errors: [] }, 0)).toMatchObject({ failed: 1 });
  const suite = { specs: [{ file: 'a.test.ts', title: 'adds', tests: [{ status: 'expected' }] }] };
  expect(countPlaywright({ suites: [suite], errors: [] }, 0)).toMatchObject({ passed: 1, failed: 0 });
  expect(countPlaywright({ suites: [suite], errors: [] }, 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('the report ends in the counts and passes when something passed and nothing failed', () => {
  const { text, exitCode } = writeReport([step({ passed: 3 }), step({ name: 'lint', passed: 1 })]);
  expect(lastLine(text)).toBe('4 passed, 0 failed');
  expect(exitCode).toBe(0);
});

test('the report names what failed and what was skipped', () => {
  const { text, exitCode } = writeReport([
    step({ passed: 3, failed: 1, skipped: 2, failures: ['a.test.ts: adds'] }),
  ]);
  expect(text).toContain('unit: a.test.ts: adds');
  expect(text).toContain('2 skipped');
  expect(lastLine(text)).toBe('3 passed, 1 failed');
  expect(exitCode).toBe(1);
});

test('nothing run is no success', () => {
  expect(writeReport([]).exitCode).toBe(1);
});
