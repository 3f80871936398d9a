import type { ErrorCode } from '../../../base/appError';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import type { Graph } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';
import { holdsSku } from './filters';
import { requestOptions, withFallback } from './requests';
import { idWire } from './wire';

const scopes = ['GroupMember.Read.All'] as const;

/** Ids of the members to whom some license of the group could not be given (Graph: membersWithLicenseErrors). */
export async function readMembersInError(
  graph: Graph,
  groupId: string,
  options: CallOptions,
): Promise<string[]> {
  const path = `/groups/${groupId}/membersWithLicenseErrors`;
  const query = { select: ['id'] };
  const members = await graph.allPages({ path, query, scopes, ...requestOptions(options) }, idWire);
  return members.map(({ id }) => id);
}

/**
 * Ids of members in error of the groups that carry the SKU, with duplicates; groups that may not be read, or are gone since
 * they were listed, are left out. With `failures` others are left out as well.
 */
export async function readIdsInError(
  graph: Graph,
  skuId: string,
  options: CallOptions,
  failures: readonly ErrorCode[] = ['forbidden', 'consent-needed', 'not-found'],
): Promise<string[]> {
  const query = { filter: holdsSku(skuId), select: ['id'], top: 999 };
  const groups = await graph.allPages({ path: '/groups', query, scopes, ...requestOptions(options) }, idWire);
  const memberIds = await mapConcurrent(groups, ({ id }) =>
    withFallback(readMembersInError(graph, id, options), [], failures),
  );
  return memberIds.flat();
}
