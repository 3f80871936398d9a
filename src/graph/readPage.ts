import * as v from 'valibot';
import type { HttpResponse } from '../http/types';
import { parseAnswer } from './parseAnswer';
import type { GraphPage, GraphRequest } from './types';

/** Parses one page of a collection, each item with `schema`; `asked` is the call or cursor that gave it. */
export function readPage<T>(
  answer: HttpResponse,
  asked: Pick<GraphRequest, 'isEventual' | 'scopes' | 'priority'>,
  schema: v.GenericSchema<unknown, T>,
): GraphPage<T> {
  const pageWire = v.object({
    value: v.array(schema),
    '@odata.count': v.optional(v.number()),
    '@odata.nextLink': v.optional(v.string()),
  });
  const page = parseAnswer(answer, pageWire);
  const nextLink = page['@odata.nextLink'];
  const { isEventual = false, scopes, priority } = asked;
  return {
    items: page.value,
    total: page['@odata.count'],
    next: nextLink === undefined ? undefined : { nextLink, isEventual, scopes, priority },
  };
}
