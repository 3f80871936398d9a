import type { PrincipalRef } from '../../../base/principal';
import type { Graph } from '../../../graph/types';
import type { Holding, Seat } from '../../types';
import type { GroupNames } from './createGroupNames';
import { idFilters } from './idFilters';
import { inParallel } from './inParallel';
import { toGroupSeats } from './toGroupSeats';
import { toSeats } from './toSeats';
import { groupLicensesWire, userStatesWire } from './wire';

/** What each principal holds, in the order given; who is unknown holds nothing. */
export async function readHoldings(
  graph: Graph,
  groupNames: GroupNames,
  principals: readonly PrincipalRef[],
  signal?: AbortSignal,
): Promise<readonly Holding[]> {
  const idsOf = (kind: PrincipalRef['kind']): string[] =>
    principals.filter((principal) => principal.kind === kind).map(({ id }) => id);
  const seats = new Map([
    ...(await readUserSeats(graph, groupNames, idsOf('user'), signal)),
    ...(await readGroupSeats(graph, idsOf('group'), signal)),
  ]);
  return principals.map((principal) => ({ principal, seats: seats.get(principal.id.toLowerCase()) ?? [] }));
}

async function readUserSeats(
  graph: Graph,
  groupNames: GroupNames,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Map<string, Seat[]>> {
  const users = await inParallel(idFilters(ids), (filter) => {
    const query = { filter, select: ['id', 'licenseAssignmentStates'] };
    return graph.allPages({ path: '/users', query, scopes: ['User.Read.All'], signal }, userStatesWire);
  });
  const found = users.flat();
  const seats = await toSeats(
    found.map(({ licenseAssignmentStates }) => licenseAssignmentStates),
    groupNames,
    signal,
  );
  return new Map(found.map(({ id }, index) => [id, seats[index] ?? []]));
}

async function readGroupSeats(
  graph: Graph,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Map<string, Seat[]>> {
  const groups = await inParallel(idFilters(ids), (filter) => {
    const query = { filter, select: ['id', 'assignedLicenses'] };
    return graph.allPages(
      { path: '/groups', query, scopes: ['GroupMember.Read.All'], signal },
      groupLicensesWire,
    );
  });
  return new Map(groups.flat().map((group) => [group.id, toGroupSeats(group)]));
}
