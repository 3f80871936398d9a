import type { AppError } from '../../base/appError';
import { isGuid } from '../../base/ids';
import type { Outcome } from '../../base/outcome';
import type { MembershipCode } from '../types';
import { acceptedWire } from './acceptedWire';
import { refusedOutcome } from './classifyFailure';
import { readMembers } from './readMembers';
import { readMembership } from './readMembership';
import { sendUntilSettled } from './sendUntilSettled';
import type { GroupDependencies } from './groupDependencies';

/**
 * Takes a person out of a group (Graph: remove member); a lost answer is settled by reading, and where the person is
 * still there the request is sent again. Rejects with AppError for what concerns the session, and `cancelled`.
 */
export async function removeMember(
  dependencies: GroupDependencies,
  groupId: string,
  userId: string,
  signal?: AbortSignal,
): Promise<Outcome<MembershipCode>> {
  if (!isGuid(userId)) return { kind: 'failed', reason: 'principal-not-found' };
  const { graph } = dependencies;
  const result = await sendUntilSettled(dependencies, {
    signal,
    send: () =>
      graph.send(
        {
          method: 'DELETE',
          path: `/groups/${encodeURIComponent(groupId)}/members/${userId}/$ref`,
          scopes: ['GroupMember.ReadWrite.All'],
          priority: 'bulk',
          signal,
        },
        acceptedWire,
      ),
    holds: async () => (await readMembers(graph, groupId, [userId]))?.has(userId) === false,
  });
  if (result.kind === 'settled') return result.outcome;
  return resolveRejection(dependencies, groupId, userId, result.error, result.isUncertain);
}

/** Resolves a 404: the person doesn't exist, or is no member, maybe because an earlier request removed the membership. */
async function resolveRejection(
  { graph }: GroupDependencies,
  groupId: string,
  userId: string,
  error: AppError,
  isUncertain: boolean,
): Promise<Outcome<MembershipCode>> {
  const { code, requestId } = error;
  if (code !== 'not-found') return refusedOutcome(error);
  const membership = await readMembership(graph, groupId, userId, { priority: 'bulk' });
  if (membership === 'gone') return { kind: 'failed', reason: 'principal-not-found', requestId };
  // Changes see the directory as it is, and readings may be late, so the refusal is what counts for a member.
  return isUncertain ? { kind: 'done' } : { kind: 'skipped', reason: 'no-change' };
}
