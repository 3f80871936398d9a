import type { LicenseSource, UserRow } from './rows';

/** Counts seats through a series of changes that are saved together at its end. */
export class SeatTally {
  readonly #tenant: { freeSeats(skuId: string): number };
  readonly #taken = new Map<string, number>();

  constructor(tenant: { freeSeats(skuId: string): number }) {
    this.#tenant = tenant;
  }

  /** Seats left after the changes so far. */
  free(skuId: string): number {
    return this.#tenant.freeSeats(skuId) - (this.#taken.get(skuId) ?? 0);
  }

  /** Records a change that is going to be saved. */
  replace(before: Pick<UserRow, 'licenses'>, after: Pick<UserRow, 'licenses'>): void {
    const [held, holds] = [heldSkuIds(before.licenses), heldSkuIds(after.licenses)];
    for (const skuId of held) if (!holds.has(skuId)) this.#add(skuId, -1);
    for (const skuId of holds) if (!held.has(skuId)) this.#add(skuId, 1);
  }

  #add(skuId: string, seats: number): void {
    this.#taken.set(skuId, (this.#taken.get(skuId) ?? 0) + seats);
  }
}

function heldSkuIds(licenses: readonly LicenseSource[]): Set<string> {
  return new Set(licenses.filter(({ state }) => state === 'Active').map(({ skuId }) => skuId));
}
