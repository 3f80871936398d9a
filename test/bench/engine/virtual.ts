// One run in virtual time, service and client in one process: `virtual.ts <contest as JSON>` prints the result as JSON.
import type { Random } from '../../../src/base/random';
import { seededRandom } from '../../../src/base/random';
import type { GraphEmulator } from '../../../src/sandbox/graph/graphEmulator';
import { openEnvironment } from '../../faults/environment/openEnvironment';
import type { Environment } from '../../faults/environment/openEnvironment';
import type { VirtualClock } from '../../support/virtualClock';
import { isOwn, latencyInMs, peopleOf, usersFor } from './contest';
import type { Contest, Result, Reported } from './contest';
import { countCalls, evaluateRun } from './evaluateRun';
import { runOwn } from './own';
import { otherClients } from './otherClients';
import { tokenOf } from './tokenOf';

/** Creates a `fetch` over the emulator, with the latency of `createNetwork` and readable response headers. */
function fetchFrom(emulator: GraphEmulator, clock: VirtualClock, random: Random): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = init?.body ?? (request.body === null ? undefined : await request.text());
    const halfInMs = (latencyInMs * (0.7 + 0.6 * random())) / 2;
    await clock.wait(halfInMs);
    const answer = await emulator.handle({
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body: body as string | undefined,
    });
    await clock.wait(halfInMs);
    if (answer.status === 0) throw new TypeError('fetch failed');
    return new Response(answer.body as BodyInit | undefined, {
      status: answer.status,
      headers: answer.headers,
    });
  };
}

async function runOtherClient(
  contest: Contest,
  { emulator, clock, tenant }: Environment,
): Promise<{ reported: Reported }> {
  const client = otherClients[contest.contender];
  if (!client) throw new Error(`${contest.contender} has no virtual time`);
  const ids = peopleOf(tenant, contest).map(({ id }) => id);
  globalThis.fetch = fetchFrom(emulator, clock, seededRandom(contest.seed));
  globalThis.setTimeout = ((work: () => void, delayInMs = 0) =>
    void clock.wait(delayInMs).then(work)) as unknown as typeof setTimeout;
  return { reported: await client(ids, await tokenOf(tenant, clock)) };
}

async function run(contest: Contest): Promise<Result> {
  const { contender, seed } = contest;
  const door = contender === 'own-cloud' ? 'cloud-licensing' : 'directory';
  const environment = openEnvironment({ seed, users: usersFor(contest.people), latencyInMs, door });
  const people = peopleOf(environment.tenant, contest);
  environment.emulator.faults.set(contest.faults);
  const counted = countCalls(environment.emulator);
  const work = isOwn(contender)
    ? runOwn(environment.browser.openPage().jobs, people, { ...environment, contender })
    : runOtherClient(contest, environment);
  const ended: { reported: Reported; timeLeft?: Result['timeLeft'] } = await environment.clock.run(work);
  const tookInMs = environment.clock.monotonic();
  return {
    tookInMs,
    ...counted(),
    ...evaluateRun(environment.tenant, people, ended.reported),
    timeLeft: ended.timeLeft,
  };
}

void run(JSON.parse(process.argv[2] ?? '') as Contest).then((result) => console.log(JSON.stringify(result)));
