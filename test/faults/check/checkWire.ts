import type { Exchange, WireCall } from '../world/exchange';
import { isWrite } from '../world/exchange';

/** No change leaves a page before a Retry-After that the page has read is over (I13). */
export function checkGate(exchanges: readonly Exchange[]): string[] {
  return exchanges.flatMap((exchange) => {
    const waits = exchange.calls.map(({ status, retryAfterInMs }) =>
      status === 429 ? (retryAfterInMs ?? 0) : 0,
    );
    const opensAt = (exchange.endedAt ?? 0) + Math.max(0, ...waits);
    const followers = exchanges.slice(exchange.followedFrom ?? Infinity);
    const early = followers.find(
      ({ page, departedAt, calls }) =>
        page === exchange.page && departedAt < opensAt - 0.001 && calls.some(isWrite),
    );
    if (early === undefined) return [];
    return [`a change left at ${early.departedAt}, before the Retry-After that ended at ${opensAt}`];
  });
}

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

/** How many writes were sent, and how many of them were refused for their number. */
export function countRefused(exchanges: readonly Exchange[]): {
  readonly sent: number;
  readonly refused: number;
} {
  const writes = exchanges.flatMap(({ calls }) => calls.filter(isWrite));
  return { sent: writes.length, refused: writes.filter(({ status }) => status === 429).length };
}
