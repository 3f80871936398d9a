/** Principals that one `id in (…)` filter names; Graph: "Query parameters" allows 15 expressions a clause by default. */
export const idsPerRequest = 15;

/** Items of the largest page (Graph: paging). */
export const itemsPerPage = 999;

/**
 * Number of requests that read the holdings of so many people: one for each 15 of them. Above 20 requests, and where the
 * products that matter are known, one request a product counts its holders, and then the holders are listed where that
 * takes fewer: for each product one for each 999 holders, and one for the groups that give it. What each of those groups
 * adds, one, is not known here.
 * @param holders Number of holders of each product that matters; undefined reads every product.
 */
export function holdingRequests(people: number, holders?: readonly number[]): number {
  const byId = Math.ceil(people / idsPerRequest);
  if (!holders || !isWorthCounting(people)) return byId;
  const lists = holders.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / itemsPerPage)) + 1, 0);
  return holders.length + Math.min(byId, lists);
}

/** Whether so many people are to be asked for that knowing the number of holders may pay: more requests than one batch carries. */
export function isWorthCounting(people: number): boolean {
  return people > 20 * idsPerRequest;
}
