import { looksLikeAccountName, parseDomainAccount } from '../../base/accountName';
import { isGuid } from '../../base/ids';
import type { Principal } from '../../base/principal';
import { looksLikeAddress } from '../looksLikeAddress';
import type { Match, MatchEntry } from '../types';
import type { OtherIdentifiers } from './identifiers';
import { addOnce, addSuggestion, createNameBeginnings, maxSuggestions } from './nameBeginnings';
import { foldSpace, similarKey } from './similarNames';

/** Matches entries with the people and groups that have what they say, in any case of letters. */
export interface PrincipalMatcher {
  /** Registers what an entry asks for; call it for each entry before anything is observed. */
  readonly expect: (entry: MatchEntry) => void;
  /** Registers a person or group that may be asked for; the same one twice counts once. */
  readonly observe: (principal: Principal, others?: OtherIdentifiers) => void;
  /** Registers a person or group of whom a name or address begins with a single word. */
  readonly suggest: (word: string, principal: Principal) => void;
  /** Registers names for which similar ones are not searched. */
  readonly skipSearch: (names: readonly string[]) => void;
  /** The distinct texts of one kind that no principal observed so far has. */
  readonly unmatched: (kind: MatchEntry['kind']) => readonly string[];
  /** Returns the people and groups that an entry asks for; call it once an entry, in their order, after all were observed. */
  readonly resolve: (entry: MatchEntry, index: number) => Match;
}

interface Expected {
  readonly text: string;
  /** Principals that have it as what it was taken for: a mail address, a sign-in name, an id, a name. */
  readonly exact: Principal[];
  /** Principals that have it as something else: a further address; for a word taken for a name, an account name or employee ID. */
  readonly others: Principal[];
  /** For a name, principals with similar names. */
  readonly similar: Principal[];
  /** For a single word, the first principals of whom a name or address begins with it, and one more. */
  readonly beginning: Principal[];
  isUnsearched: boolean;
}

function createExpected(text: string): Expected {
  return {
    text: foldSpace(text.normalize('NFC')),
    exact: [],
    others: [],
    similar: [],
    beginning: [],
    isUnsearched: false,
  };
}

function createExpectedByKind(): Readonly<Record<MatchEntry['kind'], Map<string, Expected>>> {
  return {
    address: new Map(),
    'object-id': new Map(),
    account: new Map(),
    'employee-id': new Map(),
    'display-name': new Map(),
  };
}

/** Makes an empty matcher. It keeps only principals that an entry asks for. */
export function createPrincipalMatcher(): PrincipalMatcher {
  const expected = createExpectedByKind();
  const similarNames = createSimilarNames();
  const beginnings = createNameBeginnings();
  const firstIndexes = new Map<string, number>();
  /** Domains of those whose account names are asked for, by their ids. */
  const domains = new Map<string, string>();
  const offer = (
    kind: MatchEntry['kind'],
    text: string,
    principal: Principal,
    as: 'exact' | 'others' = 'exact',
  ): void => {
    if (expected[kind].size === 0) return;
    const known = expected[kind].get(fold(text))?.[as];
    if (known) addOnce(known, principal);
  };

  return {
    expect(entry) {
      const { kind } = entry;
      const text = textOf(entry);
      const key = fold(text);
      if (!hasShape(kind, text) || expected[kind].has(key)) return;
      const entered = createExpected(text);
      expected[kind].set(key, entered);
      if (kind !== 'display-name') return;
      similarNames.want(text, entered.similar);
      beginnings.expect(text, entered.beginning);
    },
    observe(principal, others) {
      offer('object-id', principal.id, principal);
      offer('address', principal.address, principal);
      if (principal.kind === 'user' && principal.userPrincipalName !== principal.address)
        offer('address', principal.userPrincipalName, principal);
      offer('display-name', principal.displayName, principal);
      similarNames.add(principal);
      beginnings.observe(principal);
      others?.addresses.forEach((address) => offer('address', address, principal, 'others'));
      for (const kind of ['account', 'employee-id'] as const) {
        const text = kind === 'account' ? others?.accountName : others?.employeeId;
        if (text === undefined) continue;
        if (others?.accountDomain !== undefined && expected.account.has(fold(text)))
          domains.set(principal.id, others.accountDomain);
        offer(kind, text, principal);
        offer('display-name', text, principal, 'others');
      }
    },
    suggest(word, principal) {
      const known = expected['display-name'].get(fold(word))?.beginning;
      if (known) addSuggestion(known, principal);
    },
    skipSearch(names) {
      for (const name of names) {
        const known = expected['display-name'].get(fold(name));
        if (known) known.isUnsearched = true;
      }
    },
    unmatched: (kind) =>
      [...expected[kind].values()].flatMap(({ text, exact, others }) =>
        exact.length + others.length === 0 ? [text] : [],
      ),
    resolve(entry, index) {
      const { kind } = entry;
      const text = textOf(entry);
      const known = expected[kind].get(fold(text));
      const { exact = [], others = [] } = known ?? {};
      const ofDomain = exact.filter(({ id }) => isOfDomain(entry, domains.get(id)));
      const [found = others] = [ofDomain, exact].filter(({ length }) => length > 0);
      const isGuess = found === others ? isWeak(kind, text) : found !== ofDomain;
      const [first] = found;
      if (!first) return resolveUnmatched(kind, text, known);
      if (found.length > 1 || isGuess) return { kind: 'ambiguous', candidates: [...found].sort(usersFirst) };
      const of = firstIndexes.get(first.id);
      if (of !== undefined) return { kind: 'duplicate', of };
      firstIndexes.set(first.id, index);
      return { kind: 'matched', principal: first };
    },
  };
}

/** Offers principals with similar names where no principal has what an entry says. */
function resolveUnmatched(kind: MatchEntry['kind'], text: string, expected: Expected | undefined): Match {
  const { similar = [], beginning = [], isUnsearched = false } = expected ?? {};
  if (similar.length > 0)
    return { kind: 'ambiguous', similarity: 'spelling', candidates: [...similar].sort(usersFirst) };
  if (beginning.length > 0) {
    const candidates = beginning.slice(0, maxSuggestions).sort(usersFirst);
    const hasMore = beginning.length > maxSuggestions;
    return { kind: 'ambiguous', similarity: 'beginning', candidates, ...(hasMore && { hasMore }) };
  }
  return { kind: 'unknown', why: reasonFor(kind, text), ...(isUnsearched && { isUnsearched }) };
}

/** True if a text is too little to tell an account or employee ID by: letters alone may be a first name, digits alone anything. */
function isWeak(kind: MatchEntry['kind'], text: string): boolean {
  return kind === 'display-name' && !(/\p{L}/u.test(text) && /\d/.test(text));
}

/** Collects those whose names are similar to ones that are asked for. */
function createSimilarNames() {
  const expected = new Map<string, Principal[][]>();
  return {
    want(name: string, found: Principal[]): void {
      const key = similarKey(name);
      if (key === undefined) return;
      const others = expected.get(key);
      if (others) others.push(found);
      else expected.set(key, [found]);
    },
    add(principal: Principal): void {
      const key = expected.size === 0 ? undefined : similarKey(principal.displayName);
      if (key !== undefined) expected.get(key)?.forEach((found) => addOnce(found, principal));
    },
  };
}

/** Gives the text to look up: Graph filters an account's name without its domain (Graph: user, onPremisesSamAccountName). */
function textOf({ kind, text }: MatchEntry): string {
  return (kind === 'account' && parseDomainAccount(text)) || text;
}

/**
 * True if an account of the domain `dnsName` may be what an entry `DOMAIN\account` asks for; another entry names no domain.
 * Inferred: Graph has no NetBIOS name of a person's domain, which is the first label of the DNS name in 15 characters unless
 * somebody chose another one (Active Directory: naming conventions).
 */
function isOfDomain({ kind, text }: MatchEntry, dnsName: string | undefined): boolean {
  if (kind !== 'account' || parseDomainAccount(text) === undefined) return true;
  const domain = fold(text.slice(0, text.indexOf('\\')));
  const whole = fold(dnsName ?? '');
  const [label = ''] = whole.split('.');
  return domain === whole || domain === label.slice(0, 15);
}

/** Graph, user and group resources: no name and no address is longer. */
const maxCharacters = 256;

function hasShape(kind: MatchEntry['kind'], text: string): boolean {
  if (kind === 'object-id') return isGuid(text);
  if (text === '' || text.length > maxCharacters) return false;
  if (kind === 'account') return looksLikeAccountName(text);
  if (kind === 'address') return looksLikeAddress(text);
  return !isOtherIdentifier(text);
}

/**
 * Distinguished names, security identifiers, X.500 addresses and phone numbers: Graph filters none of the first and third,
 * and the others either only in part or in the one form in which they were saved.
 */
function isOtherIdentifier(text: string): boolean {
  return /^(?:cn|ou|dc)=.+,\s*(?:cn|ou|dc)=|^s-1-\d+(?:-\d+)+$|^(?:x500:)?\/o=|^\+[\d\s().-]{6,}$/i.test(
    text,
  );
}

function reasonFor(kind: MatchEntry['kind'], text: string): Extract<Match, { kind: 'unknown' }>['why'] {
  if (hasShape(kind, text)) return 'not-found';
  return isOtherIdentifier(text) ? 'cannot-be-looked-up' : 'not-an-id';
}

function usersFirst(left: Principal, right: Principal): number {
  if (left.kind !== right.kind) return left.kind === 'user' ? -1 : 1;
  return left.address < right.address ? -1 : 1;
}

/** The same letters in another case, composed in another way, or with other white space are the same; look-alikes are not. */
function fold(text: string): string {
  return foldSpace(text.normalize('NFC').toLowerCase());
}
