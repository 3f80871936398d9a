import type { AppError } from '../../base/appError';
import { isGuid } from '../../base/ids';
import type { Outcome } from '../../base/outcome';
import type { MembershipCode } from '../types';
import { acceptedWire } from './acceptedWire';
import { refusedOutcome } from './judgeFailure';
import { readMembers } from './readMembers';
import { readMembership } from './readMembership';
import { sendUntilSettled } from './sendUntilSettled';
import type { GroupTools } from './tools';

/**
 * Takes a person out of a group (Graph: remove member); a lost answer is settled by reading, and where the person is
 * still there the request is sent again. Rejects with AppError for what concerns the session, and `cancelled`.
 */
export async function removeMember(
  tools: GroupTools,
  groupId: string,
  userId: string,
  signal?: AbortSignal,
): Promise<Outcome<MembershipCode>> {
  if (!isGuid(userId)) return { kind: 'failed', reason: 'principal-not-found' };
  const { graph } = tools;
  const ending = await sendUntilSettled(tools, {
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
  if (ending.kind === 'settled') return ending.outcome;
  return judgeRefusal(tools, groupId, userId, ending.error, ending.isOpen);
}

/** What 404 means: no such person, or one who is no member, maybe because a request of ours did its work. */
async function judgeRefusal(
  { graph }: GroupTools,
  groupId: string,
  userId: string,
  error: AppError,
  isOpen: boolean,
): Promise<Outcome<MembershipCode>> {
  const { code, requestId } = error;
  if (code !== 'not-found') return refusedOutcome(error);
  const membership = await readMembership(graph, groupId, userId, { priority: 'bulk' });
  if (membership === 'gone') return { kind: 'failed', reason: 'principal-not-found', requestId };
  // Changes see the directory as it is, and readings may be late, so the refusal is what counts for a member.
  return isOpen ? { kind: 'done' } : { kind: 'skipped', reason: 'already-so' };
}
