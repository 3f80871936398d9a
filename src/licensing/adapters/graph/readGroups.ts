import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { isGuid } from '../../../base/ids';
import type { Graph } from '../../../graph/types';
import { groupSelect, groupWire, toGroupPrincipal } from '../../../graph/wire/group';
import type { CallOptions, GroupProgress } from '../../licensingAdapter';
import type { GroupProcessing, IssueCode, LicensedGroup } from '../../types';
import { holdsSku } from './filters';
import { readMembersInError } from './membersInError';
import { readStates } from './readStates';
import { requestOptions, withFallback, type ReadOptions } from '../../../graph/readOptions';
import { toSkuProduct } from './skuKeys';
import { isListIncomplete, toSeat } from './toSeats';
import { groupLicensesWire, idWire, processingWire, type ProcessingWire } from './wire';

const scopes = ['GroupMember.Read.All'] as const;

const licensedGroupWire = v.object({
  ...groupLicensesWire.entries,
  ...groupWire.entries,
  licenseProcessingState: processingWire,
});

/** Reads the groups that carry the SKU, with members and issues counted. */
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
  const groups = await graph.allPages(
    // Lists and previews work without the groups, say so, and offer to read them again.
    { path: '/groups', query, scopes, signal, isOptional: true },
    licensedGroupWire,
  );
  return mapConcurrent(groups, (wire) => toLicensedGroup(graph, wire, skuId, signal), 2);
}

async function toLicensedGroup(
  graph: Graph,
  wire: v.InferOutput<typeof licensedGroupWire>,
  skuId: string,
  signal: AbortSignal | undefined,
): Promise<LicensedGroup> {
  const [memberCount, inError] = await Promise.all([
    withFallback(countUsers(graph, wire.id, signal), undefined),
    withFallback(readIssues(graph, wire.id, skuId, { signal, isOptional: true }), undefined),
  ]);
  const licenses = wire.assignedLicenses ?? [];
  return {
    group: toGroupPrincipal(wire),
    processing: toProcessing(wire.licenseProcessingState),
    peopleWithIssues: inError?.size,
    memberCount,
    disabledPlanIds: licenses.find((license) => license.skuId === skuId)?.disabledPlans ?? [],
    otherProducts: licenses.flatMap((license) =>
      license.skuId === skuId || license.skuId === undefined ? [] : [toSkuProduct(license.skuId)],
    ),
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
  const request = { path, query, isEventual: true, scopes, signal, isOptional: true };
  const { total } = await graph.firstPage(request, idWire);
  return total;
}

/**
 * Reads the progress of Entra with a group, and the members whom its SKU did not reach. Takes two requests, and one for each
 * 15 members in error, since Graph keeps the reason with the user. Rejects with `not-found` if there is no such group. Members
 * in error that can't be read are left out.
 */
export async function readGroupProgress(
  graph: Graph,
  groupId: string,
  skuId: string,
  options: CallOptions = {},
): Promise<GroupProgress> {
  if (!isGuid(groupId)) throw new AppError('not-found');
  const query = { select: ['id', 'licenseProcessingState'] };
  const group = await graph.send(
    { path: `/groups/${groupId}`, query, scopes, ...requestOptions(options) },
    v.object({ licenseProcessingState: processingWire }),
  );
  // Read after the state: an error is final only once the state is complete.
  // A job can wait for a broken service.
  const optional = { ...options, isOptional: options.isBulk !== true };
  const issues = await withFallback(readIssues(graph, groupId, skuId, optional), undefined);
  return { processing: toProcessing(group.licenseProcessingState), issues };
}

/**
 * Reads the members whom the SKU did not reach through the group, or only with an issue. Graph lists members with an error of
 * any license that the group gives, so their own states tell which one.
 */
async function readIssues(
  graph: Graph,
  groupId: string,
  skuId: string,
  options: ReadOptions,
): Promise<ReadonlyMap<string, IssueCode>> {
  const { ids } = await readMembersInError(graph, groupId, options);
  const people = await readStates(graph, ids, options);
  const issues = new Map<string, IssueCode>();
  for (const person of people) {
    const state = person.licenseAssignmentStates?.find(
      ({ skuId: id, assignedByGroup }) =>
        id === skuId &&
        typeof assignedByGroup === 'string' &&
        assignedByGroup.toLowerCase() === groupId.toLowerCase(),
    );
    // Graph lists the person as in error, so a state that can't be read is an issue of unknown kind.
    const isUnread = !state && isListIncomplete(person.licenseAssignmentStates);
    const issue = isUnread ? 'other' : state && toSeat(state)[0]?.issue;
    if (issue) issues.set(person.id.toLowerCase(), issue);
  }
  return issues;
}

const processingStates: Readonly<Record<string, GroupProcessing>> = {
  QueuedForProcessing: 'queued',
  ProcessingInProgress: 'processing',
  ProcessingComplete: 'complete',
};

function toProcessing(wire: ProcessingWire): GroupProcessing {
  return processingStates[wire?.state ?? ''] ?? 'unknown';
}
