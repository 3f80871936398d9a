// One client in real time: `realClient.ts <order as JSON>` tells on its standard output, as JSON, how it went.
import { systemClock } from '../../../src/base/clock';
import { createMemoryJournal } from '../../../src/jobs/journal/createMemoryJournal';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import { openCli } from './cli';
import { peopleOf, usersFor } from './contest';
import type { Contest, Result, Told } from './contest';
import { runOwn } from './own';
import { openOwnJobs } from './ownJobs';
import { rivals } from './otherClients';
import { tokenOf } from './tokenOf';

/** What a client is told to do, and where. */
export interface Order {
  readonly contest: Contest;
  /** Address of the service, reached instead of graph.microsoft.com. */
  readonly origin: string;
  /** Folder for the client's own files. */
  readonly home: string;
}

/** What a client tells at its end. */
export interface Tale {
  readonly tookInMs: number;
  /** Who is said to be licensed. */
  readonly done: readonly string[];
  readonly timeLeft?: Result['timeLeft'];
}

interface Ended {
  readonly told: Told;
  readonly timeLeft?: Result['timeLeft'];
}

async function open({ contest, home }: Order): Promise<() => Promise<Ended>> {
  const tenant = openTenant({ users: usersFor(contest.people), folder: undefined, clock: systemClock });
  const people = peopleOf(tenant, contest);
  const ids = people.map(({ id }) => id);
  const token = await tokenOf(tenant, systemClock);
  const { contender } = contest;
  if (contender === 'own') {
    const jobs = openOwnJobs(tenant, createMemoryJournal());
    return () => runOwn(jobs, people, systemClock);
  }
  if (contender === 'cli') {
    const run = await openCli(home, token);
    return async () => ({ told: await run(ids) });
  }
  return async () => ({ told: (await rivals[contender]?.(ids, token)) ?? new Map<string, boolean>() });
}

/** From now on `fetch` reaches the service at `origin`, which is told by forwarded headers what was asked for. */
function redirectFetch(origin: string): void {
  const plainFetch = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { url, method, headers: asked } = new Request(input, init);
    const { host, pathname, search } = new URL(url);
    const headers = new Headers(asked);
    headers.set('x-forwarded-host', host);
    headers.set('x-forwarded-proto', 'https');
    return plainFetch(origin + pathname + search, { ...init, method, headers });
  };
}

async function run(order: Order): Promise<Tale> {
  redirectFetch(order.origin);
  const start = await open(order);
  const startedAt = systemClock.monotonic();
  const { told, timeLeft } = await start();
  const done = [...told].filter(([, isDone]) => isDone).map(([id]) => id);
  return { tookInMs: systemClock.monotonic() - startedAt, done, timeLeft };
}

void run(JSON.parse(process.argv[2] ?? '') as Order).then((tale) => {
  console.log(JSON.stringify(tale));
});
