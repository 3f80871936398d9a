import type { LicensedGroup } from '../../../licensing/types';

/** How far Entra is with a group, in the three states that admins know, and one for what cannot be read. */
type GroupState = 'busy' | 'errors' | 'done' | 'unknown';

/** The one state of a group that a list shows. Work under way comes first, since its errors may still go away. */
export function groupState({ processing, peopleWithIssues }: LicensedGroup): GroupState {
  if (processing === 'queued' || processing === 'processing') return 'busy';
  if (peopleWithIssues !== undefined && peopleWithIssues > 0) return 'errors';
  // Without the errors it is not known whether all members have it.
  return processing === 'complete' && peopleWithIssues !== undefined ? 'done' : 'unknown';
}
