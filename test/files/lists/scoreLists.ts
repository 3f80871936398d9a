import type { LineEntry } from '../../../src/files/types';
import { findListed } from './people';
import type { ListSample } from './writeList';

/**
 * Outcome of a list: `right`, as dropped; `needless`, right but with lines to look at that need none; `asked`, somebody is missing
 * and their line waits to be looked at; `lost`, somebody is missing and nothing says so; `wrong`, somebody else is in it.
 */
export type ListScore = 'right' | 'needless' | 'asked' | 'lost' | 'wrong';

/** Scores the entries of a list against what it should come to. */
export function scoreList({ found, open }: ListSample, entries: readonly LineEntry[]): ListScore {
  const foundHere = new Set<string>();
  const openHere = new Set<number>();
  for (const { text, lines, suspicion } of entries) {
    const who = suspicion === undefined ? findListed(text) : undefined;
    for (const line of lines) {
      if (who === undefined) openHere.add(line);
      else foundHere.add(`${who}@${line}`);
    }
  }
  const isOpen = (each: string): boolean => openHere.has(Number(each.split('@')[1]));
  const missing = found.filter((each) => !foundHere.has(each) && !(open.length > 0 && isOpen(each)));
  if (open.some((line) => !openHere.has(line))) return 'lost';
  if ([...foundHere].some((each) => !found.includes(each))) return 'wrong';
  if (missing.length > 0) return missing.every(isOpen) ? 'asked' : 'lost';
  return [...openHere].every((line) => open.includes(line)) ? 'right' : 'needless';
}
