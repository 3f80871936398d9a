import type { PreflightFinding, PreflightLine } from '../../licensing/preflight';
import type { Messages } from '../messages/types';
import { groupNames } from './SeatPathText';

/**
 * What is known of a line before anything is sent, in words. Of a group that cannot be licensed the members are not
 * spoken of, and of one that is larger than the seats left both is said in one sentence.
 */
export function findingTexts(line: PreflightLine, messages: Messages): readonly string[] {
  const { findings, verdict } = line;
  const isStopped = verdict === 'stop';
  const members = findings.find((finding) => finding.kind === 'group-members');
  const isShort = Boolean(members) && findings.some(({ kind }) => kind === 'no-seat-left');
  return findings.flatMap((finding) => {
    if (finding.kind === 'group-members' && isStopped) return [];
    if (finding.kind === 'no-seat-left' && isShort) return [];
    return findingText(finding, isShort, messages);
  });
}

function findingText(finding: PreflightFinding, isShort: boolean, { assign }: Messages): string {
  switch (finding.kind) {
    case 'has-already':
      return assign.findingHasAlready;
    case 'has-through-group':
      return assign.findingHasVia(groupNames(finding.paths, assign.aGroup));
    case 'group-members':
      return [
        isShort ? assign.findingShort(finding.directUsers) : assign.findingMembers(finding.directUsers),
        ...(finding.nestedGroups > 0 ? [assign.findingNested(finding.nestedGroups)] : []),
      ].join(' · ');
    case 'gets-seat':
    case 'usage-location-missing':
    case 'blocked-account':
    case 'guest':
    case 'no-seat-left':
    case 'group-not-licensable':
    case 'role-assignable-group':
    case 'not-permitted':
      return assign.finding[finding.kind];
  }
}
