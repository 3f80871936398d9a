import type { GroupPrincipal, UserPrincipal } from '../../base/principal';
import { evaluatePermission } from '../policy/evaluatePermission';
import type { PreflightFinding, PreflightInput } from './preflight';

/** Returns the reasons why a user cannot be given any license; empty if none is known. */
export function userStops(user: UserPrincipal, input: PreflightInput): readonly PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  if (evaluatePermission(input, { kind: 'change-licenses-of', principal: user }))
    findings.push({ kind: 'not-permitted' });
  if (isLocationMissing(user)) findings.push({ kind: 'usage-location-missing' });
  return findings;
}

/** True if no usage location is set; false for a person known only by name, of whom that is unknown. */
export function isLocationMissing({ usageLocation, isNameOnly = false }: UserPrincipal): boolean {
  return usageLocation === undefined && !isNameOnly;
}

/** Returns the reasons why a group cannot be given any license: Entra licenses security-enabled groups only, and protects role-assignable ones. */
export function groupStops(group: GroupPrincipal, input: PreflightInput): readonly PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  if (!group.isSecurityEnabled) findings.push({ kind: 'group-not-licensable' });
  const denial = evaluatePermission(input, { kind: 'change-licenses-of', principal: group });
  if (denial) findings.push({ kind: denial === 'role-assignable-group' ? denial : 'not-permitted' });
  return findings;
}
