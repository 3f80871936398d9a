// `npm run bench -- graph`: prints the processor time that the client of Graph takes for a call, without a network, beside
// the least that it could take: encode a batch, post it with the Microsoft Graph client, parse the response once.
// `--batches 200` and `--rounds 5` are the defaults.
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { decodeBatch, maxItems, toBatchBody } from '../../src/graph/batch/batchFormat';
import { createBatchSender } from '../../src/graph/batch/createBatchSender';
import { createGraph } from '../../src/graph/createGraph';
import type { GraphRequest } from '../../src/graph/types';
import type { Send } from '../../src/http/types';

const { values: options } = parseArgs({
  options: {
    batches: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
  },
});
const batches = Number(options.batches);
const rounds = Number(options.rounds);

const userWire = v.object({
  id: v.string(),
  displayName: v.string(),
  mail: v.nullable(v.string()),
  assignedLicenses: v.array(v.object({ skuId: v.string(), disabledPlans: v.array(v.string()) })),
});
const user = {
  id: '00000000-0000-4000-8000-000000000001',
  displayName: 'Ada Lovelace',
  mail: 'ada@contoso.example',
  userPrincipalName: 'ada@contoso.example',
  assignedLicenses: Array.from({ length: 4 }, (_, index) => ({
    skuId: `00000000-0000-4000-8000-00000000010${index}`,
    disabledPlans: [`00000000-0000-4000-8000-00000000020${index}`],
  })),
};
const response = new TextEncoder().encode(
  JSON.stringify({
    responses: Array.from({ length: maxItems }, (_, index) => ({
      id: String(index + 1),
      status: 200,
      headers: { 'Content-Type': 'application/json', 'request-id': 'r' },
      body: user,
    })),
  }),
);
const send: Send = () => Promise.resolve({ status: 200, headers: {}, body: response });
const graphUrl = 'https://graph.microsoft.com';
const requests = Array.from({ length: batches * maxItems }, (_, index): GraphRequest => {
  const changes = { addLicenses: user.assignedLicenses, removeLicenses: [] };
  const path = `/users/${index}/assignLicense`;
  return { method: 'POST', path, body: changes, scopes: ['User.ReadWrite.All'], priority: 'bulk' };
});

async function sendByGraph(): Promise<void> {
  // Without a limit, so that no call waits.
  const graph = createGraph({ graphUrl, send, quota: { burst: 1e9, perSecond: 1e9 } });
  await Promise.all(requests.map((request) => graph.send(request, userWire)));
}

async function sendAtLeast(): Promise<void> {
  const sendBatch = createBatchSender(graphUrl, 'v1.0', send);
  for (let first = 0; first < requests.length; first += maxItems) {
    const calls = requests.slice(first, first + maxItems).map((request) => ({ request, url: request.path }));
    const unsentSignal = new AbortController().signal;
    const answered = await sendBatch({
      body: toBatchBody(calls),
      scopes: ['User.ReadWrite.All'],
      unsentSignal,
    });
    for (const { body } of decodeBatch(answered)?.values() ?? []) v.parse(userWire, body);
  }
}

/** Returns the microseconds of processor time for each call. */
async function measure(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user: inUser, system } = process.cpuUsage(before);
  return (inUser + system) / requests.length;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function main(): Promise<void> {
  const times: { readonly graph: number; readonly least: number }[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const time = { graph: await measure(sendByGraph), least: await measure(sendAtLeast) };
    // The first round warms up.
    if (round >= 0) times.push(time);
  }
  const graph = median(times.map((time) => time.graph));
  const least = median(times.map((time) => time.least));
  console.table({
    Graph: { 'µs a call': graph.toFixed(1), 'calls a second': Math.round(1e6 / graph) },
    least: { 'µs a call': least.toFixed(1), 'calls a second': Math.round(1e6 / least) },
  });
  console.log(`Graph takes ${(graph / least).toFixed(2)} times the least.`);
}

void main();
