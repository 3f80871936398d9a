import type { GroupPrincipal } from '../../../base/principal';
import type { Messages } from '../../messages/types';

/** Returns the kind of a group, which is a team if Microsoft Teams has one for it. */
export function groupKindText({ isTeam, groupKind }: GroupPrincipal, words: Messages['product']): string {
  if (isTeam) return words.team;
  return groupKind ? words.groupKind[groupKind] : words.notKnown;
}
