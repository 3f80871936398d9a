import type { Principal } from '../../base/principal';
import type { Match, MatchEntry } from '../types';
import { createJoin } from './createJoin';

/** Whom each entry asks for among these people and groups, in the order of the entries; in time of both numbers added. */
export function joinEntries(entries: readonly MatchEntry[], people: readonly Principal[]): readonly Match[] {
  const join = createJoin();
  entries.forEach(join.want);
  people.forEach(join.add);
  return entries.map(join.judge);
}
