import * as v from 'valibot';
import type { HttpResponse } from '../http/types';
import { parseAnswer } from './parseAnswer';
import type { GraphPage, GraphRequest } from './types';

/**
 * Parses one page of a collection, each item with `schema`; `asked` is the call or cursor that gave it. An item that does
 * not pass, such as one without an id, is left out and counted; a page of which none passes is not what Graph documents.
 */
export function readPage<T>(
  answer: HttpResponse,
  asked: Pick<GraphRequest, 'isEventual' | 'scopes' | 'priority' | 'isOptional'>,
  schema: v.GenericSchema<unknown, T>,
): GraphPage<T> {
  const pageWire = v.object({
    value: v.array(v.unknown()),
    '@odata.count': v.optional(v.number()),
    '@odata.nextLink': v.optional(v.string()),
  });
  const page = parseAnswer(answer, pageWire);
  const nextLink = page['@odata.nextLink'];
  const { isEventual = false, scopes, priority, isOptional } = asked;
  const items = readItems(answer, page.value, schema);
  const unread = page.value.length - items.length;
  return {
    items,
    ...(unread > 0 && { unread }),
    total: page['@odata.count'],
    next: nextLink === undefined ? undefined : { nextLink, isEventual, scopes, priority, isOptional },
  };
}

function readItems<T>(
  answer: HttpResponse,
  value: readonly unknown[],
  schema: v.GenericSchema<unknown, T>,
): readonly T[] {
  const items = value.flatMap((item) => {
    const parsed = v.safeParse(schema, item);
    return parsed.success ? [parsed.output] : [];
  });
  // Says what is wrong with the first.
  if (items.length === 0 && value.length > 0) parseAnswer(answer, v.object({ value: v.array(schema) }));
  return items;
}
