import { isGuid } from '../base/ids';
import type { Principal, PrincipalRef } from '../base/principal';
import type { Graph } from '../graph/types';
import { filterChunks } from './filterChunks';
import { inFilter } from './inFilter';
import { groups, users, type Kind } from './kinds';

/** Reads people and groups by their ids in lower case; one who is not there is not in the map. Callers do without it. Rejects with AppError as `Graph` does. */
export async function readPrincipals(
  graph: Graph,
  refs: readonly PrincipalRef[],
): Promise<ReadonlyMap<string, Principal>> {
  const read = async <Wire>(kind: PrincipalRef['kind'], how: Kind<Wire>): Promise<readonly Principal[]> => {
    const { path, select, scopes, wire, toPrincipal } = how;
    const ids = refs.filter((ref) => ref.kind === kind && isGuid(ref.id)).map(({ id }) => id.toLowerCase());
    const pages = await Promise.all(
      filterChunks([...new Set(ids)]).map((chunk) =>
        graph.allPages(
          { path, query: { select, filter: inFilter('id', chunk) }, scopes, isOptional: true },
          wire,
        ),
      ),
    );
    return pages.flat().map(toPrincipal);
  };
  const found = await Promise.all([read('user', users), read('group', groups)]);
  return new Map(found.flat().map((principal) => [principal.id.toLowerCase(), principal]));
}
