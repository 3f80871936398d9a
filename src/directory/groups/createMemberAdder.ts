import { AppError } from '../../base/appError';
import { isGuid } from '../../base/ids';
import type { Outcome } from '../../base/outcome';
import type { MembershipCode } from '../types';
import type { NewMember } from './addMembersBatched';
import { addMembersBatched } from './addMembersBatched';
import type { GroupDependencies } from './groupDependencies';

/** Graph, add members: links that one request takes. */
const maxPerRequest = 20;
/** How long the first of a set waits for company. */
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

/** Everybody who is to join one group. */
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

  /** The next set: those at the front who share a signal, since what is sent together is called off together. */
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
