import { AppError, toAppError } from '../../base/appError';
import type { GroupPrincipal } from '../../base/principal';
import { groupSelect, groupWire, toGroupPrincipal } from '../../graph/wire/group';
import { quoted } from '../quoted';
import type { NewGroup } from '../types';
import { classifyFailure } from './classifyFailure';
import type { GroupDependencies } from './groupDependencies';
import { waitToRetry } from './waitToRetry';

/** Most times that the group is asked to be made, and that it is looked for after each. */
const maxCreateAttempts = 3;
const maxSearches = 4;

/**
 * Makes a security group whose members are chosen by hand (Graph: create group), or finds the one of that mail nickname.
 * The service lets several groups have one nickname, and its lists are late, so after a lost answer the group is looked
 * for several times over some seconds before it is made once more. Rejects with AppError as `Graph` does.
 */
export async function ensureGroup(
  dependencies: GroupDependencies,
  group: NewGroup,
  signal?: AbortSignal,
): Promise<GroupPrincipal> {
  const known = await findGroup(dependencies, group, signal);
  if (known) return known;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await makeGroup(dependencies, group, signal);
    } catch (thrown) {
      const error = toAppError(thrown);
      const kind = classifyFailure(error);
      if (kind === 'session' || kind === 'refused') throw error;
      const found = await searchRepeatedly(dependencies, group, error, signal);
      if (found) return found;
      if (attempts === maxCreateAttempts) throw error;
    }
  }
}

async function searchRepeatedly(
  dependencies: GroupDependencies,
  group: NewGroup,
  error: AppError,
  signal: AbortSignal | undefined,
): Promise<GroupPrincipal | undefined> {
  for (let searches = 1; searches <= maxSearches; searches += 1) {
    await waitToRetry(dependencies, searches, error, signal);
    if (signal?.aborted) throw new AppError('cancelled');
    const found = await findGroup(dependencies, group, signal);
    if (found) return found;
  }
  return undefined;
}

async function findGroup(
  { graph }: GroupDependencies,
  { mailNickname }: NewGroup,
  signal: AbortSignal | undefined,
): Promise<GroupPrincipal | undefined> {
  const query = { select: groupSelect, filter: `mailNickname eq ${quoted(mailNickname)}` };
  const page = await graph.firstPage(
    { path: '/groups', query, scopes: ['GroupMember.Read.All'], signal },
    groupWire,
  );
  return page.items.map(toGroupPrincipal)[0];
}

function makeGroup(
  { graph }: GroupDependencies,
  { name, mailNickname, description }: NewGroup,
  signal: AbortSignal | undefined,
): Promise<GroupPrincipal> {
  const body = {
    displayName: name,
    mailNickname,
    // Left out rather than empty: an empty text is no value for the service.
    description: description || undefined,
    mailEnabled: false,
    securityEnabled: true,
  };
  return graph
    .send(
      {
        method: 'POST',
        path: '/groups',
        body,
        scopes: ['Group.ReadWrite.All'],
        // Only jobs make groups, and what a person does by hand would keep a part of the quota from them.
        priority: 'bulk',
        signal,
      },
      groupWire,
    )
    .then(toGroupPrincipal);
}
