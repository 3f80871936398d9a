import { AppError } from '../../base/appError';
import { forEachInSteps, runInSlices } from '../../base/async/inSlices';
import { createTimeSlicer } from '../../base/async/timeSlicer';
import type { Clock } from '../../base/clock';
import type { Graph } from '../../graph/types';
import { groups, users } from '../kinds';
import { readCount } from '../readCount';
import type { Match, MatchEntry, MatchProgress } from '../types';
import { createPrincipalMatcher } from './createPrincipalMatcher';
import { lookUp } from './lookUp';
import { fewLookUps, lookUpRequests, scanRequests } from './matchRequests';
import { scanAllPrincipals } from './scanAllPrincipals';

/** Dependencies of matching. */
interface MatchTools {
  readonly graph: Graph;
  readonly clock: Clock;
}

/** Progress and cancellation of matching. */
interface MatchOptions {
  readonly onProgress?: (progress: MatchProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Finds whom each entry asks for, by looking each up or by reading the tenant once, whichever takes fewer requests:
 * see `matchRequests` for their number. Works in slices, so that 100,000 entries don't block the page.
 */
export async function match(
  { graph, clock }: MatchTools,
  entries: readonly MatchEntry[],
  { onProgress, signal }: MatchOptions = {},
): Promise<readonly Match[]> {
  const matcher = createPrincipalMatcher();
  const pause = createTimeSlicer(clock);
  const forEach = <Item>(items: Iterable<Item>, action: (item: Item) => void): Promise<void> => {
    if (signal?.aborted) throw new AppError('cancelled');
    return runInSlices(forEachInSteps(items, action), pause, signal);
  };
  await forEach(entries, matcher.expect);
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
    await scanAllPrincipals(graph, matcher, readOptions);
  } else await lookUp(graph, matcher, { ...readOptions, onRemaining: progress.onRemaining });

  const matches: Match[] = [];
  await forEach(entries.entries(), ([index, entry]) => matches.push(matcher.resolve(entry, index)));
  onProgress?.({ asked: entries.length, all: entries.length });
  return matches;
}

async function readSize(graph: Graph, signal: AbortSignal | undefined) {
  const count = ({ path, scopes }: Pick<typeof users | typeof groups, 'path' | 'scopes'>) =>
    readCount(graph, { path: `${path}/$count`, scopes, signal });
  const [people, kinds] = await Promise.all([count(users), count(groups)]);
  return { users: people, groups: kinds };
}

/** Reports progress by the share of the expected answers that have arrived; the caller reports the end. */
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
