import type { Exchange, WireCall } from '../environment/exchange';
import { isWrite } from '../environment/exchange';

/** In a smaller batch one refusal is no half of anything. */
const minTellingSize = 4;

/**
 * No change is sent again before its Retry-After is over, and no change at all before one that was asked of half of a batch or
 * more, or that named the limit on writes (I13).
 */
export function checkGate(exchanges: readonly Exchange[]): string[] {
  return exchanges.flatMap((exchange) => {
    const refused = exchange.calls.filter(({ status }) => status === 429);
    if (refused.length === 0) return [];
    const isHalf = exchange.calls.length >= minTellingSize && refused.length * 2 >= exchange.calls.length;
    const isShared = refused.some(isWrite) && (isHalf || refused.some(({ isOfWrites }) => isOfWrites));
    const followers = exchanges.slice(exchange.followedFrom ?? Infinity);
    const waits = refused.map((call) => ({ change: textOf(call), retryAfterInMs: call.retryAfterInMs ?? 0 }));
    const longest = {
      change: undefined,
      retryAfterInMs: Math.max(...waits.map((wait) => wait.retryAfterInMs)),
    };
    return [...waits, ...(isShared ? [longest] : [])].flatMap(({ change, retryAfterInMs }) => {
      const opensAt = (exchange.endedAt ?? 0) + retryAfterInMs;
      const early = followers.find(
        ({ page, departedAt, calls }) =>
          page === exchange.page &&
          departedAt < opensAt - 0.001 &&
          calls.some((call) => isWrite(call) && (change === undefined || textOf(call) === change)),
      );
      if (early === undefined) return [];
      return [`a change left at ${early.departedAt}, before the Retry-After that ended at ${opensAt}`];
    });
  });
}

/** Identifies what a call asks for: members are added to one group by several calls, each for others. */
const textOf = ({ method, path, body }: WireCall): string => JSON.stringify([method, path, body]);

const isPersonal = (call: WireCall): boolean => isWrite(call) && call.path.startsWith('/users/');

/** Two writes of one browser for the same person are never under way at the same time (I15). */
export function checkOverlaps(exchanges: readonly Exchange[]): string[] {
  const busyUntil = new Map<string, number>();
  return exchanges.flatMap((exchange) =>
    exchange.calls.filter(isPersonal).flatMap(({ path }) => {
      const browser = exchange.page.split('/')[0] ?? '';
      const key = [browser, ...path.split('/').slice(1, 3)].join('/');
      const until = busyUntil.get(key) ?? -1;
      const endedAt = exchange.endedAt ?? exchange.reachedAt ?? exchange.departedAt;
      busyUntil.set(key, Math.max(until, endedAt));
      return exchange.departedAt < until
        ? [`a write of ${key} left at ${exchange.departedAt}, while one was under way until ${until}`]
        : [];
    }),
  );
}

/** Counts the writes that were sent, and those that were throttled. */
export function countRefused(exchanges: readonly Exchange[]): {
  readonly sent: number;
  readonly refused: number;
} {
  const writes = exchanges.flatMap(({ calls }) => calls.filter(isWrite));
  return { sent: writes.length, refused: writes.filter(({ status }) => status === 429).length };
}
