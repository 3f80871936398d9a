// `npm test`: every check of the project, one after the other, whatever the earlier ones say.
// `npm test -- lint unit` runs only the steps named; `clients` needs packages of its own and runs only when named.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { isCliInstalled } from './clients/cliMicrosoft365';
import {
  countCheck,
  countJest,
  writeReport,
  type JestReport,
  type StepCounts,
  type StepResult,
} from './support/testReport';

const root = resolve(__dirname, '..');

const steps: Readonly<Record<string, () => Promise<StepCounts>>> = {
  types: () => check('tsc', '-b'),
  lint: () => check('npm', 'run', '--silent', 'lint'),
  unused: () => check('npm', 'run', '--silent', 'unused'),
  spelling: () => check('npm', 'run', '--silent', 'spell'),
  format: () => check('prettier', '--check', '--log-level', 'warn', '.'),
  unit: () => jest('unit', '--selectProjects', 'node', 'browser-like', '--maxWorkers', '2'),
  journeys: () => jest('journeys', '--selectProjects', 'journeys', '--runInBand'),
  clients: async () => {
    await installClients();
    return jest('clients', '--selectProjects', 'clients', '--runInBand');
  },
};
const stepsByDefault = Object.keys(steps).filter((name) => name !== 'clients');

async function installClients(): Promise<void> {
  if (isCliInstalled()) return;
  const options = ['--prefix', 'test/clients', '--ignore-scripts', '--no-audit', '--no-fund'];
  const exitCode = await run('npm', ['ci', ...options]);
  if (exitCode !== 0) throw new Error(`npm ci in test/clients ended with exit code ${exitCode}`);
}

async function check(command: string, ...args: string[]): Promise<StepCounts> {
  return countCheck(await run(command, args));
}

async function jest(name: string, ...args: string[]): Promise<StepCounts> {
  const file = join(root, '.cache/test', `${name}.json`);
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  const report = ['--ci', '--json', '--outputFile', file];
  const exitCode = await run('jest', [...report, ...args]);
  return countJest(existsSync(file) ? await readReport(file) : undefined, exitCode);
}

async function readReport(file: string): Promise<JestReport> {
  const report = JSON.parse(await readFile(file, 'utf8')) as JestReport;
  const testResults = report.testResults.map((result) => ({ ...result, name: relative(root, result.name) }));
  return { ...report, testResults };
}

function run(command: string, args: readonly string[]): Promise<number> {
  const isWindows = process.platform === 'win32';
  const path = command === 'npm' ? command : join(root, 'node_modules/.bin', command);
  return new Promise((done, fail) => {
    const child = spawn(path, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: isWindows });
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 1));
  });
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
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(name in steps));
  if (unknown.length > 0) {
    console.error(`No step is called ${unknown.join(', ')}. There are ${Object.keys(steps).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  const results: StepResult[] = [];
  const wanted = named.length === 0 ? stepsByDefault : named;
  for (const [name, step] of Object.entries(steps)) {
    if (wanted.includes(name)) results.push(await runStep(name, step));
  }
  const report = writeReport(results);
  process.exitCode = report.exitCode;
  process.stdout.write(report.text);
}

void main();
