import type { Graph } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';
import { holdsSku } from './holdsSku';
import { requestOptions } from './requestOptions';
import { idWire } from './wire';

/** Counts who holds the SKU by any working path, as far as the index knows; for estimates. */
export async function countHolders(graph: Graph, skuId: string, options: CallOptions): Promise<number> {
  const query = { filter: holdsSku(skuId), select: ['id'], count: true, top: 1 };
  const page = await graph.firstPage(
    { path: '/users', query, isEventual: true, scopes: ['User.Read.All'], ...requestOptions(options) },
    idWire,
  );
  return page.total ?? Number.POSITIVE_INFINITY;
}
