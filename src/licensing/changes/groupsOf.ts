import type { NamedGroup } from '../../base/principal';
import type { Seat } from '../types';
import { isPossiblyWorking } from './seatStates';

/**
 * Returns the groups that give these seats, each once, to be stored with an outcome; nothing if no group is known. Groups whose
 * license is in error count only if no other group gives any of the seats.
 */
export function groupsOf(seats: readonly Pick<Seat, 'path' | 'state'>[]): {
  readonly groups?: readonly NamedGroup[];
} {
  const working = seats.filter(({ path, state }) => path.kind === 'group' && isPossiblyWorking({ state }));
  const groups = new Map<string, NamedGroup>();
  for (const { path } of working.length > 0 ? working : seats) {
    // A seat whose source could not be read has a group without an id.
    if (path.kind === 'direct' || path.groupId === '') continue;
    groups.set(path.groupId.toLowerCase(), { id: path.groupId, name: path.groupName });
  }
  return groups.size > 0 ? { groups: [...groups.values()] } : {};
}
