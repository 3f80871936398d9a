import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { forEachInSteps, runInSlices, type Steps } from '../../base/async/inSlices';
import { createTimeSlicer } from '../../base/async/timeSlicer';
import { holdingRequests } from '../../licensing/holdingRequests';
import type { ProductKey } from '../../licensing/keys';
import type { HolderRow } from '../parts/HolderGrid/HolderGrid.types';
import { mergePages, toHolderRow } from '../parts/HolderGrid/mergeHolders';
import type { Services } from '../services';
import { keys } from './keys';

/** Maximum number of pages of a holder list that is refetched as a whole. In longer lists, only changed users are. */
export const maxPagesReadAgain = 2;

/** Page of a holder list. */
interface HolderRowPage {
  readonly rows: readonly HolderRow[];
  readonly total: number | undefined;
  readonly next: unknown;
}

type HolderData = InfiniteData<HolderRowPage>;

/** True if the holder list is long and complete, and reading `people` users takes fewer requests than all pages. */
export function areFewOfList(client: QueryClient, product: ProductKey, people: number): boolean {
  const state = client.getQueryState<HolderData>(keys.holders(product));
  const pages = state?.data?.pages ?? [];
  const isWhole = state?.fetchStatus === 'idle' && pages.at(-1)?.next === undefined;
  return isWhole && pages.length > maxPagesReadAgain && holdingRequests(people) < pages.length;
}

/**
 * Refetches some users of a holder list and updates the cached list, which keeps its time. Rejects as `listHolders`
 * does.
 */
export async function rereadHolders(
  client: QueryClient,
  { licensing, clock }: Pick<Services, 'licensing' | 'clock'>,
  { product, ids, signal }: { product: ProductKey; ids: readonly string[]; signal?: AbortSignal },
): Promise<void> {
  if (ids.length === 0) return;
  const { holders } = await licensing.listHolders({ product, only: ids, ...(signal && { signal }) });
  const found = new Map(holders.map((holder) => [idOf(holder), toHolderRow(holder)]));
  const asked = new Set(ids.map((id) => id.toLowerCase()));
  const queryKey = keys.holders(product);
  for (;;) {
    const state = client.getQueryState<HolderData>(queryKey);
    if (!state?.data) return;
    const { data, dataUpdatedAt } = state;
    const pages = await runInSlices(replaceRows(data.pages, asked, found), createTimeSlicer(clock), signal);
    // Retries if the cache has changed meanwhile.
    if (client.getQueryData(queryKey) !== data) continue;
    client.setQueryData<HolderData>(queryKey, { ...data, pages }, { updatedAt: dataUpdatedAt });
    return;
  }
}

/** Replaces the refetched rows in place, adds new ones at the top, and removes users who weren't found. */
function* replaceRows(
  pages: readonly HolderRowPage[],
  asked: ReadonlySet<string>,
  found: ReadonlyMap<string, HolderRow>,
): Steps<HolderRowPage[]> {
  const left = new Map(found);
  const replaced: HolderRowPage[] = [];
  yield* forEachInSteps(pages, (page) => {
    if (!page.rows.some(({ holder }) => asked.has(idOf(holder)))) return replaced.push(page);
    const rows = page.rows.flatMap((row) => {
      const id = idOf(row.holder);
      if (!asked.has(id)) return [row];
      // A user listed twice, because pages shifted during the read, is kept once.
      const now = left.get(id);
      left.delete(id);
      return now ? [now] : [];
    });
    return replaced.push({ ...page, rows });
  });
  const [first, ...others] = replaced;
  if (!first) return [];
  const next = [{ ...first, rows: [...left.values(), ...first.rows] }, ...others];
  yield* mergePages(next);
  return next;
}

const idOf = ({ user }: HolderRow['holder']): string => user.id.toLowerCase();
