import type { Graph } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';
import { requestOptions } from './requestOptions';
import { idWire } from './wire';

/** Ids of the members to whom some license of the group could not be given (Graph: membersWithLicenseErrors). */
export async function readMembersInError(
  graph: Graph,
  groupId: string,
  options: CallOptions,
): Promise<string[]> {
  const path = `/groups/${groupId}/membersWithLicenseErrors`;
  const members = await graph.allPages(
    { path, query: { select: ['id'] }, scopes: ['GroupMember.Read.All'], ...requestOptions(options) },
    idWire,
  );
  return members.map(({ id }) => id);
}
