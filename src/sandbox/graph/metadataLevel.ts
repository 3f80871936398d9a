import type { Answer } from './call';

const kept = /^@odata\.(nextLink|deltaLink|count)$/;

/**
 * Leaves the annotations out that a caller does not want (OData JSON format: `odata.metadata=none` in `Accept`); links
 * and counts stay.
 */
export function withMetadataLevel(answer: Answer, accept: string | undefined): Answer {
  const isNone = /odata\.metadata=none/i.test(accept ?? '');
  if (!isNone || !answer.json) return answer;
  const contentType =
    'application/json;odata.metadata=none;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
  const json = bare(answer.json) as Readonly<Record<string, unknown>>;
  return { ...answer, json, headers: { 'Content-Type': contentType, ...answer.headers } };
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => !name.includes('@odata.') || kept.test(name));
  return Object.fromEntries(entries.map(([name, inner]) => [name, bare(inner)]));
}
