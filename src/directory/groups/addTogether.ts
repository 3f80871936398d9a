import type { AppError } from '../../base/appError';
import { toAppError } from '../../base/appError';
import type { Outcome } from '../../base/outcome';
import type { MembershipCode } from '../types';
import { acceptedWire } from './acceptedWire';
import type { FailureKind } from './judgeFailure';
import { judgeFailure, refusedOutcome } from './judgeFailure';
import { readMembers } from './readMembers';
import type { Ending } from './sendUntilSettled';
import { sendUntilSettled } from './sendUntilSettled';
import type { GroupTools } from './tools';

/** A person who is to join a group, and whoever waits for how that ends: one of the two is called, once. */
export interface Joiner {
  readonly userId: string;
  readonly settle: (outcome: Outcome<MembershipCode>) => void;
  readonly fail: (error: AppError) => void;
}

/** What holds for a whole set of joiners. */
interface AddOptions {
  readonly groupId: string;
  readonly signal: AbortSignal | undefined;
  /** Told when the service would not make two changes of the group at once. */
  readonly onConflict: () => void;
}

type Refusal = Extract<Ending, { kind: 'refused' }>;

/**
 * Adds people by one request (Graph: add members, at most 20, all or none) and settles each of them; never rejects.
 * A set that is refused is halved until whoever is to blame stands alone. After a lost answer the set is read back: as
 * the service adds all or none, all being there says that it was done, and else it is sent again.
 * @param wasLost Whether the answer of an earlier request with the same people was lost.
 */
export async function addTogether(
  tools: GroupTools,
  joiners: readonly Joiner[],
  options: AddOptions,
  wasLost = false,
): Promise<void> {
  const { groupId, signal } = options;
  try {
    const ending = await sendUntilSettled(tools, {
      signal,
      wasLost,
      send: () => sendAll(tools, joiners, options),
      holds: async () => (await readMembers(tools.graph, groupId, idsOf(joiners)))?.size === joiners.length,
      judge: (error) => judge(error, groupId),
    });
    if (ending.kind === 'settled') settle(joiners, ending.outcome);
    else await divide(tools, joiners, options, ending);
  } catch (thrown) {
    const error = toAppError(thrown);
    joiners.forEach((joiner) => joiner.fail(error));
  }
}

const objects = 'https://graph.microsoft.com/v1.0/directoryObjects';

async function sendAll({ graph }: GroupTools, joiners: readonly Joiner[], options: AddOptions) {
  const { groupId, signal, onConflict } = options;
  try {
    await graph.send(
      {
        method: 'PATCH',
        path: `/groups/${encodeURIComponent(groupId)}`,
        body: { 'members@odata.bind': idsOf(joiners).map((id) => `${objects}/${id}`) },
        scopes: ['GroupMember.ReadWrite.All'],
        priority: 'bulk',
        signal,
      },
      acceptedWire,
    );
  } catch (thrown) {
    if (toAppError(thrown).code === 'conflict') onConflict();
    throw thrown;
  }
}

/** A group that was made moments ago may be unknown to a part of the service (Graph: error responses, 404). */
function judge(error: AppError, groupId: string): FailureKind {
  const { code, serviceMessage = '' } = error;
  const isAboutGroup = code === 'not-found' && serviceMessage.toLowerCase().includes(groupId.toLowerCase());
  return isAboutGroup ? 'busy' : judgeFailure(error);
}

/** Goes on with the parts of a set that was refused for the sake of somebody in it. */
async function divide(
  tools: GroupTools,
  joiners: readonly Joiner[],
  options: AddOptions,
  refusal: Refusal,
): Promise<void> {
  const { error, isOpen } = refusal;
  const [only, ...company] = joiners;
  if (only && company.length === 0)
    return only.settle(await judgeOne(tools, only.userId, options.groupId, refusal));
  let rest = joiners;
  if (isAlreadyThere(error)) {
    const members = await readMembers(tools.graph, options.groupId, idsOf(joiners));
    rest = joiners.filter(({ userId }) => !members?.has(userId));
    // All or none are added, so where somebody is missing it was not the lost request that added the others.
    settle(
      joiners.filter(({ userId }) => members?.has(userId)),
      memberOutcome(isOpen && rest.length === 0),
    );
  }
  // Whoever is to blame may have been set aside just now; else halving closes in on somebody.
  const middle = rest.length < joiners.length ? rest.length : Math.ceil(rest.length / 2);
  const parts = [rest.slice(0, middle), rest.slice(middle)].filter((part) => part.length > 0);
  await Promise.all(parts.map((part) => addTogether(tools, part, options, isOpen)));
}

/** What became of somebody whom the service refused alone. */
async function judgeOne(
  { graph }: GroupTools,
  userId: string,
  groupId: string,
  { error, isOpen }: Refusal,
): Promise<Outcome<MembershipCode>> {
  const { code, requestId } = error;
  if (isAlreadyThere(error)) return memberOutcome(isOpen);
  if (code === 'not-found') return { kind: 'failed', reason: 'principal-not-found', requestId };
  const members = await readMembers(graph, groupId, [userId]);
  if (members?.has(userId)) return memberOutcome(isOpen);
  const isUnknown = isOpen && !members;
  return isUnknown ? { kind: 'failed', reason: 'outcome-unknown', requestId } : refusedOutcome(error);
}

/** Observed: the sentence for somebody who is a member already. */
function isAlreadyThere({ serviceMessage = '' }: AppError): boolean {
  return /references already exist/i.test(serviceMessage);
}

/** The outcome of somebody who is a member by now, by a lost request of ours or from before. */
function memberOutcome(isOurs: boolean): Outcome<MembershipCode> {
  return isOurs ? { kind: 'done' } : { kind: 'skipped', reason: 'already-so' };
}

function settle(joiners: readonly Joiner[], outcome: Outcome<MembershipCode>): void {
  joiners.forEach((joiner) => joiner.settle(outcome));
}

function idsOf(joiners: readonly Joiner[]): string[] {
  return joiners.map(({ userId }) => userId);
}
