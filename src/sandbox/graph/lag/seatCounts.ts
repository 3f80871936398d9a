import type { Tenant } from '../../tenant/tenant';

interface CountsBefore {
  readonly at: number;
  readonly consumed: ReadonlyMap<string, number>;
}

/** Numbers of seats in use as they were some time ago. */
export class SeatCounts {
  readonly #tenant: Tenant;
  #pending: CountsBefore[] = [];

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  /** Takes notice of a change that the tenant is about to make. */
  note(at: number, lagInMs: number): void {
    if (lagInMs <= 0) return;
    const consumed = new Map(
      this.#tenant.skus.map(({ skuId }) => [skuId, this.#tenant.consumedUnits(skuId)]),
    );
    this.#pending.push({ at, consumed });
  }

  /** Seats in use as far as they are known now. */
  consumed(skuId: string, now: number, lagInMs: number): number {
    this.#pending = this.#pending.filter(({ at }) => at + lagInMs > now);
    return this.#pending[0]?.consumed.get(skuId) ?? this.#tenant.consumedUnits(skuId);
  }
}
