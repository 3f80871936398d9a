// One client in real time: `realClient.ts <order as JSON>` prints its report as JSON.
import { systemClock } from '../../../src/base/clock';
import { createMemoryJournal } from '../../../src/jobs/journal/createMemoryJournal';
import { openTenant } from '../../../src/sandbox/tenant/openTenant';
import { openCli } from './cli';
import { isOwn, peopleOf, usersFor } from './contest';
import type { Contest, Result, Reported } from './contest';
import { runOwn } from './own';
import { openOwnJobs } from './ownJobs';
import { otherClients } from './otherClients';
import { tokenOf } from './tokenOf';

/** Order to a client. */
export interface Order {
  readonly contest: Contest;
  /** Address of the service, reached instead of graph.microsoft.com. */
  readonly origin: string;
  /** Folder for the client's own files. */
  readonly home: string;
}

/** Report of a client at its end. */
export interface ClientReport {
  readonly tookInMs: number;
  /** Ids of the people who are reported as licensed. */
  readonly done: readonly string[];
  readonly timeLeft?: Result['timeLeft'];
}

interface Outcomes {
  readonly reported: Reported;
  readonly timeLeft?: Result['timeLeft'];
}

async function open({ contest, home }: Order): Promise<() => Promise<Outcomes>> {
  const tenant = openTenant({ users: usersFor(contest.people), folder: undefined, clock: systemClock });
  const people = peopleOf(tenant, contest);
  const ids = people.map(({ id }) => id);
  const token = await tokenOf(tenant, systemClock);
  const { contender } = contest;
  if (isOwn(contender)) {
    const jobs = openOwnJobs(tenant, createMemoryJournal(), contender);
    return () => runOwn(jobs, people, { clock: systemClock, tenant, contender });
  }
  if (contender === 'cli') {
    const run = await openCli(home, token);
    return async () => ({ reported: await run(ids) });
  }
  return async () => ({
    reported: (await otherClients[contender]?.(ids, token)) ?? new Map<string, boolean>(),
  });
}

/** Redirects `fetch` to the service at `origin`, which gets the original host in forwarded headers. */
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

async function run(order: Order): Promise<ClientReport> {
  redirectFetch(order.origin);
  const start = await open(order);
  const startedAt = systemClock.monotonic();
  const { reported, timeLeft } = await start();
  const done = [...reported].filter(([, isDone]) => isDone).map(([id]) => id);
  return { tookInMs: systemClock.monotonic() - startedAt, done, timeLeft };
}

void run(JSON.parse(process.argv[2] ?? '') as Order).then((report) => {
  console.log(JSON.stringify(report));
});
