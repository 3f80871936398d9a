import * as v from 'valibot';
import type { Graph } from '../../../graph/types';
import { groupSelect, groupWire, toGroupPrincipal } from '../../../graph/wire/group';
import type { LicensedGroup } from '../../types';
import { holdsSku } from './holdsSku';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { readMembersInError } from './readMembersInError';
import { unlessForbidden } from './unlessForbidden';
import { toProcessing } from './toProcessing';
import { groupLicensesWire, idWire, processingWire } from './wire';

const scopes = ['GroupMember.Read.All'] as const;

const licensedGroupWire = v.object({
  ...groupLicensesWire.entries,
  ...groupWire.entries,
  licenseProcessingState: processingWire,
});

/** Reads the groups that carry the SKU, with members and issues counted. Rejects with `not-found` for what is no GUID. */
export async function readGroups(
  graph: Graph,
  skuId: string,
  signal?: AbortSignal,
): Promise<readonly LicensedGroup[]> {
  const query = {
    filter: holdsSku(skuId),
    select: [...groupSelect, 'assignedLicenses', 'licenseProcessingState'],
    top: 999,
  };
  const groups = await graph.allPages({ path: '/groups', query, scopes, signal }, licensedGroupWire);
  return mapConcurrent(groups, (wire) => toLicensedGroup(graph, wire, skuId, signal), 2);
}

async function toLicensedGroup(
  graph: Graph,
  wire: v.InferOutput<typeof licensedGroupWire>,
  skuId: string,
  signal: AbortSignal | undefined,
): Promise<LicensedGroup> {
  const [memberCount, inError] = await Promise.all([
    unlessForbidden(countUsers(graph, wire.id, signal), undefined),
    unlessForbidden(readMembersInError(graph, wire.id, { signal }), undefined),
  ]);
  const licenses = wire.assignedLicenses ?? [];
  return {
    group: toGroupPrincipal(wire),
    processing: toProcessing(wire.licenseProcessingState),
    peopleWithIssues: inError?.length,
    memberCount,
    disabledPlanIds: licenses.find((license) => license.skuId === skuId)?.disabledPlans ?? [],
    otherSkuIds: licenses.map((license) => license.skuId).filter((id) => id !== skuId),
  };
}

/** Direct members alone: group-based licensing does not reach into nested groups. */
async function countUsers(
  graph: Graph,
  groupId: string,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  const path = `/groups/${groupId}/members/microsoft.graph.user`;
  const query = { select: ['id'], count: true, top: 1 };
  const { total } = await graph.firstPage({ path, query, isEventual: true, scopes, signal }, idWire);
  return total;
}
