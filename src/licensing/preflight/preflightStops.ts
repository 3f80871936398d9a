import type { GroupPrincipal, UserPrincipal } from '../../base/principal';
import { evaluatePermission } from '../policy/evaluatePermission';
import type { PreflightFinding, PreflightInput } from './preflight';

/** Reasons why a user cannot be given any license; empty where none is known. */
export function userStops(user: UserPrincipal, input: PreflightInput): readonly PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  if (evaluatePermission(input, { kind: 'change-licenses-of', principal: user }))
    findings.push({ kind: 'not-permitted' });
  if (isLocationMissing(user)) findings.push({ kind: 'usage-location-missing' });
  return findings;
}

/** True if no usage location is set; of a person known by name only that is not known. */
export function isLocationMissing({ usageLocation, isNameOnly = false }: UserPrincipal): boolean {
  return usageLocation === undefined && !isNameOnly;
}

/** Reasons why a group cannot be given any license: Entra licenses security-enabled groups only, and protects role-assignable ones. */
export function groupStops(group: GroupPrincipal, input: PreflightInput): readonly PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  if (!group.isSecurityEnabled) findings.push({ kind: 'group-not-licensable' });
  const denial = evaluatePermission(input, { kind: 'change-licenses-of', principal: group });
  if (denial) findings.push({ kind: denial === 'role-assignable-group' ? denial : 'not-permitted' });
  return findings;
}
