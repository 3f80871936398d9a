import type { SkuRow, UserRow } from './rows';

type SeatHolder = Pick<UserRow, 'index' | 'licenses'>;

const noUsers: ReadonlySet<number> = new Set();

/** Seats in use and their holders. A user counts once per SKU (Entra: one seat for a SKU from several sources). */
export class SeatLedger {
  readonly #holders = new Map<string, Set<number>>();
  readonly #units = new Map<string, number>();
  readonly #failed = new Map<string, Set<number>>();

  constructor(skus: readonly SkuRow[]) {
    for (const sku of skus) {
      this.#holders.set(sku.skuId, new Set());
      this.own(sku);
    }
  }

  /** Records the number of seats of a SKU. */
  own(sku: SkuRow): void {
    // Inferred: seats in their grace period can still be given, suspended and locked ones cannot.
    this.#units.set(sku.skuId, sku.units.enabled + sku.units.warning);
  }

  /** Seats in use. */
  consumed(skuId: string): number {
    return this.#holders.get(skuId)?.size ?? 0;
  }

  /** Returns the places of users with a seat, in the order of the table. */
  holders(skuId: string): readonly number[] {
    return [...Uint32Array.from(this.#holders.get(skuId) ?? []).sort()];
  }

  /** Seats left; negative when over-allocated. */
  free(skuId: string): number {
    return (this.#units.get(skuId) ?? 0) - this.consumed(skuId);
  }

  /** Places of the people for whom a license of the group failed. */
  failedIn(groupId: string): ReadonlySet<number> {
    return this.#failed.get(groupId) ?? noUsers;
  }

  /** Records that a user's row was replaced; `before` is undefined for a new row. */
  replace(before: SeatHolder | undefined, after: SeatHolder): void {
    for (const source of before?.licenses ?? []) {
      this.#holders.get(source.skuId)?.delete(after.index);
      if (source.state === 'Error' && source.groupId) this.#failed.get(source.groupId)?.delete(after.index);
    }
    for (const source of after.licenses)
      if (source.state === 'Active') this.#holders.get(source.skuId)?.add(after.index);
      else if (source.groupId !== null) this.#noteFailure(source.groupId, after.index);
  }

  #noteFailure(groupId: string, place: number): void {
    const failed = this.#failed.get(groupId);
    if (failed) failed.add(place);
    else this.#failed.set(groupId, new Set([place]));
  }
}
