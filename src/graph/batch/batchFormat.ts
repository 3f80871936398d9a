import * as v from 'valibot';
import { AppError } from '../../base/appError';
import type { HttpResponse } from '../../http/types';
import type { AttemptResult, GraphResponse } from '../graphResponse';
import type { QueuedCall } from './queuedCall';

/** Maximum number of items of a batch (Graph: JSON batching). */
export const maxItems = 20;

/** Returns the body of a batch of 1 to 20 calls (Graph: JSON batching). Each item carries its own headers, `ConsistencyLevel` too. */
export function toBatchBody(calls: readonly Pick<QueuedCall, 'request' | 'url'>[]): object {
  return { requests: calls.map(toItem) };
}

function toItem({ request, url }: Pick<QueuedCall, 'request' | 'url'>, index: number): object {
  const { method = 'GET', body, isEventual = false, priority = 'interactive' } = request;
  return {
    id: itemId(index),
    method,
    url,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(isEventual && { consistencylevel: 'eventual' }),
      'x-ms-throttle-priority': throttlePriorities[priority],
    },
    ...(body !== undefined && { body }),
  };
}

/**
 * Tells the service whose rejection a person would notice (Graph: throttling limits, prioritize requests). Bulk calls aren't
 * of the low priority: the throttle controller keeps them below the limit, and low ones would be rejected before it.
 */
const throttlePriorities = { interactive: 'High', bulk: 'Normal' } as const;

/** Returns an id that is unique whatever the case. */
function itemId(index: number): string {
  return String(index + 1);
}

/**
 * Returns the result of each of `count` items, in their order. An item without a response of its own ends with an error
 * that leaves open what became of it.
 */
export function toItemResults(batch: AttemptResult<HttpResponse>, count: number): readonly AttemptResult[] {
  if (batch.kind === 'error') return Array.from({ length: count }, () => batch);
  const { response } = batch;
  if (response.status < 200 || response.status > 299) {
    const result = toResultOfAll(response);
    return Array.from({ length: count }, () => result);
  }
  const items = decodeBatch(response);
  return Array.from({ length: count }, (_, index) => {
    const item = items?.get(itemId(index));
    return item ? { kind: 'response', response: item } : unreadable(response);
  });
}

/** A failure of the whole batch is one of each item, unless the service only says that the batch is no good. */
function toResultOfAll(response: HttpResponse): AttemptResult {
  const { status, headers, body } = response;
  const isOfEach = status >= 500 || status === 401 || status === 403 || status === 429;
  if (!isOfEach) return unreadable(response);
  // Without the token's number: a batch that was refused as a whole has had its fresh token.
  return { kind: 'response', response: { status, headers, body: parseJson(body) } };
}

function unreadable({ status, headers }: HttpResponse): AttemptResult {
  const details = { status, requestId: headers['request-id'] };
  return { kind: 'error', error: new AppError('unexpected-answer', details) };
}

const batchWire = v.object({ responses: v.array(v.unknown()) });
const itemWire = v.object({
  id: v.string(),
  status: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
  headers: v.optional(v.record(v.string(), v.unknown()), {}),
  body: v.optional(v.unknown()),
});

/**
 * Reads the responses of a batch's items, by id. An item that can't be read is left out; of two responses to one item the
 * first counts. Undefined where the body is no batch.
 */
export function decodeBatch({ body, tokenId }: HttpResponse): ReadonlyMap<string, GraphResponse> | undefined {
  const batch = v.safeParse(batchWire, parseJson(body));
  if (!batch.success) return undefined;
  const items = new Map<string, GraphResponse>();
  for (const each of batch.output.responses) {
    const item = v.safeParse(itemWire, each);
    if (!item.success || items.has(item.output.id)) continue;
    const response = toResponse(item.output);
    if (response) items.set(item.output.id, { ...response, ...(tokenId !== undefined && { tokenId }) });
  }
  return items;
}

function toResponse({ status, headers, body }: v.InferOutput<typeof itemWire>): GraphResponse | undefined {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  const lower = Object.fromEntries(named);
  const isBinary = /^(image|audio|video)\/|octet-stream/i.test(lower['content-type'] ?? '');
  if (typeof body !== 'string' || !isBinary) return { status, headers: lower, body: body ?? undefined };
  const bytes = fromBase64(body);
  return bytes && { status, headers: lower, body: bytes };
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
