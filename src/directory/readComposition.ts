import * as v from 'valibot';
import { AppError } from '../base/appError';
import type { GroupComposition } from '../base/principal';
import type { Graph, GraphRequest } from '../graph/types';
import { readCount } from './readCount';

/** Items of the largest page (Graph: paging). */
const usersPerPage = 999;

/** A person waits for these readings, and can do without them. */
const common = { scopes: ['GroupMember.Read.All'], maxAttempts: 3, isOptional: true } as const;

const idWire = v.object({ id: v.pipe(v.string(), v.toLowerCase()) });
const groupWire = v.object({ visibility: v.nullish(v.string()) });

/** Counts the users and the groups that are members of a group themselves, and names up to so many users. */
export async function readComposition(
  graph: Graph,
  groupId: string,
  { namesUpTo = 0, signal }: { readonly namesUpTo?: number; readonly signal?: AbortSignal } = {},
): Promise<GroupComposition> {
  const group = `/groups/${encodeURIComponent(groupId)}`;
  const users: GraphRequest = { ...common, path: `${group}/members/microsoft.graph.user`, signal };
  const [found, nestedGroups] = await Promise.all([
    namesUpTo > 0 ? readUsers(graph, users, namesUpTo) : countUsers(graph, users),
    // If the nested groups cannot be counted, only the users are reported.
    readCount(graph, { ...common, path: `${group}/members/microsoft.graph.group/$count`, signal }).catch(
      () => undefined,
    ),
  ]);
  if (found.directUsers === 0 && (await isHidden(graph, { ...common, path: group, signal })))
    throw new AppError('forbidden');
  return { ...found, nestedGroups };
}

type Users = Omit<GroupComposition, 'nestedGroups'>;

async function countUsers(graph: Graph, request: GraphRequest): Promise<Users> {
  return { directUsers: await readCount(graph, { ...request, path: `${request.path}/$count` }) };
}

/** Reads the first page with the number of all, and the rest where it is not too many. */
async function readUsers(graph: Graph, request: GraphRequest, namesUpTo: number): Promise<Users> {
  const query = { select: ['id'], count: true, top: Math.min(usersPerPage, namesUpTo) };
  let page = await graph.firstPage({ ...request, query, isEventual: true }, idWire);
  const { total } = page;
  const ids = new Set(page.items.map(({ id }) => id));
  while (page.next && (total ?? ids.size) <= namesUpTo) {
    page = await graph.nextPage(page.next, idWire, request.signal);
    for (const { id } of page.items) ids.add(id);
  }
  if (!page.next) return { directUsers: ids.size, userIds: [...ids] };
  if (total === undefined) throw new AppError('unexpected-answer');
  return { directUsers: total };
}

/**
 * Reads whether a group hides who is in it. Graph, list members: those of such a group are read with Member.Read.Hidden only.
 * Inferred: the list is then empty and not refused.
 */
async function isHidden(graph: Graph, request: GraphRequest): Promise<boolean> {
  const { visibility } = await graph.send({ ...request, query: { select: ['id', 'visibility'] } }, groupWire);
  return visibility === 'HiddenMembership';
}
