import * as v from 'valibot';
import { isGuid } from '../base/ids';
import type { Outcome } from '../base/outcome';
import type { Graph } from '../graph/types';
import { filterChunks } from './filterChunks';
import { acceptedWire } from './groups/acceptedWire';
import { refusedOutcome } from './groups/classifyFailure';
import { sendUntilSettled } from './groups/sendUntilSettled';
import type { GroupDependencies } from './groups/groupDependencies';
import { inFilter } from './inFilter';
import type { MembershipCode } from './types';

const locationWire = v.object({ id: v.string(), usageLocation: v.nullish(v.string()) });
const select = ['id', 'usageLocation'];

/** Reads the usage locations of people by their ids in lower case; a person who is not there is not in the map. */
export async function readUsageLocations(
  graph: Graph,
  userIds: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string | undefined>> {
  const wanted = [...new Set(userIds.filter(isGuid).map((id) => id.toLowerCase()))];
  const pages = await Promise.all(
    filterChunks(wanted).map((ids) =>
      graph.allPages(
        {
          path: '/users',
          query: { select, filter: inFilter('id', ids) },
          scopes: ['User.Read.All'],
          priority: 'bulk',
          signal,
        },
        locationWire,
      ),
    ),
  );
  return new Map(
    pages.flat().map(({ id, usageLocation }) => [id.toLowerCase(), usageLocation || undefined] as const),
  );
}

/**
 * Sets a person's usage location, an ISO 3166-1 country code (Graph: update user). A lost answer is settled by reading, and
 * sent again where the location is another one. Rejects with AppError for what concerns the session, and `cancelled`.
 */
export async function setUsageLocation(
  dependencies: GroupDependencies,
  userId: string,
  country: string,
  signal?: AbortSignal,
): Promise<Outcome<MembershipCode>> {
  if (!isGuid(userId)) return { kind: 'failed', reason: 'principal-not-found' };
  const { graph } = dependencies;
  const ending = await sendUntilSettled(dependencies, {
    signal,
    send: () =>
      graph.send(
        {
          method: 'PATCH',
          path: `/users/${userId}`,
          body: { usageLocation: country },
          scopes: ['User.ReadWrite.All'],
          priority: 'bulk',
          signal,
        },
        acceptedWire,
      ),
    holds: async () => (await readUsageLocations(graph, [userId])).get(userId.toLowerCase()) === country,
  });
  if (ending.kind === 'settled') return ending.outcome;
  const { code, requestId } = ending.error;
  if (code === 'not-found') return { kind: 'failed', reason: 'principal-not-found', requestId };
  return refusedOutcome(ending.error);
}
