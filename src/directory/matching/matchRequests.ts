import { valuesPerFilter } from '../filterChunks';
import type { MatchEntry } from '../types';

/** Numbers of distinct texts that are asked for, by kind. */
type AskedCounts = Readonly<Record<MatchEntry['kind'], number>>;

/** Most people or groups a page (Graph: paging). */
export const principalsPerPage = 999;
/** Look-ups that one batch carries; not worth asking how large the tenant is. */
export const fewLookUps = 20;

/**
 * Requests that look everybody up, at most: an address is asked for among sign-in names, mail addresses and, where
 * nobody has it, groups; an id among people and then groups; a name among both.
 */
export function lookUpRequests(asked: AskedCounts): number {
  const filters = (values: number): number => Math.ceil(values / valuesPerFilter);
  return 3 * filters(asked.address) + 2 * filters(asked['object-id']) + 2 * filters(asked['display-name']);
}

/** Requests that read the whole tenant. */
export function sweepRequests(users: number, groups: number): number {
  const pages = (size: number): number => Math.max(1, Math.ceil(size / principalsPerPage));
  return pages(users) + pages(groups);
}

/**
 * Requests that `Directory.match` takes, at most, for entries that all differ, in a tenant of `users` and `groups`:
 * with a, i and n entries of the three kinds 3⌈a/15⌉ + 2⌈i/15⌉ + 2⌈n/15⌉ where that is 20 or less; else 2 for the size
 * of the tenant and the lesser of that number and of the pages ⌈users/999⌉ + ⌈groups/999⌉.
 */
export function matchRequests(entries: readonly MatchEntry[], users: number, groups = 0): number {
  const count = (kind: MatchEntry['kind']): number => entries.filter((entry) => entry.kind === kind).length;
  const lookUps = lookUpRequests({
    address: count('address'),
    'object-id': count('object-id'),
    'display-name': count('display-name'),
  });
  if (lookUps <= fewLookUps) return lookUps;
  return 2 + Math.min(lookUps, sweepRequests(users, groups));
}
