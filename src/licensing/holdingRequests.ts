/** Principals that one `id in (…)` filter names; Graph: "Query parameters" allows 15 expressions a clause by default. */
export const idsPerRequest = 15;

/** Items of the largest page (Graph: paging). */
export const itemsPerPage = 999;

/**
 * Requests that reading the holdings of so many people takes: one for each 15 of them, or, once that is more than 20 and
 * their SKUs are known, one that counts the holders of each SKU and one for each 999 of them, whichever is less.
 * @param holders Number of holders of each SKU that matters; undefined reads every SKU.
 */
export function holdingRequests(people: number, holders?: readonly number[]): number {
  const byId = Math.ceil(people / idsPerRequest);
  if (!holders || !isWorthCounting(people)) return byId;
  const pages = holders.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / itemsPerPage)), 0);
  return holders.length + Math.min(byId, pages);
}

/** Whether so many people are to be asked for that knowing the number of holders may pay: more requests than one batch carries. */
export function isWorthCounting(people: number): boolean {
  return people > 20 * idsPerRequest;
}
