import { toAppError } from '../../base/appError';
import type { Graph } from '../../graph/types';
import { classifyFailure } from './classifyFailure';
import { readMembership } from './readMembership';

/**
 * Returns which of about twenty people show as direct members after a change of unknown outcome; undefined if the service
 * can't tell. Rejects with AppError for what concerns the session, and with `offline`: nothing can be read.
 */
export async function readMembers(
  graph: Graph,
  groupId: string,
  userIds: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  try {
    const found = await Promise.all(
      userIds.map((userId) => readMembership(graph, groupId, userId, { priority: 'bulk' })),
    );
    return new Set(userIds.filter((_, index) => found[index] === 'member'));
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'offline' || classifyFailure(error) === 'session') throw error;
    return undefined;
  }
}
