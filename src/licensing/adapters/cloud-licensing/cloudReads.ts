import type { Scope } from '../../../base/scope';
import type { GraphQuery, GraphRequest } from '../../../graph/types';
import { requestOptions, type ReadOptions } from '../../../graph/readOptions';

/** Items of the largest page. Inferred: that cloud licensing gives as many as the directory does (Graph: paging). */
export const itemsPerPage = 999;

/** Builds a read of cloud licensing. */
export function cloudRead(
  path: string,
  scopes: readonly Scope[],
  options: ReadOptions,
  query?: GraphQuery,
): GraphRequest {
  return { version: 'beta', path, scopes, ...(query && { query }), ...requestOptions(options) };
}
