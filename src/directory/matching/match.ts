import { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { Graph } from '../../graph/types';
import { groups, users } from '../kinds';
import { readCount } from '../readCount';
import type { Match, MatchEntry, MatchProgress } from '../types';
import { createPrincipalMatcher } from './createPrincipalMatcher';
import { lookUp } from './lookUp';
import { fewLookUps, lookUpRequests, scanRequests } from './matchRequests';
import { scanAllPrincipals } from './scanAllPrincipals';

/** What matching works with. */
interface MatchTools {
  readonly graph: Graph;
  readonly clock: Clock;
}

/** How matching is watched and stopped. */
interface MatchOptions {
  readonly onProgress?: (progress: MatchProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Finds whom each entry asks for, by looking each up or by reading the tenant once, whichever takes fewer requests:
 * see `matchRequests` for their number. Works in slices, so that 100,000 entries never hold the page up.
 */
export async function match(
  { graph, clock }: MatchTools,
  entries: readonly MatchEntry[],
  { onProgress, signal }: MatchOptions = {},
): Promise<readonly Match[]> {
  const matcher = createPrincipalMatcher();
  const slices = { clock, signal };
  await inSlices(slices, entries, matcher.expect);
  const lookUps = lookUpRequests({
    address: matcher.unmatched('address').length,
    'object-id': matcher.unmatched('object-id').length,
    account: matcher.unmatched('account').length,
    'employee-id': matcher.unmatched('employee-id').length,
    'display-name': matcher.unmatched('display-name').length,
  });
  const progress = trackProgress(entries.length, onProgress);
  const isLong = lookUps > fewLookUps;
  const readOptions = {
    priority: isLong ? 'bulk' : 'interactive',
    signal,
    onAnswered: progress.onAnswered,
  } as const;
  const size = isLong ? await readSize(graph, signal) : undefined;
  if (size && scanRequests(size.users, size.groups) < lookUps) {
    progress.onRemaining(size.users + size.groups);
    const people = await scanAllPrincipals(graph, readOptions);
    await inSlices(slices, people, ({ principal, others }) => matcher.observe(principal, others));
  } else await lookUp(graph, matcher, { ...readOptions, onRemaining: progress.onRemaining });

  const matches: Match[] = [];
  await inSlices(slices, entries, (entry, index) => matches.push(matcher.resolve(entry, index)));
  onProgress?.({ asked: entries.length, all: entries.length });
  return matches;
}

async function readSize(graph: Graph, signal: AbortSignal | undefined) {
  const count = ({ path, scopes }: Pick<typeof users | typeof groups, 'path' | 'scopes'>) =>
    readCount(graph, { path: `${path}/$count`, scopes, signal });
  const [people, kinds] = await Promise.all([count(users), count(groups)]);
  return { users: people, groups: kinds };
}

/** Tells progress by the share of the expected answers that have come; the end is told by who knows it. */
function trackProgress(all: number, onProgress: MatchOptions['onProgress']) {
  let answered = 0;
  let expected = 1;
  let asked = 0;
  return {
    onRemaining: (count: number): void => {
      expected = Math.max(1, answered + count);
    },
    onAnswered: (count: number): void => {
      answered += count;
      asked = Math.max(asked, Math.floor(all * Math.min(1, answered / expected)));
      onProgress?.({ asked, all });
    },
  };
}

/** Few enough for 50 ms on a slow machine. */
const sliceSize = 2_000;

/** Does some work for each item and lets the page breathe after every few thousand. */
async function inSlices<Item>(
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal | undefined },
  items: readonly Item[],
  work: (item: Item, index: number) => void,
): Promise<void> {
  for (let start = 0; start < items.length; start += sliceSize) {
    if (start > 0) await clock.wait(0);
    if (signal?.aborted) throw new AppError('cancelled');
    const end = Math.min(start + sliceSize, items.length);
    items.slice(start, end).forEach((item, offset) => work(item, start + offset));
  }
}
