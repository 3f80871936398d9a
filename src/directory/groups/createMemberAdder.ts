import { AppError } from '../../base/appError';
import { isGuid } from '../../base/ids';
import type { Outcome } from '../../base/outcome';
import type { MembershipCode } from '../types';
import type { Joiner } from './addTogether';
import { addTogether } from './addTogether';
import type { GroupTools } from './tools';

/** Graph, add members: links that one request takes. */
const mostTogether = 20;
/** How long the first of a set waits for company. */
const gatherInMs = 5;
/** Requests for one group at a time: two batches, which keep up with 20 writes a second though each takes two seconds. */
const mostRequests = 40;
const firstRequests = 4;

interface Waiting extends Joiner {
  readonly signal: AbortSignal | undefined;
}

/**
 * Makes `Directory.addMember`: calls for one group that are made at the same time, with the same signal or none, travel
 * twenty a request. Nothing published says how many changes of one group the service takes at a time, so there are
 * four at first and more with each success, up to forty; half as many after a conflict, and from then on slowly more.
 */
export function createMemberAdder(tools: GroupTools) {
  const lanes = new Map<string, Lane>();
  return (groupId: string, userId: string, signal?: AbortSignal): Promise<Outcome<MembershipCode>> => {
    if (!isGuid(userId)) return Promise.resolve({ kind: 'failed', reason: 'principal-not-found' });
    const lane = lanes.get(groupId) ?? new Lane(tools, groupId);
    lanes.set(groupId, lane);
    return new Promise((settle, fail) => lane.add({ userId: userId.toLowerCase(), signal, settle, fail }));
  };
}

/** Everybody who is to join one group. */
class Lane {
  readonly #tools: GroupTools;
  readonly #groupId: string;
  readonly #queue: Waiting[] = [];
  #isGathering = false;
  #running = 0;
  #limit = firstRequests;
  #growth = 1;

  constructor(tools: GroupTools, groupId: string) {
    this.#tools = tools;
    this.#groupId = groupId;
  }

  add(waiting: Waiting): void {
    this.#queue.push(waiting);
    if (!this.#isGathering) void this.#gather();
    this.#pump();
  }

  async #gather(): Promise<void> {
    this.#isGathering = true;
    await this.#tools.clock.wait(gatherInMs);
    this.#isGathering = false;
    this.#pump();
  }

  #pump(): void {
    const isDue = (): boolean => this.#queue.length >= (this.#isGathering ? mostTogether : 1);
    while (isDue() && this.#running < Math.floor(this.#limit)) void this.#run(this.#take());
  }

  /** The next set: those at the front who share a signal, since what is sent together is called off together. */
  #take(): readonly Waiting[] {
    const signal = this.#queue[0]?.signal;
    const front = this.#queue.slice(0, mostTogether);
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
    await addTogether(this.#tools, set, { groupId: this.#groupId, signal, onConflict });
    this.#limit = Math.min(mostRequests, this.#limit + this.#growth);
    this.#running -= 1;
    this.#pump();
  }
}
