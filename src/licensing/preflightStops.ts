import type { GroupPrincipal, UserPrincipal } from '../base/principal';
import type { PreflightFinding, PreflightQuestion } from './preflight';

/** Why a person cannot be given any license; empty for who can. */
export function userStops(user: UserPrincipal, { access }: PreflightQuestion): readonly PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  if (access !== 'assign-to-all') findings.push({ kind: 'not-permitted' });
  if (user.usageLocation === undefined) findings.push({ kind: 'usage-location-missing' });
  return findings;
}

/** The same of a group: group-based licensing takes security-enabled groups only, and guards role-assignable ones (Entra). */
export function groupStops(group: GroupPrincipal, question: PreflightQuestion): readonly PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  if (!group.isSecurityEnabled) findings.push({ kind: 'group-not-licensable' });
  if (group.isRoleAssignable) {
    if (!question.canLicenseRoleAssignableGroups) findings.push({ kind: 'role-assignable-group' });
  } else if (question.access !== 'assign-to-all' && question.access !== 'assign-to-groups') {
    findings.push({ kind: 'not-permitted' });
  }
  return findings;
}
