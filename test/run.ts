// `npm test`: every check of the project, whatever the earlier ones say.
// `npm test -- lint unit` runs only the steps named; `clients` needs packages of its own and runs only when named.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { isCliInstalled } from './clients/cliMicrosoft365';
import {
  countCheck,
  countJest,
  countPlaywright,
  writeReport,
  type JestReport,
  type PlaywrightReport,
  type StepCounts,
  type StepResult,
} from './support/testReport';

const root = resolve(__dirname, '..');

/** Commands that pass or fail as a whole and keep one core busy; `lint` takes as long as the others together. */
const checks: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  lint: ['npm', 'run', '--silent', 'lint'],
  types: ['tsc', '-b'],
  unused: ['npm', 'run', '--silent', 'unused'],
  spelling: ['npm', 'run', '--silent', 'spell'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
};

const steps: Readonly<Record<string, () => Promise<StepCounts>>> = {
  unit: () => jest('unit', '--selectProjects', 'node', 'browser-like', '--maxWorkers', '2'),
  journeys,
  clients: async () => {
    await installClients();
    return jest('clients', '--selectProjects', 'clients', '--runInBand');
  },
};

async function installClients(): Promise<void> {
  if (isCliInstalled()) return;
  const options = ['--prefix', 'test/clients', '--ignore-scripts', '--no-audit', '--no-fund'];
  const exitCode = await run('npm', ['ci', ...options]);
  if (exitCode !== 0) throw new Error(`npm ci in test/clients ended with exit code ${exitCode}`);
}

async function jest(name: string, ...args: string[]): Promise<StepCounts> {
  const file = await clearReport(name);
  const exitCode = await run('jest', ['--ci', '--json', '--outputFile', file, ...args]);
  const report = (await readReport(file)) as JestReport | undefined;
  const testResults = report?.testResults.map((result) => ({ ...result, name: relative(root, result.name) }));
  return countJest(report && testResults && { ...report, testResults }, exitCode);
}

async function journeys(): Promise<StepCounts> {
  // The configuration names this file.
  const file = await clearReport('journeys');
  const exitCode = await run('playwright', ['test', '--config', 'test/playwright.config.ts']);
  return countPlaywright((await readReport(file)) as PlaywrightReport | undefined, exitCode);
}

/** Removes the report of an earlier run, and returns the path for the next one. */
async function clearReport(name: string): Promise<string> {
  const file = join(root, '.cache/test', `${name}.json`);
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  return file;
}

async function readReport(file: string): Promise<unknown> {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : undefined;
}

/** Runs a command of the project and resolves to its exit code; what it prints goes to `print`, by default as it comes. */
function run(command: string, args: readonly string[], print?: (text: Buffer) => unknown): Promise<number> {
  const shell = process.platform === 'win32';
  const path = command === 'npm' ? command : join(root, 'node_modules/.bin', command);
  const output = print ? 'pipe' : 'inherit';
  return new Promise((done, fail) => {
    const child = spawn(path, args, { cwd: root, stdio: ['ignore', output, output], shell });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => print?.(text));
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 1));
  });
}

/** Runs the named checks, `lint` beside the others, and prints each one's output when it has ended. */
async function runChecks(names: readonly string[]): Promise<StepResult[]> {
  const queues = [names.filter((name) => name === 'lint'), names.filter((name) => name !== 'lint')];
  const results = await Promise.all(
    queues.map(async (queue) => {
      const ended: StepResult[] = [];
      for (const name of queue) ended.push(await runCheck(name));
      return ended;
    }),
  );
  return results.flat();
}

async function runCheck(name: string): Promise<StepResult> {
  const [command = '', ...args] = checks[name] ?? [];
  const printed: Buffer[] = [];
  const start = performance.now();
  const exitCode = await run(command, args, (text) => printed.push(text));
  process.stdout.write(`\n== ${name}\n${Buffer.concat(printed).toString()}`);
  return { name, ...countCheck(exitCode), seconds: (performance.now() - start) / 1000 };
}

async function runStep(name: string, step: () => Promise<StepCounts>): Promise<StepResult> {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const counts = await step().catch((fault: unknown) => {
    console.error(fault);
    return countCheck(1);
  });
  return { name, ...counts, seconds: (performance.now() - start) / 1000 };
}

async function main(): Promise<void> {
  const known = [...Object.keys(checks), ...Object.keys(steps)];
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`No step is called ${unknown.join(', ')}. There are ${known.join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  const wanted = named.length === 0 ? known.filter((name) => name !== 'clients') : named;
  const results = await runChecks(Object.keys(checks).filter((name) => wanted.includes(name)));
  for (const [name, step] of Object.entries(steps)) {
    if (wanted.includes(name)) results.push(await runStep(name, step));
  }
  const report = writeReport(results);
  process.exitCode = report.exitCode;
  process.stdout.write(report.text);
}

void main();
