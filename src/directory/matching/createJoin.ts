import { isGuid } from '../../base/ids';
import type { Principal } from '../../base/principal';
import { looksLikeAddress } from '../looksLikeAddress';
import type { Match, MatchEntry } from '../types';

/** Brings entries together with the people and groups that bear what they say, in any case of letters. */
export interface Join {
  /** Takes notice of what an entry asks for; call it for each entry before anybody is added. */
  readonly want: (entry: MatchEntry) => void;
  /** Shows it a person or group that may have been asked for; the same one twice counts once. */
  readonly add: (principal: Principal) => void;
  /** The distinct texts of one kind that nobody shown so far bears. */
  readonly missing: (kind: MatchEntry['kind']) => readonly string[];
  /** Whom an entry asks for; call it once an entry, in their order, after everybody was added. */
  readonly judge: (entry: MatchEntry, index: number) => Match;
}

interface Wanted {
  readonly text: string;
  readonly bearers: Principal[];
}

/** Makes an empty join. It remembers nobody who was not asked for. */
export function createJoin(): Join {
  const wanted: Readonly<Record<MatchEntry['kind'], Map<string, Wanted>>> = {
    address: new Map(),
    'object-id': new Map(),
    'display-name': new Map(),
  };
  const firstIndexes = new Map<string, number>();

  const offer = (kind: MatchEntry['kind'], text: string, principal: Principal): void => {
    if (wanted[kind].size === 0) return;
    const bearers = wanted[kind].get(fold(text))?.bearers;
    if (bearers && !bearers.some(({ id }) => id === principal.id)) bearers.push(principal);
  };

  return {
    want({ kind, text }) {
      const key = fold(text);
      if (!hasShape(kind, text) || wanted[kind].has(key)) return;
      wanted[kind].set(key, { text: text.normalize('NFC'), bearers: [] });
    },
    add(principal) {
      offer('object-id', principal.id, principal);
      offer('address', principal.address, principal);
      if (principal.kind === 'user' && principal.userPrincipalName !== principal.address)
        offer('address', principal.userPrincipalName, principal);
      offer('display-name', principal.displayName, principal);
    },
    missing: (kind) =>
      [...wanted[kind].values()].flatMap(({ text, bearers }) => (bearers.length === 0 ? [text] : [])),
    judge({ kind, text }, index) {
      const bearers = wanted[kind].get(fold(text))?.bearers ?? [];
      const [first] = bearers;
      if (!first) return { kind: 'unknown', why: hasShape(kind, text) ? 'not-found' : 'not-an-id' };
      if (bearers.length > 1) return { kind: 'ambiguous', candidates: [...bearers].sort(usersFirst) };
      const of = firstIndexes.get(first.id);
      if (of !== undefined) return { kind: 'duplicate', of };
      firstIndexes.set(first.id, index);
      return { kind: 'matched', principal: first };
    },
  };
}

/** Graph, user and group resources: no name and no address is longer. */
const mostCharacters = 256;

function hasShape(kind: MatchEntry['kind'], text: string): boolean {
  if (kind === 'object-id') return isGuid(text);
  if (text === '' || text.length > mostCharacters) return false;
  return kind === 'display-name' || looksLikeAddress(text);
}

function usersFirst(left: Principal, right: Principal): number {
  if (left.kind !== right.kind) return left.kind === 'user' ? -1 : 1;
  return left.address < right.address ? -1 : 1;
}

/** The same letters in another case, or composed in another way, are the same; look-alikes are not. */
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
