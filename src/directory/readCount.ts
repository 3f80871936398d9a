import * as v from 'valibot';
import type { Graph, GraphRequest } from '../graph/types';

const countWire = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Reads a number, such as that of `/users/$count`; Graph: directory objects are counted in advanced queries only. */
export function readCount(
  graph: Graph,
  request: Pick<GraphRequest, 'path' | 'scopes' | 'priority' | 'signal'>,
): Promise<number> {
  return graph.send({ ...request, isEventual: true }, countWire);
}
