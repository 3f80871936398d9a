import type { Call } from '../../call';
import { hasScope } from '../../caller';
import { mayDo } from '../../roleRules';
import { teamsAppRefusals } from './teamsAppRefusals';

/** Whose apps a request is about. */
export interface AppOwner {
  readonly kind: 'user' | 'team';
  readonly id: string;
  /** In the context of answers. */
  readonly entitySet: string;
  /** Of an installation, in refusals. */
  readonly typeName: string;
}

/** The person that the path names. Throws GraphRefusal 404, and 403 for anybody but the signed-in person. */
export function userOwner(call: Call): AppOwner {
  const user = call.tenant.user(call.parameters['user'] ?? '');
  if (!user) throw teamsAppRefusals.notFound('The user');
  if (user.id !== call.caller.user.id) throw teamsAppRefusals.notOwnPerson();
  return {
    kind: 'user',
    id: user.id,
    entitySet: `users('${user.id}')/teamwork/installedApps`,
    typeName: 'userScopeTeamsAppInstallation',
  };
}

/**
 * The team that the path names; every Microsoft 365 group of the tenant is one. Throws GraphRefusal 404, and 403 for
 * people who are not in it, unless a tenant-wide scope and role let them in.
 */
export function teamOwner(call: Call): AppOwner {
  const team = call.tenant.group(call.parameters['team'] ?? '');
  if (!team?.groupTypes.includes('Unified')) throw teamsAppRefusals.notFound('The team');
  const isAdmin =
    hasScope(call.caller, ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.ReadWrite.All']) &&
    mayDo(call.caller, 'assign-to-role-assignable-group');
  if (!isAdmin && !team.memberIds.includes(call.caller.user.id)) throw teamsAppRefusals.notInTeam();
  return {
    kind: 'team',
    id: team.id,
    entitySet: `teams('${team.id}')/installedApps`,
    typeName: 'teamsAppInstallation',
  };
}
