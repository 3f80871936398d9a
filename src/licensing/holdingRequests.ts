/** Principals that one `id in (…)` filter names; Graph: "Query parameters" allows 15 expressions a clause by default. */
export const idsPerRequest = 15;

/** Items of the largest page (Graph: paging). */
export const itemsPerPage = 999;

/**
 * Returns the number of requests that read the holdings of so many people: one for each 15 of them. Above 20 requests, and if
 * the products are known, one request for each product counts its holders, and the holders are listed where that takes fewer:
 * for each product one for each 999 holders, and one for the groups that give it. The one request that each of those groups
 * adds is not known here.
 * @param holders Number of holders of each product that matters; undefined reads every product.
 */
export function holdingRequests(people: number, holders?: readonly number[]): number {
  const byId = Math.ceil(people / idsPerRequest);
  if (!holders || !isWorthCounting(people)) return byId;
  const lists = holders.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / itemsPerPage)) + 1, 0);
  return holders.length + Math.min(byId, lists);
}

/** Returns true if reading so many people takes more requests than one batch has, so that the number of holders is worth counting. */
export function isWorthCounting(people: number): boolean {
  return people > 20 * idsPerRequest;
}
