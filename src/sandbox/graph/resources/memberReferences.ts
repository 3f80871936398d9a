import { isGuid } from '../../../base/ids';
import type { GroupRow } from '../../tenant/rows';
import type { Call } from '../call';
import { accessDenied, badRequest, notFound } from '../graphRefusal';
import { mayDo } from '../roleRules';

const maxLinks = 20;

/**
 * The ids behind `members@odata.bind`, whether written as full addresses or as paths.
 * Throws GraphRefusal 400 for more than 20 links; the sentence is observed.
 */
export function readLinks(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw badRequest('A collection of links was expected.');
  if (value.length > maxLinks) throw badRequest('A resource cannot contain more than 20 link changes');
  return value.map(readLink);
}

/** The id at the end of a link to a directory object. Throws GraphRefusal 400; inferred: the sentence. */
export function readLink(link: unknown): string {
  const [id] =
    typeof link === 'string' ? (/[^/]+$/.exec(link.replace(/['()]/g, '/').replace(/\/+$/, '')) ?? []) : [];
  if (id === undefined || !isGuid(id))
    throw badRequest('Invalid URL format specified in the reference link.');
  return id.toLowerCase();
}

/**
 * Refuses additions that the directory does not make, all of them for the sake of one (Graph: add members).
 * Observed: the sentences for a member that is one already and for a thing that is not there; inferred: the others.
 */
export function checkAdditions(call: Call, group: GroupRow, ids: readonly string[]): void {
  const { tenant } = call;
  for (const [place, id] of ids.entries()) {
    const nested = tenant.group(id);
    if (!nested && !tenant.user(id)) throw notFound(id);
    if (ids.indexOf(id) < place)
      throw badRequest(`Object '${id}' can only be present once as an add/remove change.`);
    if (id === group.id) throw badRequest('A group cannot be added as a member of itself.');
    if (nested && (group.groupTypes.includes('Unified') || group.isAssignableToRole))
      throw badRequest('Groups are not supported as members of this group.');
    if (tenant.groupsOf(id).some((holding) => holding.id === group.id))
      throw badRequest(
        "One or more added object references already exist for the following modified properties: 'members'.",
      );
  }
}

/**
 * Refuses a change of the members of a group whose members Graph does not manage. Observed: the sentence for
 * mail-enabled groups. Inferred: those for dynamic groups and for groups that come from another directory.
 */
export function checkManaged(call: Call, group: GroupRow): void {
  checkManager(call, group.isAssignableToRole === true);
  refuseSynced(group);
  if (group.groupTypes.includes('DynamicMembership')) throw accessDenied();
  if (group.mailEnabled && !group.groupTypes.includes('Unified'))
    throw badRequest('Cannot Update a mail-enabled security groups and or distribution list.');
}

/** Refuses a caller without the role for it (Entra: built-in roles). Throws GraphRefusal 403. */
export function checkManager({ caller }: Call, isRoleAssignable: boolean): void {
  if (!mayDo(caller, isRoleAssignable ? 'manage-role-assignable-group' : 'manage-groups'))
    throw accessDenied();
}

/** Refuses a change of a group that another directory is the master of. Throws GraphRefusal 400; inferred: the sentence. */
export function refuseSynced(group: GroupRow): void {
  if (group.onPremisesSyncEnabled)
    throw badRequest(
      'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
    );
}
