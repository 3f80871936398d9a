import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { isGuid } from '../../../base/ids';
import type { UserPrincipal } from '../../../base/principal';
import type { Scope } from '../../../base/scope';
import type { Graph } from '../../../graph/types';
import { toUserPrincipal, userSelect, userWire } from '../../../graph/wire/user';
import { requestOptions } from '../../../graph/readOptions';

/** Ids that one request takes (Graph: directoryObject, getByIds). */
const idsPerRequest = 1_000;

/**
 * Reads people by their ids in lower case. One who isn't found, as after a deletion, still has a seat, and gets the name that
 * the service gives with it.
 */
export async function readUsers(
  graph: Graph,
  scopes: readonly Scope[],
  ids: readonly string[],
  names: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): Promise<(id: string) => UserPrincipal> {
  const known = ids.filter(isGuid);
  const chunks: string[][] = [];
  for (let start = 0; start < known.length; start += idsPerRequest)
    chunks.push(known.slice(start, start + idsPerRequest));
  const pages = await mapConcurrent(chunks, (chunk) =>
    graph.firstPage(
      {
        method: 'POST',
        path: '/directoryObjects/getByIds',
        query: { select: userSelect },
        body: { ids: chunk, types: ['user'] },
        scopes,
        ...requestOptions(signal ? { signal } : {}),
      },
      userWire,
    ),
  );
  const found = new Map(pages.flatMap(({ items }) => items.map((wire) => [wire.id.toLowerCase(), wire])));
  return (id) => {
    const wire = found.get(id);
    return wire ? toUserPrincipal(wire) : toNamed(id, names.get(id));
  };
}

function toNamed(id: string, name: string | undefined): UserPrincipal {
  return {
    kind: 'user',
    id,
    displayName: name ?? id,
    address: '',
    userPrincipalName: '',
    isGuest: undefined,
    isBlocked: undefined,
    usageLocation: undefined,
    jobTitle: undefined,
    department: undefined,
    companyName: undefined,
    isNameOnly: true,
  };
}
