import { looksLikeAccountName } from '../../base/accountName';
import { valuesPerFilter } from '../filterChunks';
import type { MatchEntry } from '../types';
import { beginningSearches, similarSearches } from './similarNames';

/** Numbers of distinct texts that are asked for, by kind. */
type AskedCounts = Readonly<Record<MatchEntry['kind'], number>>;

/** Most people or groups a page (Graph: paging). */
export const principalsPerPage = 999;
/** Look-ups that one batch carries; not worth asking how large the tenant is. */
export const fewLookUps = 20;

/** Maximum number of names that aren't found for which similar ones are searched, where the tenant is not read. */
export const maxSimilarNames = 200;

/** Maximum number of single words that aren't found for which names that begin with them are searched, likewise. */
export const maxSingleWords = 50;

const filters = (values: number): number => Math.ceil(values / valuesPerFilter);

/**
 * Requests that look everybody up who is in the directory as written, at most: an address is asked for among sign-in names,
 * mail addresses and, where no person has it, groups; an id among people and then groups; a name among both; account names and
 * employee IDs among people.
 */
export function lookUpRequests(asked: AskedCounts): number {
  return (
    3 * filters(asked.address) +
    2 * filters(asked['object-id']) +
    2 * filters(asked['display-name']) +
    filters(asked.account) +
    filters(asked['employee-id'])
  );
}

/** Requests that read the whole tenant. */
export function scanRequests(users: number, groups: number): number {
  const pages = (size: number): number => Math.max(1, Math.ceil(size / principalsPerPage));
  return pages(users) + pages(groups);
}

/**
 * Requests that `Directory.match` takes, at most, for entries that all differ, in a tenant of `users` and `groups`:
 * `lookUpRequests`, and for the addresses that are not found so far 3 more for each 15, for the single words 2 more, for names
 * of several words 2 for each 15 texts that they are searched by, for each of the first 50 single words 2 more. Where `lookUpRequests` is over 20, 2 for the size of the
 * tenant and, where they are fewer, the pages ⌈users/999⌉ + ⌈groups/999⌉.
 */
export function matchRequests(entries: readonly MatchEntry[], users: number, groups = 0): number {
  const count = (kind: MatchEntry['kind']): number => entries.filter((entry) => entry.kind === kind).length;
  const addresses = count('address');
  const lookUps = lookUpRequests({
    address: addresses,
    'object-id': count('object-id'),
    account: count('account'),
    'employee-id': count('employee-id'),
    'display-name': count('display-name'),
  });
  const names = entries.flatMap(({ kind, text }) => (kind === 'display-name' ? text : []));
  const words = names.filter(looksLikeAccountName).length;
  const searches = names
    .filter((name) => similarSearches(name).length > 0)
    .slice(0, maxSimilarNames)
    .flatMap(similarSearches).length;
  const beginnings = names.filter((name) => beginningSearches(name).length > 0).length;
  const all =
    lookUps +
    3 * filters(addresses) +
    2 * filters(words) +
    2 * filters(searches) +
    2 * Math.min(maxSingleWords, beginnings);
  if (lookUps <= fewLookUps) return all;
  const pages = scanRequests(users, groups);
  return 2 + (pages < lookUps ? pages : all);
}
