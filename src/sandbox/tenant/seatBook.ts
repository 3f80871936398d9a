import type { SkuRow, UserRow } from './rows';

/** Who holds which SKU, counting a person once for each (Entra: one seat for a SKU from several sources). */
export class SeatBook {
  readonly #holders = new Map<string, Set<number>>();
  readonly #units = new Map<string, number>();

  constructor(skus: readonly SkuRow[]) {
    for (const sku of skus) {
      this.#holders.set(sku.skuId, new Set());
      // Inferred: seats in their grace period can still be given, suspended and locked ones cannot.
      this.#units.set(sku.skuId, sku.units.enabled + sku.units.warning);
    }
  }

  /** Seats in use. */
  consumed(skuId: string): number {
    return this.#holders.get(skuId)?.size ?? 0;
  }

  /** Seats left; negative when over-allocated. */
  free(skuId: string): number {
    return (this.#units.get(skuId) ?? 0) - this.consumed(skuId);
  }

  /** Notes that a person's row was replaced; `before` is undefined for a row that is new. */
  replace(before: UserRow | undefined, after: UserRow): void {
    for (const source of before?.licenses ?? []) this.#holders.get(source.skuId)?.delete(after.index);
    for (const source of after.licenses)
      if (source.state === 'Active') this.#holders.get(source.skuId)?.add(after.index);
  }
}
