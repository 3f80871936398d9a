import { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { Graph } from '../../graph/types';
import { groups, users } from '../kinds';
import { readCount } from '../readCount';
import type { Match, MatchEntry, MatchProgress } from '../types';
import { createJoin } from './createJoin';
import { lookUp } from './lookUp';
import { fewLookUps, lookUpRequests, sweepRequests } from './matchRequests';
import { sweep } from './sweep';

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
  const join = createJoin();
  const slices = { clock, signal };
  await inSlices(slices, entries, join.want);
  const lookUps = lookUpRequests({
    address: join.missing('address').length,
    'object-id': join.missing('object-id').length,
    account: join.missing('account').length,
    'employee-id': join.missing('employee-id').length,
    'display-name': join.missing('display-name').length,
  });
  const tell = teller(entries.length, onProgress);
  const isLong = lookUps > fewLookUps;
  const readOptions = { priority: isLong ? 'bulk' : 'interactive', signal } as const;
  const size = isLong ? await readSize(graph, signal) : undefined;
  if (size && sweepRequests(size.users, size.groups) < lookUps) {
    const people = await sweep(graph, { ...readOptions, onAnswered: tell(size.users + size.groups) });
    await inSlices(slices, people, ({ principal, others }) => join.add(principal, others));
  } else await lookUp(graph, join, { ...readOptions, onAnswered: tell(lookUps) });

  const matches: Match[] = [];
  await inSlices(slices, entries, (entry, index) => matches.push(join.judge(entry, index)));
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
function teller(all: number, onProgress: MatchOptions['onProgress']) {
  return (expected: number) => {
    let answered = 0;
    return (count: number): void => {
      answered += count;
      const share = Math.min(1, answered / Math.max(1, expected));
      onProgress?.({ asked: Math.floor(all * share), all });
    };
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
