import type { Clock } from '../../../base/clock';
import { photosInFlight } from './quotaLimits';
import { throttled } from './throttled';
import type { ThrottledCaller } from './throttled';

/** Time that a mailbox takes for a photo, so that requests can overlap. */
const photoTimeInMs = 10;

/** Lets few requests for photos at a time into one mailbox. */
export class PhotoSlots {
  readonly #clock: Clock;
  readonly #underWay = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Serves one request for a photo. Throws GraphRefusal 429 where as many as may be are under way. */
  async serve<T>(mailbox: string, caller: ThrottledCaller, work: () => T): Promise<T> {
    const key = `${caller.appid} ${mailbox.toLowerCase()}`;
    const before = this.#underWay.get(key) ?? 0;
    if (before >= photosInFlight) throw throttled(tooMany, caller, { 'Retry-After': '1' });
    this.#underWay.set(key, before + 1);
    try {
      await this.#clock.wait(photoTimeInMs);
      return work();
    } finally {
      this.#underWay.set(key, (this.#underWay.get(key) ?? 1) - 1);
    }
  }
}

const tooMany = {
  scope: 'Tenant_Application',
  limit: 'ReadWrite',
  information: 'ResourceUnitLimitExceeded',
} as const;
