import type { Graph } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';
import type { Seat } from '../../types';
import { callsAtOnce, inParallel } from './inParallel';
import { idFilters } from './idFilters';
import { requestOptions } from './requestOptions';
import { toGroupSeats } from './toGroupSeats';
import { groupLicensesWire } from './wire';

/** What each of these groups carries, by id in lower case. */
export async function readGroupSeats(
  graph: Graph,
  ids: readonly string[],
  options: CallOptions,
): Promise<Map<string, Seat[]>> {
  const read = (filter: string) => {
    const query = { filter, select: ['id', 'assignedLicenses'] };
    return graph.allPages(
      { path: '/groups', query, scopes: ['GroupMember.Read.All'], ...requestOptions(options) },
      groupLicensesWire,
    );
  };
  const groups = await inParallel(idFilters(ids), read, callsAtOnce);
  return new Map(groups.flat().map((group) => [group.id.toLowerCase(), toGroupSeats(group)]));
}
