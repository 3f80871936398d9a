import type { Graph } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';
import type { Seat } from '../../types';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { idFilters } from './idFilters';
import { maxConcurrency, requestOptions } from './requestOptions';
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
  const groups = await mapConcurrent(idFilters(ids), read, maxConcurrency);
  return new Map(groups.flat().map((group) => [group.id.toLowerCase(), toGroupSeats(group)]));
}
