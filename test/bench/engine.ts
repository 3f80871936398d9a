// `npm run bench -- engine`: this app's engine and other clients, against the sandbox with the published quotas.
// `--part real,mixed,virtual,mixed-virtual,stories`, `--people 1000` and `--who own,cli` choose; all takes about half an hour.
import { parseArgs } from 'node:util';
import { isCliInstalled } from '../clients/cliMicrosoft365';
import type { Contender, Contest, Result } from './engine/contest';
import { contenders, isOwn, latencyInMs, leastInMs, titles } from './engine/contest';
import { playStory, playTruly, playVirtually } from './engine/play';
import { mixedFaults } from './engine/profiles';
import { storyNames } from './engine/stories';
import { percent, printTable, seconds } from './engine/table';

const { values: chosen } = parseArgs({
  options: { part: { type: 'string' }, people: { type: 'string' }, who: { type: 'string' } },
});
const isChosen = (option: string | undefined, one: string): boolean =>
  option?.split(',').includes(one) ?? true;
const players = contenders.filter((one) => isChosen(chosen.who, one));

/** A loop of single calls takes 25 minutes of real time for 5,000 people. */
const inRealTime = players.filter((one) => one !== 'one-by-one');
/** The CLI brings sockets and timers of its own that follow no other clock. */
const inVirtualTime = players.filter((one) => one !== 'cli');

type Play = (contest: Contest) => Promise<Result>;

async function playAll(
  play: Play,
  who: readonly Contender[],
  rest: Omit<Contest, 'contender'>,
): Promise<readonly (readonly [Contender, Result])[]> {
  const results: (readonly [Contender, Result])[] = [];
  for (const contender of who) {
    console.error(`… ${titles[contender]}, ${rest.people.toLocaleString('en')} people`);
    const result = await play({ ...rest, contender });
    // Whether a time is good enough is for people to say; a lost or falsely reported person is a failure.
    if (isOwn(contender) && result.lost + result.falselyDone + result.falselyFailed > 0) process.exitCode = 1;
    results.push([contender, result]);
  }
  return results;
}

const heads = ['refused', 'of writes', 'lost', 'false done', 'false failed', 'requests'];

const numbersOf = (result: Result): readonly string[] => [
  String(result.refused),
  percent(result.refused, result.writes),
  String(result.lost),
  String(result.falselyDone),
  String(result.falselyFailed),
  result.requests.toLocaleString('en'),
];

function printContest(
  title: string,
  people: number,
  results: readonly (readonly [Contender, Result])[],
): void {
  const least = leastInMs(people);
  console.log(`\n${title}; at least ${seconds(least)} s`);
  printTable(
    ['', 's', 'of least', ...heads],
    results.map(([contender, result]) => [
      titles[contender],
      seconds(result.tookInMs),
      (result.tookInMs / least).toFixed(3),
      ...numbersOf(result),
    ]),
  );
  for (const [contender, { timeLeft }] of results)
    if (timeLeft)
      console.log(
        `time left after 10 s: ${titles[contender]} said ${seconds(timeLeft.saidInMs)} s, it took ` +
          `${seconds(timeLeft.trulyInMs)} s: ${percent(timeLeft.saidInMs - timeLeft.trulyInMs, timeLeft.trulyInMs)} off`,
      );
}

/** Sizes that were asked for, or these. */
const sizes = (...usual: readonly number[]): readonly number[] =>
  chosen.people ? chosen.people.split(',').map(Number) : usual;

async function real(): Promise<void> {
  for (const people of sizes(1_000, 5_000)) {
    const results = await playAll(playTruly, inRealTime, { people, seed: 1, faults: [] });
    printContest(`${people.toLocaleString('en')} people, real time`, people, results);
  }
}

async function virtual(): Promise<void> {
  for (const people of sizes(1_000, 5_000, 10_000, 100_000)) {
    const results = await playAll(playVirtually, inVirtualTime, { people, seed: 1, faults: [] });
    printContest(`${people.toLocaleString('en')} people, virtual time`, people, results);
  }
}

const mixed = { people: 500, seeds: [1, 2, 3, 4, 5] };

function mean(results: readonly Result[]): Result {
  const of = (read: (result: Result) => number): number =>
    Math.round((10 * results.reduce((sum, result) => sum + read(result), 0)) / results.length) / 10;
  return {
    tookInMs: of(({ tookInMs }) => tookInMs),
    requests: of(({ requests }) => requests),
    writes: of(({ writes }) => writes),
    refused: of(({ refused }) => refused),
    lost: of(({ lost }) => lost),
    falselyDone: of(({ falselyDone }) => falselyDone),
    falselyFailed: of(({ falselyFailed }) => falselyFailed),
  };
}

function printMixed(title: string, results: readonly (readonly [Contender, Result])[]): void {
  console.log(`\n${title}`);
  printTable(
    ['', 's', ...heads],
    results.map(([contender, result]) => [titles[contender], seconds(result.tookInMs), ...numbersOf(result)]),
  );
}

async function mixedReal(): Promise<void> {
  const { people } = mixed;
  const once = await playAll(playTruly, inRealTime, { people, seed: 1, faults: mixedFaults('throttle', 1) });
  printMixed(`mixed faults, ${people} people, real time; a 429 asks for 10 s`, once);
}

async function mixedVirtual(): Promise<void> {
  const { people, seeds } = mixed;
  for (const kind of ['throttle', 'throttle-zero', 'throttle-without-retry-after'] as const) {
    const results: (readonly [Contender, Result])[] = [];
    for (const contender of inVirtualTime) {
      const runs: Result[] = [];
      for (const seed of seeds) {
        const played = await playAll(playVirtually, [contender], {
          people,
          seed,
          faults: mixedFaults(kind, seed),
        });
        runs.push(...played.map(([, result]) => result));
      }
      results.push([contender, mean(runs)]);
    }
    const asks = { throttle: '10 s', 'throttle-zero': '0 s', 'throttle-without-retry-after': 'no time' }[
      kind
    ];
    printMixed(
      `mixed faults, ${people} people, virtual time, mean of ${seeds.length} seeds; a 429 asks for ${asks}`,
      results,
    );
  }
}

async function stories(): Promise<void> {
  const rows: (readonly string[])[] = [];
  const notes: string[] = [];
  for (const name of storyNames) {
    console.error(`… ${name}`);
    const { people, tookInMs, leastInMs: least, sent, refused, note, ...result } = await playStory(name);
    rows.push([
      name,
      people.toLocaleString('en'),
      seconds(tookInMs),
      (tookInMs / least).toFixed(3),
      String(refused),
      percent(refused, sent),
      String(result.lost),
      String(result.falselyDone),
      String(result.falselyFailed),
      result.requests.toLocaleString('en'),
    ]);
    if (note) notes.push(`${name}: ${note}`);
  }
  console.log('\nthis app when something happens, virtual time; until the last change was answered');
  printTable(['', 'people', 's', 'of least', ...heads], rows);
  for (const note of notes) console.log(note);
}

const parts = { real, mixed: mixedReal, virtual, 'mixed-virtual': mixedVirtual, stories };

async function main(): Promise<void> {
  const needsCli =
    inRealTime.includes('cli') && ['real', 'mixed'].some((name) => isChosen(chosen.part, name));
  if (needsCli && !isCliInstalled()) {
    const others = players.filter((one) => one !== 'cli').join(',');
    console.error(
      'The CLI for Microsoft 365 is not installed, or older than test/clients/package-lock.json. Run `npm run ' +
        `test:clients\` to install it, or choose others: --who ${others || 'own'}`,
    );
    process.exitCode = 1;
    return;
  }
  console.log(`\nquotas as published, ${latencyInMs} ms for each request`);
  for (const [name, play] of Object.entries(parts)) if (isChosen(chosen.part, name)) await play();
}

void main();
