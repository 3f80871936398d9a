import { looksLikeAccountName } from '../../base/accountName';
import { toAppError } from '../../base/appError';
import { searchClause } from '../../graph/searchClause';
import type { Graph, GraphQuery, GraphRequest } from '../../graph/types';
import { filterChunks } from '../filterChunks';
import { inFilter } from '../inFilter';
import { groups, users } from '../kinds';
import { quoted } from '../quoted';
import type { MatchEntry } from '../types';
import type { PrincipalMatcher } from './createPrincipalMatcher';
import { identifiedGroups, identifiedUsers, type IdentifiedKind } from './identifiers';
import { maxSimilarNames, maxSingleWords, principalsPerPage } from './matchRequests';
import { maxSuggestions } from './nameBeginnings';
import { beginningSearches, similarSearches } from './similarNames';

/** Options of a reading. */
export interface ReadOptions extends Pick<GraphRequest, 'priority' | 'signal'> {
  /** Called with how many more requests of a look-up, or people of a scan of the tenant, have been answered. */
  readonly onAnswered: (count: number) => void;
}

/** Options of looking up. */
interface LookUpOptions extends ReadOptions {
  /** Called before each round with how many requests are still to come at most. */
  readonly onRemaining: (count: number) => void;
}

/** Comparison of texts with a property. */
interface Comparison extends Pick<GraphRequest, 'isEventual' | 'isOptional'> {
  readonly toQuery: (values: readonly string[]) => GraphQuery;
}

const exactly = (property: string): Comparison => ({
  toQuery: (values) => ({ filter: inFilter(property, values) }),
});

/**
 * Compares with each item of a list (Graph: user, proxyAddresses and otherMails). Inferred: they are compared without case, like
 * the directory's other texts, so that `smtp:` finds the primary address, `SMTP:`, too, which is nearly always `mail` anyway;
 * several are joined by `or`. Where that is refused, each is asked for alone.
 */
const amongItems = (property: string, prefix = ''): Comparison => ({
  toQuery: (values) => ({
    filter: values.map((value) => `${property}/any(x:x eq ${quoted(prefix + value)})`).join(' or '),
  }),
});
const proxyAddresses = amongItems('proxyAddresses', 'smtp:');
const otherMails = amongItems('otherMails');

/** Graph: advanced query capabilities, user properties: account names are filtered by advanced queries alone, employee IDs by any. */
const accountNames: Comparison = {
  toQuery: (values) => ({ filter: inFilter('onPremisesSamAccountName', values), count: true }),
  isEventual: true,
};
const employeeIds = exactly('employeeId');

/** Finds the words of each text in any order, also as beginnings of longer words (Graph: $search on directory objects). */
const wordsOfName: Comparison = {
  toQuery: (texts) => ({
    search: texts.map((text) => searchClause(['displayName'], text)).join(' OR '),
    count: true,
  }),
  isEventual: true,
  isOptional: true,
};

/**
 * Finds the principals that a matcher lacks by exact filters, which read the directory itself, where Graph has them: an index
 * would not know a new account (Graph: advanced queries). Groups are asked only for what no person has, except for names, which
 * people and groups share. What is still unmatched is then looked up among further addresses, and single words among account
 * names and employee IDs; last, similar names are searched.
 */
export async function lookUp(graph: Graph, matcher: PrincipalMatcher, options: LookUpOptions): Promise<void> {
  const find = <Wire>(kind: IdentifiedKind<Wire>, comparison: Comparison, texts: readonly string[]) =>
    Promise.all(
      filterChunks(texts).map(async (values) => {
        await observeFound(graph, matcher, kind, comparison, values, options);
        options.onAnswered(1);
      }),
    );
  const names = matcher.unmatched('display-name');
  const words = (): readonly string[] => matcher.unmatched('display-name').filter(looksLikeAccountName);
  const count = (texts: readonly string[]): number => filterChunks(texts).length;
  const countMissing = (kind: MatchEntry['kind']): number => count(matcher.unmatched(kind));
  const countSearches = (): number => {
    const searches = chooseSearches(matcher.unmatched('display-name'));
    return 2 * count(searches.names.flatMap(similarSearches)) + 2 * searches.words.length;
  };
  const fromThirdRound = (): number => 3 * countMissing('address') + 2 * count(words()) + countSearches();
  const fromSecondRound = (): number =>
    countMissing('object-id') + countMissing('address') + fromThirdRound();
  options.onRemaining(
    countMissing('object-id') +
      2 * countMissing('address') +
      2 * count(names) +
      countMissing('account') +
      countMissing('employee-id') +
      fromSecondRound(),
  );
  await Promise.all([
    find(identifiedUsers, exactly('id'), matcher.unmatched('object-id')),
    ...users.addresses.map((property) =>
      find(identifiedUsers, exactly(property), matcher.unmatched('address')),
    ),
    find(identifiedUsers, exactly('displayName'), names),
    find(identifiedGroups, exactly('displayName'), names),
    find(identifiedUsers, accountNames, matcher.unmatched('account')),
    find(identifiedUsers, employeeIds, matcher.unmatched('employee-id')),
  ]);
  options.onRemaining(fromSecondRound());
  await Promise.all([
    find(identifiedGroups, exactly('id'), matcher.unmatched('object-id')),
    ...groups.addresses.map((property) =>
      find(identifiedGroups, exactly(property), matcher.unmatched('address')),
    ),
  ]);
  const addresses = matcher.unmatched('address');
  const singleWords = words();
  options.onRemaining(fromThirdRound());
  await Promise.all([
    find(identifiedUsers, proxyAddresses, addresses),
    find(identifiedUsers, otherMails, addresses),
    find(identifiedGroups, proxyAddresses, addresses),
    find(identifiedUsers, accountNames, singleWords),
    find(identifiedUsers, employeeIds, singleWords),
  ]);
  await searchSimilarNames(graph, matcher, options, find);
}

type Find = <Wire>(
  kind: IdentifiedKind<Wire>,
  comparison: Comparison,
  texts: readonly string[],
) => Promise<unknown>;

/** Searches names that are similar to those that aren't found. Without them it's still known that the names aren't found. */
async function searchSimilarNames(
  graph: Graph,
  matcher: PrincipalMatcher,
  options: LookUpOptions,
  find: Find,
): Promise<void> {
  const { names, words, skipped } = chooseSearches(matcher.unmatched('display-name'));
  matcher.skipSearch(skipped);
  const searches = names.flatMap(similarSearches);
  options.onRemaining(2 * filterChunks(searches).length + 2 * words.length);
  try {
    await Promise.all([
      find(identifiedUsers, wordsOfName, searches),
      find(identifiedGroups, wordsOfName, searches),
      ...words.flatMap((word) => [
        suggest(graph, matcher, identifiedUsers, nameProperties.users, word, options),
        suggest(graph, matcher, identifiedGroups, nameProperties.groups, word, options),
      ]),
    ]);
  } catch (thrown) {
    if (toAppError(thrown).code === 'cancelled') throw thrown;
    matcher.skipSearch([...names, ...words]);
  }
}

/** Chooses the names of several words and the single words that similar ones are searched for, and those that are too many. */
function chooseSearches(unmatched: readonly string[]) {
  const words = unmatched.filter((name) => beginningSearches(name).length > 0);
  const names = unmatched.filter((name) => similarSearches(name).length > 0);
  return {
    names: names.slice(0, maxSimilarNames),
    words: words.slice(0, maxSingleWords),
    skipped: [...names.slice(maxSimilarNames), ...words.slice(maxSingleWords)],
  };
}

/** Properties that a single word is compared with. Three spellings of four of them are fewer than the 15 expressions of a filter. */
const nameProperties = {
  users: ['displayName', 'givenName', 'surname', 'mailNickname'],
  groups: ['displayName', 'mailNickname'],
};

/** Suggests the first principals of one kind of whom a property begins with a word. */
async function suggest<Wire>(
  graph: Graph,
  matcher: PrincipalMatcher,
  { path, select, scopes, wire, identify }: IdentifiedKind<Wire>,
  properties: readonly string[],
  word: string,
  { priority, signal, onAnswered }: LookUpOptions,
): Promise<void> {
  const filter = beginningSearches(word)
    .flatMap((text) => properties.map((property) => `startswith(${property},${quoted(text)})`))
    .join(' or ');
  // One more tells that there are more.
  const query = { select, filter, top: maxSuggestions + 1 };
  const { items } = await graph.firstPage({ path, query, scopes, priority, signal, isOptional: true }, wire);
  for (const item of items) {
    const { principal, others } = identify(item);
    matcher.observe(principal, others);
    matcher.suggest(word, principal);
  }
  onAnswered(1);
}

async function observeFound<Wire>(
  graph: Graph,
  matcher: PrincipalMatcher,
  kind: IdentifiedKind<Wire>,
  comparison: Comparison,
  values: readonly string[],
  options: ReadOptions,
): Promise<void> {
  const { path, select, scopes } = kind;
  const { priority, signal } = options;
  const { toQuery, isEventual = false, isOptional = false } = comparison;
  try {
    const query = { select, ...toQuery(values), top: principalsPerPage };
    const request = { path, query, scopes, priority, signal, isEventual, isOptional };
    const found = await graph.allPages(request, kind.wire);
    found.forEach((wire) => {
      const { principal, others } = kind.identify(wire);
      matcher.observe(principal, others);
    });
  } catch (thrown) {
    // A text that the service cannot take matches no user or group, and must not keep the others from being found.
    if (toAppError(thrown).code !== 'bad-request') throw thrown;
    if (values.length === 1) return;
    const middle = Math.ceil(values.length / 2);
    await Promise.all(
      [values.slice(0, middle), values.slice(middle)].map((half) =>
        observeFound(graph, matcher, kind, comparison, half, options),
      ),
    );
  }
}
