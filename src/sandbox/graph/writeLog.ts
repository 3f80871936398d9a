import type { Clock } from '../../base/clock';
import type { UserRow } from '../tenant/rows';
import { SeatTally } from '../tenant/seatTally';
import type { Tenant, TenantChange } from '../tenant/tenant';
import type { WriteEffect } from './writeEffects';
import { groupEffects, userEffects } from './writeEffects';

/** On whose account something is written. */
export interface WriteCause {
  readonly requestId: string;
  /** Method and path below the version. */
  readonly request: string;
  /** Object id of the signed-in person. */
  readonly userId: string;
  readonly appId: string;
}

/** One write to one person or group. */
export interface WriteEntry {
  /** Place in the log, from 0. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Absent for what the service does by itself, and for what tests arrange. */
  readonly cause?: WriteCause;
  readonly kind: 'user' | 'group';
  readonly id: string;
  readonly effects: readonly WriteEffect[];
}

/** A seat that was given though none was free. */
interface SeatViolation {
  readonly at: number;
  readonly skuId: string;
  /** Seats that were free after the write: below zero. */
  readonly free: number;
  readonly cause?: WriteCause;
}

/** The append-only log of what was really written since the start, for holding a client's report against. */
export class WriteLog {
  readonly #tenant: Tenant;
  readonly #clock: Clock;
  readonly #entries: WriteEntry[] = [];
  readonly #violations: SeatViolation[] = [];
  #cause: WriteCause | undefined;

  /** Follows the tenant from now on. */
  constructor(tenant: Tenant, clock: Clock) {
    this.#tenant = tenant;
    this.#clock = clock;
    tenant.watch((change) => this.#note(change));
  }

  /** Every write, oldest first. */
  entries(): readonly WriteEntry[] {
    return this.#entries;
  }

  /** Every write of a request that repeated a license which was there already: its effect happened twice. */
  doubleEffects(): readonly WriteEntry[] {
    return this.#entries.filter(
      ({ cause, effects }) => cause && effects.some(({ what }) => what === 'license-repeated'),
    );
  }

  /** Every time that more seats of a SKU were given than there are. */
  seatViolations(): readonly SeatViolation[] {
    return this.#violations;
  }

  /** Runs `work` (which must not wait for anything); what it writes is on the account of `cause`. */
  during<T>(cause: WriteCause, work: () => T): T {
    const outer = this.#cause;
    this.#cause = cause;
    try {
      return work();
    } finally {
      this.#cause = outer;
    }
  }

  #note({ users = [], groups = [] }: TenantChange): void {
    for (const user of users) this.#add('user', user.id, userEffects(this.#tenant.users[user.index], user));
    for (const group of groups)
      this.#add('group', group.id, groupEffects(this.#tenant.groups[group.index], group));
    this.#checkSeats(users);
  }

  #add(kind: WriteEntry['kind'], id: string, effects: readonly WriteEffect[]): void {
    if (effects.length === 0) return;
    const number = this.#entries.length;
    this.#entries.push({ number, at: this.#clock.now(), cause: this.#cause, kind, id, effects });
  }

  #checkSeats(users: readonly UserRow[]): void {
    const tally = new SeatTally(this.#tenant);
    const given = new Set<string>();
    for (const user of users) {
      const before = this.#tenant.users[user.index];
      if (before) tally.replace(before, user);
      for (const { skuId, state } of user.licenses)
        if (
          state === 'Active' &&
          !before?.licenses.some((old) => old.skuId === skuId && old.state === 'Active')
        )
          given.add(skuId);
    }
    for (const skuId of given) {
      const free = tally.free(skuId);
      if (free < 0) this.#violations.push({ at: this.#clock.now(), skuId, free, cause: this.#cause });
    }
  }
}
