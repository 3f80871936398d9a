// Other clients, used as their documentation shows; each reports for every person what it would print.
import { BatchRequestContent, BatchResponseContent, Client } from '@microsoft/microsoft-graph-client';
import { product } from '../../faults/environment/people';
import type { Contender, Reported } from './contest';

const graphUrl = 'https://graph.microsoft.com';
const perBatch = 20;
const change = JSON.stringify({ addLicenses: [{ skuId: product, disabledPlans: [] }], removeLicenses: [] });
const json = { 'content-type': 'application/json' };

/** Gives each of these people the license, with a token that lasts. */
type RunClient = (ids: readonly string[], token: string) => Promise<Reported>;

/** Works through a list with so many workers. */
export async function inPool<T>(
  all: readonly T[],
  workers: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const rest = all.values();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (const one of rest) await work(one);
    }),
  );
}

const clientOf = (token: string): Client => Client.init({ authProvider: (done) => done(null, token) });

function batchesOf(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / perBatch) }, (_, index) =>
    ids.slice(index * perBatch, (index + 1) * perBatch),
  );
}

const sdkPool: RunClient = async (ids, token) => {
  const client = clientOf(token);
  const reported = new Map<string, boolean>();
  await inPool(ids, 50, async (id) => {
    const isDone = await client
      .api(`/users/${id}/assignLicense`)
      .post(change)
      .then(
        () => true,
        () => false,
      );
    reported.set(id, isDone);
  });
  return reported;
};

const sdkBatches: RunClient = async (ids, token) => {
  const client = clientOf(token);
  const reported = new Map<string, boolean>();
  await inPool(batchesOf(ids), 4, async (batch) => {
    const requests = batch.map((id) => ({
      id,
      request: new Request(`${graphUrl}/users/${id}/assignLicense`, {
        method: 'POST',
        headers: json,
        body: change,
      }),
    }));
    const content = await new BatchRequestContent(requests).getContent();
    try {
      const answer = new BatchResponseContent(
        (await client.api('/$batch').post(content)) as ConstructorParameters<typeof BatchResponseContent>[0],
      );
      for (const id of batch) reported.set(id, answer.getResponseById(id).ok);
    } catch {
      // Unknown outcomes are reported as failed below.
    }
  });
  return reported;
};

const batchLoop: RunClient = async (ids, token) => {
  const reported = new Map<string, boolean>();
  for (const batch of batchesOf(ids)) {
    const requests = batch.map((id) => ({
      id,
      method: 'POST',
      url: `/users/${id}/assignLicense`,
      headers: json,
      body: JSON.parse(change) as unknown,
    }));
    try {
      const answer = await post('/$batch', JSON.stringify({ requests }), token);
      const { responses } = (await answer.json()) as { responses: readonly { id: string; status: number }[] };
      for (const { id, status } of responses) reported.set(id, status < 300);
    } catch {
      // As above.
    }
  }
  return reported;
};

const oneByOne: RunClient = async (ids, token) => {
  const reported = new Map<string, boolean>();
  for (const id of ids)
    try {
      reported.set(id, (await post(`/users/${id}/assignLicense`, change, token)).ok);
    } catch {
      // As above.
    }
  return reported;
};

function post(path: string, body: string, token: string): Promise<Response> {
  const headers = { ...json, authorization: `Bearer ${token}` };
  return fetch(`${graphUrl}/v1.0${path}`, { method: 'POST', headers, body });
}

/** The clients that use the global `fetch` and `setTimeout`. */
export const otherClients: Readonly<Partial<Record<Contender, RunClient>>> = {
  'sdk-pool': sdkPool,
  'sdk-batches': sdkBatches,
  'batch-loop': batchLoop,
  'one-by-one': oneByOne,
};
