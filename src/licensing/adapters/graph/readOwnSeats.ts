import type { Graph } from '../../../graph/types';
import type { Seat } from '../../types';
import type { GroupNames } from './createGroupNames';
import { toSeats } from './toSeats';
import { userStatesWire } from './wire';

/** The seats of the signed-in person, with the names of groups that may be read. */
export async function readOwnSeats(
  graph: Graph,
  groupNames: GroupNames,
  signal?: AbortSignal,
): Promise<readonly Seat[]> {
  const query = { select: ['id', 'assignedLicenses', 'licenseAssignmentStates'] };
  const me = await graph.send({ path: '/me', query, scopes: ['User.Read'], signal }, userStatesWire);
  const [seats = []] = await toSeats([me.licenseAssignmentStates], groupNames, signal);
  return seats;
}
