import type { Principal } from '../../base/principal';
import { compoundKey, wordKey, wordsOf } from './similarNames';

/** Maximum number of candidates that a word has. */
export const maxSuggestions = 6;

/**
 * Collects principals of whom a word of the name, or the name before an address's `@`, begins with a single word that is expected,
 * or has all parts of a word such as Anna-Karin.
 */
export function createNameBeginnings() {
  const expected = new Map<string, Principal[]>();
  const lengths = new Set<number>();
  const compounds = createCompoundNames();
  return {
    expect(name: string, found: Principal[]): void {
      compounds.expect(name, found);
      const key = wordKey(name);
      if (key === undefined) return;
      expected.set(key, found);
      lengths.add(key.length);
    },
    observe(principal: Principal): void {
      compounds.observe(principal);
      if (expected.size === 0) return;
      for (const word of wordsOf(namesOf(principal).join(' '))) {
        for (const length of lengths) {
          const found = length > word.length ? undefined : expected.get(word.slice(0, length));
          if (found) addSuggestion(found, principal);
        }
      }
    },
  };
}

/** Collects principals of whom the name, or the name before an address's `@`, has the parts of a word such as Anna-Karin, in this order. */
function createCompoundNames() {
  const expected = new Map<string, Principal[][]>();
  const counts = new Set<number>();
  return {
    expect(name: string, found: Principal[]): void {
      const key = compoundKey(name);
      if (key === undefined) return;
      const others = expected.get(key);
      if (others) others.push(found);
      else expected.set(key, [found]);
      counts.add(key.split(' ').length);
    },
    observe(principal: Principal): void {
      if (expected.size === 0) return;
      for (const words of namesOf(principal).map(wordsOf)) {
        for (const start of words.keys()) {
          for (const count of counts) {
            const key = words.slice(start, start + count).join(' ');
            expected.get(key)?.forEach((found) => addSuggestion(found, principal));
          }
        }
      }
    },
  };
}

/** Returns the display name of a principal, and the names before the `@` of the addresses. */
function namesOf(principal: Principal): readonly string[] {
  const addresses = [principal.address, principal.kind === 'user' ? principal.userPrincipalName : ''];
  return [principal.displayName, ...addresses.map((address) => address.split('@', 1)[0] ?? '')];
}

/** Adds a candidate for a word; one more than the maximum tells that there are more. */
export function addSuggestion(found: Principal[], principal: Principal): void {
  if (found.length <= maxSuggestions) addOnce(found, principal);
}

/** Adds a principal unless it's there. */
export function addOnce(list: Principal[], principal: Principal): void {
  if (!list.some(({ id }) => id === principal.id)) list.push(principal);
}
