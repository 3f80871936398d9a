import * as v from 'valibot';
import type { HttpResponse } from '../../http/types';

const batchWire = v.object({ responses: v.array(v.unknown()) });
const itemWire = v.object({
  id: v.string(),
  status: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
  headers: v.optional(v.record(v.string(), v.unknown()), {}),
  body: v.optional(v.unknown()),
});

/**
 * Reads a batch's answer into the answers of its items, by id. What cannot be read is left out, so that a missing item
 * is one whose end is unknown; of two answers to one item the first counts. Undefined where there is no batch at all.
 */
export function decodeBatch({ body, tokenId }: HttpResponse): ReadonlyMap<string, HttpResponse> | undefined {
  const batch = v.safeParse(batchWire, readJson(body));
  if (!batch.success) return undefined;
  const items = new Map<string, HttpResponse>();
  for (const each of batch.output.responses) {
    const item = v.safeParse(itemWire, each);
    if (!item.success || items.has(item.output.id)) continue;
    const answer = toAnswer(item.output);
    if (answer) items.set(item.output.id, { ...answer, ...(tokenId === undefined ? {} : { tokenId }) });
  }
  return items;
}

function toAnswer({ status, headers, body }: v.InferOutput<typeof itemWire>): HttpResponse | undefined {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  const lower = Object.fromEntries(named);
  const bytes = toBytes(body, lower['content-type'] ?? '');
  return bytes && { status, headers: lower, body: bytes };
}

/** JSON stands in the batch as it is, a text as a string, everything else as base64 (Graph: JSON batching). */
function toBytes(body: unknown, mediaType: string): Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined || body === null) return new Uint8Array();
  const isText = typeof body === 'string';
  if (isText && /^(image|audio|video)\/|octet-stream/i.test(mediaType)) return fromBase64(body);
  return new TextEncoder().encode(isText && !/json/i.test(mediaType) ? body : JSON.stringify(body));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
