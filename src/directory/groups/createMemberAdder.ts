import { AppError, toAppError } from '../../base/appError';
import { isGuid } from '../../base/ids';
import type { Outcome } from '../../base/outcome';
import type { MembershipCode } from '../types';
import type { GroupDependencies } from './groupDependencies';
import { acceptedWire } from './acceptedWire';
import type { FailureKind } from './classifyFailure';
import { classifyFailure, refusedOutcome } from './classifyFailure';
import { readMembers } from './readMembers';
import type { ChangeResult } from './sendUntilSettled';
import { sendUntilSettled } from './sendUntilSettled';

/** A person to add to a group; either `settle` or `fail` is called, once. */
interface NewMember {
  readonly userId: string;
  readonly settle: (outcome: Outcome<MembershipCode>) => void;
  readonly fail: (error: AppError) => void;
}

/** Options of one request. */
interface AddOptions {
  readonly groupId: string;
  readonly signal: AbortSignal | undefined;
  /** Called when the service refuses two changes of the group at once. */
  readonly onConflict: () => void;
}

type Rejection = Extract<ChangeResult, { kind: 'refused' }>;

/**
 * Adds people by one request (Graph: add members, at most 20, all or none) and settles each of them; never rejects.
 * A refused set is halved until the person who causes the refusal is alone. After a lost answer the members are read: the
 * service adds all or none, so the request worked if all are members, and is sent again if not.
 * @param wasLost True if the answer of an earlier request with the same people was lost.
 */
async function addMembersBatched(
  dependencies: GroupDependencies,
  newMembers: readonly NewMember[],
  options: AddOptions,
  wasLost = false,
): Promise<void> {
  const { groupId, signal } = options;
  try {
    const result = await sendUntilSettled(dependencies, {
      signal,
      wasLost,
      send: () => sendAll(dependencies, newMembers, options),
      holds: async () =>
        (await readMembers(dependencies.graph, groupId, idsOf(newMembers)))?.size === newMembers.length,
      classify: (error) => classify(error, groupId),
    });
    if (result.kind === 'settled') settle(newMembers, result.outcome);
    else await addInParts(dependencies, newMembers, options, result);
  } catch (thrown) {
    const error = toAppError(thrown);
    newMembers.forEach((newMember) => newMember.fail(error));
  }
}

const objects = 'https://graph.microsoft.com/v1.0/directoryObjects';

async function sendAll({ graph }: GroupDependencies, newMembers: readonly NewMember[], options: AddOptions) {
  const { groupId, signal, onConflict } = options;
  try {
    await graph.send(
      {
        method: 'PATCH',
        path: `/groups/${encodeURIComponent(groupId)}`,
        body: { 'members@odata.bind': idsOf(newMembers).map((id) => `${objects}/${id}`) },
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
function classify(error: AppError, groupId: string): FailureKind {
  const { code, serviceMessage = '' } = error;
  const isAboutGroup = code === 'not-found' && serviceMessage.toLowerCase().includes(groupId.toLowerCase());
  return isAboutGroup ? 'busy' : classifyFailure(error);
}

/** Adds the parts of a set that was refused because of one person in it. */
async function addInParts(
  dependencies: GroupDependencies,
  newMembers: readonly NewMember[],
  options: AddOptions,
  rejection: Rejection,
): Promise<void> {
  const { error, isUncertain } = rejection;
  const [only, ...company] = newMembers;
  if (only && company.length === 0)
    return only.settle(await resolveRejection(dependencies, only.userId, options.groupId, rejection));
  let rest = newMembers;
  if (isAlreadyThere(error)) {
    const members = await readMembers(dependencies.graph, options.groupId, idsOf(newMembers));
    rest = newMembers.filter(({ userId }) => !members?.has(userId));
    // All or none are added, so where somebody is missing it was not the lost request that added the others.
    settle(
      newMembers.filter(({ userId }) => members?.has(userId)),
      memberOutcome(isUncertain && rest.length === 0),
    );
  }
  // The cause may be among those who are members already; if none is, halve the set.
  const middle = rest.length < newMembers.length ? rest.length : Math.ceil(rest.length / 2);
  const parts = [rest.slice(0, middle), rest.slice(middle)].filter((part) => part.length > 0);
  await Promise.all(parts.map((part) => addMembersBatched(dependencies, part, options, isUncertain)));
}

/** Returns the outcome of a person whom the service refused alone. */
async function resolveRejection(
  { graph }: GroupDependencies,
  userId: string,
  groupId: string,
  { error, isUncertain }: Rejection,
): Promise<Outcome<MembershipCode>> {
  const { code, requestId } = error;
  if (isAlreadyThere(error)) return memberOutcome(isUncertain);
  if (code === 'not-found') return { kind: 'failed', reason: 'principal-not-found', requestId };
  const members = await readMembers(graph, groupId, [userId]);
  if (members?.has(userId)) return memberOutcome(isUncertain);
  const isUnknown = isUncertain && !members;
  return isUnknown ? { kind: 'failed', reason: 'outcome-unknown', requestId } : refusedOutcome(error);
}

/** True if the person is a member already; the sentence was observed. */
function isAlreadyThere({ serviceMessage = '' }: AppError): boolean {
  return /references already exist/i.test(serviceMessage);
}

/** Returns the outcome of a person who is a member now, by a lost request of this app or from before. */
function memberOutcome(isOurs: boolean): Outcome<MembershipCode> {
  return isOurs ? { kind: 'done' } : { kind: 'skipped', reason: 'no-change' };
}

function settle(newMembers: readonly NewMember[], outcome: Outcome<MembershipCode>): void {
  newMembers.forEach((newMember) => newMember.settle(outcome));
}

function idsOf(newMembers: readonly NewMember[]): string[] {
  return newMembers.map(({ userId }) => userId);
}

/** Graph, add members: links that one request takes. */
const maxPerRequest = 20;
/** Time that the first person of a request waits for others. */
const batchingDelayInMs = 5;
/** Requests for one group at a time: two batches, which keep up with 20 writes a second though each takes two seconds. */
const maxConcurrentRequests = 40;
const initialConcurrentRequests = 4;

interface Waiting extends NewMember {
  readonly signal: AbortSignal | undefined;
}

/**
 * Makes `Directory.addMember`: calls for one group that are made at the same time, with the same signal or none, travel
 * twenty a request. Nothing published says how many changes of one group the service takes at a time, so there are
 * four at first and more with each success, up to forty; half as many after a conflict, and from then on slowly more.
 */
export function createMemberAdder(dependencies: GroupDependencies) {
  const queues = new Map<string, MemberQueue>();
  return (groupId: string, userId: string, signal?: AbortSignal): Promise<Outcome<MembershipCode>> => {
    if (!isGuid(userId)) return Promise.resolve({ kind: 'failed', reason: 'principal-not-found' });
    const queue = queues.get(groupId) ?? new MemberQueue(dependencies, groupId);
    queues.set(groupId, queue);
    return new Promise((settle, fail) => queue.add({ userId: userId.toLowerCase(), signal, settle, fail }));
  };
}

/** People to add to one group. */
class MemberQueue {
  readonly #dependencies: GroupDependencies;
  readonly #groupId: string;
  readonly #queue: Waiting[] = [];
  #isWaiting = false;
  #running = 0;
  #limit = initialConcurrentRequests;
  #growth = 1;

  constructor(dependencies: GroupDependencies, groupId: string) {
    this.#dependencies = dependencies;
    this.#groupId = groupId;
  }

  add(waiting: Waiting): void {
    this.#queue.push(waiting);
    if (!this.#isWaiting) void this.#waitForMore();
    this.#sendDue();
  }

  async #waitForMore(): Promise<void> {
    this.#isWaiting = true;
    await this.#dependencies.clock.wait(batchingDelayInMs);
    this.#isWaiting = false;
    this.#sendDue();
  }

  #sendDue(): void {
    const isDue = (): boolean => this.#queue.length >= (this.#isWaiting ? maxPerRequest : 1);
    while (isDue() && this.#running < Math.floor(this.#limit)) void this.#run(this.#takeNext());
  }

  /** Takes the first people in the queue who share a signal, since one request is canceled as a whole. */
  #takeNext(): readonly Waiting[] {
    const signal = this.#queue[0]?.signal;
    const front = this.#queue.slice(0, maxPerRequest);
    const end = front.findIndex((waiting) => waiting.signal !== signal);
    return this.#queue.splice(0, end < 0 ? front.length : end);
  }

  async #run(set: readonly Waiting[]): Promise<void> {
    const signal = set[0]?.signal;
    if (signal?.aborted) return set.forEach(({ fail }) => fail(new AppError('cancelled')));
    this.#running += 1;
    const onConflict = (): void => {
      this.#limit = Math.max(1, this.#limit / 2);
      this.#growth = 0.1;
    };
    await addMembersBatched(this.#dependencies, set, { groupId: this.#groupId, signal, onConflict });
    this.#limit = Math.min(maxConcurrentRequests, this.#limit + this.#growth);
    this.#running -= 1;
    this.#sendDue();
  }
}
