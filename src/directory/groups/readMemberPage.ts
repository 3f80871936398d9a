import type { Graph, GraphCursor } from '../../graph/types';
import { toUserPrincipal, userSelect, userWire } from '../../graph/wire/user';
import type { MemberPage } from '../types';

/** Items of the largest page (Graph: paging). */
const membersPerPage = 999;

/**
 * Reads a page of the people who are members of a group themselves, in a request (Graph: list members, with an OData cast); an index
 * answers, which may not know the changes of the last moments.
 */
export async function readMemberPage(
  graph: Graph,
  groupId: string,
  { cursor, signal }: { readonly cursor?: unknown; readonly signal?: AbortSignal | undefined } = {},
): Promise<MemberPage> {
  const page = await (cursor === undefined
    ? graph.firstPage(
        {
          path: `/groups/${encodeURIComponent(groupId)}/members/microsoft.graph.user`,
          query: { select: userSelect, count: true, top: membersPerPage },
          isEventual: true,
          scopes: ['GroupMember.Read.All'],
          signal,
        },
        userWire,
      )
    : // Opaque to callers, so it is a value that this function returned.
      graph.nextPage(cursor as GraphCursor, userWire, signal));
  const { items, total, next, unread } = page;
  return { people: items.map(toUserPrincipal), total, next, ...(unread !== undefined && { unread }) };
}
