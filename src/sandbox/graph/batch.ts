import type { Random } from '../../base/random';
import { resourceHeaders } from './answerBody';
import type { Answer } from './call';
import { GraphRefusal } from './graphRefusal';
import type { ResourceRequest } from './serveResource';

/** One item of a batch, checked. */
interface BatchItem {
  readonly id: string;
  readonly request: ResourceRequest;
  readonly dependsOn: readonly string[];
}

const maxItems = 20;

/**
 * Answers a batch (Graph: JSON batching): items one by one in their order, answers in any order, an item whose
 * predecessor failed with 424. Throws GraphRefusal 400 when the batch as a whole is no good.
 * @param serve Serves one item and never throws; faults and errors are in its answer.
 * @param settled Resolves when what the items before wrote is over, which an item that depends on one waits for.
 */
export async function answerBatch(
  body: unknown,
  serve: (request: ResourceRequest, itemId: string) => Promise<Answer>,
  random: Random,
  settled: () => Promise<void>,
): Promise<Answer> {
  const items = readItems(body);
  const statuses = new Map<string, number>();
  const responses: Readonly<Record<string, unknown>>[] = [];
  for (const item of items) {
    const hasFailed = item.dependsOn.some((id) => (statuses.get(id.toLowerCase()) ?? 0) >= 400);
    if (!hasFailed && item.dependsOn.length > 0) await settled();
    const answer = hasFailed ? failedDependency : await serve(item.request, item.id);
    statuses.set(item.id.toLowerCase(), answer.status);
    responses.push({
      id: item.id,
      status: answer.status,
      headers: resourceHeaders(answer),
      body: bodyOf(answer),
    });
  }
  return { status: 200, json: { responses: shuffled(responses, random) } };
}

const failedDependency: Answer = {
  status: 424,
  json: {
    error: {
      code: 'FailedDependency',
      message: 'The request failed because a request that it depends on failed.',
    },
  },
};

/** A picture inside JSON is base64 (Graph: JSON batching). */
function bodyOf(answer: Answer): unknown {
  if (answer.image) return Buffer.from(answer.image).toString('base64');
  return answer.json ?? answer.text ?? answer.html;
}

function readItems(body: unknown): BatchItem[] {
  const requests = (body as { requests?: unknown } | undefined)?.requests;
  if (!Array.isArray(requests)) throw badBatch('Invalid batch payload format.');
  if (requests.length > maxItems) throw badBatch('Number of requests inside batch exceed the limit.');
  const items = requests.map(readItem);
  const seen = new Set<string>();
  for (const { id, dependsOn } of items) {
    if (seen.has(id.toLowerCase())) throw badBatch(`Duplicate request id '${id}' in the batch.`);
    const unknown = dependsOn.find((other) => !seen.has(other.toLowerCase()));
    if (unknown !== undefined)
      throw badBatch(`Request '${id}' depends on '${unknown}', which does not come before it.`);
    seen.add(id.toLowerCase());
  }
  return items;
}

function readItem(value: unknown): BatchItem {
  const {
    id: writtenId,
    method,
    url,
    headers = {},
    body,
    dependsOn = [],
  } = (value ?? {}) as Readonly<Record<string, unknown>>;
  // Inferred: a number is taken for its text, as clients that count their items send it.
  const id = typeof writtenId === 'number' ? String(writtenId) : writtenId;
  if (typeof id !== 'string' || id === '') throw badBatch('Each request in a batch needs an id.');
  if (typeof method !== 'string' || typeof url !== 'string')
    throw badBatch(`Request '${id}' in the batch needs a method and a url.`);
  const lower = lowerNames(headers);
  if (body !== undefined && body !== null && lower['content-type'] === undefined)
    throw badBatch(`Request '${id}' in the batch has a body and no Content-Type header.`);
  const target = url.startsWith('/') ? url : `/${url}`;
  return {
    id,
    request: { method: method.toUpperCase(), target, headers: lower, body },
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
  };
}

/** Documented: that each of these refuses the whole batch. Inferred: the sentences, but for the one on the limit. */
function badBatch(message: string): GraphRefusal {
  return new GraphRefusal(400, 'BadRequest', message);
}

function lowerNames(headers: unknown): Record<string, string> {
  const entries = Object.entries((headers ?? {}) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((left, right) => left.key - right.key)
    .map(({ item }) => item);
}
