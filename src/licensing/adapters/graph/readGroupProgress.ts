import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import { isGuid } from '../../../base/ids';
import type { Graph } from '../../../graph/types';
import type { CallOptions, GroupProgress } from '../../licensingAdapter';
import type { IssueCode } from '../../types';
import { readMembersInError } from './readMembersInError';
import { readStates } from './readStates';
import { requestOptions } from './requestOptions';
import { toProcessing } from './toProcessing';
import { toSeat } from './toSeat';
import { processingWire } from './wire';

const noNames: ReadonlyMap<string, string> = new Map();

/**
 * How far Entra is with a group, and whom its SKU did not reach. Two requests, and one for each 15 members in error, with
 * whom Graph keeps the reason. Rejects with `not-found` for what is no group.
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
    { path: `/groups/${groupId}`, query, scopes: ['GroupMember.Read.All'], ...requestOptions(options) },
    v.object({ licenseProcessingState: processingWire }),
  );
  // Read after the state: who is in error by then is so for good once the state was complete.
  const people = await readStates(graph, await readMembersInError(graph, groupId, options), options);
  const issues = new Map<string, IssueCode>();
  for (const person of people) {
    const state = person.licenseAssignmentStates?.find(
      ({ skuId: id, assignedByGroup }) =>
        id === skuId && assignedByGroup?.toLowerCase() === groupId.toLowerCase(),
    );
    const issue = state && toSeat(state, noNames).issue;
    if (issue) issues.set(person.id.toLowerCase(), issue);
  }
  return { processing: toProcessing(group.licenseProcessingState), issues };
}
