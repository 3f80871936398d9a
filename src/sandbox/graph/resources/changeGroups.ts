import { graphTime } from '../../tenant/daysFrom';
import type { GroupRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { hasScope } from '../caller';
import { accessDenied, badRequest, malformedQuery } from '../graphRefusal';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { words } from '../words';
import { withAdded } from './changeMembers';
import { groupEntity, groupOf } from './groups';
import { groupType } from './groupType';
import { checkManager, readLinks, refuseSynced } from './memberReferences';
import { propertyNamed } from '../odata/project';

/** Graph, create group: 201 and the group, with up to 20 members. */
function createGroup(call: Call): Answer {
  const { 'members@odata.bind': links, ...properties } = asRecord(call.body);
  const isRoleAssignable = properties['isAssignableToRole'] === true;
  checkManager(call, isRoleAssignable);
  if (isRoleAssignable && !hasScope(call.caller, ['RoleManagement.ReadWrite.Directory']))
    throw accessDenied();
  const made = readNewGroup(properties, call);
  const group = links === undefined ? made : withAdded(call, made, readLinks(links));
  call.tenant.save({ groups: [group] });
  return {
    status: 201,
    headers: { Location: `${call.root}/groups/${group.id}` },
    json: groupEntity(call, group, groupType.defaults),
  };
}

/** Graph, update group: name, description, and members by link, at most 20, all or none. */
function updateGroup(call: Call): Answer {
  const group = groupOf(call);
  const { 'members@odata.bind': links, displayName, description, ...others } = asRecord(call.body);
  const [unserved] = Object.keys(others);
  if (unserved !== undefined) {
    call.log(words.notServed(`PATCH ${call.path} with '${unserved}'`));
    throw badRequest(`The sandbox does not serve changes of property '${unserved}'.`);
  }
  checkManager(call, group.isAssignableToRole === true);
  const named = rename(call, group, { displayName, description });
  call.tenant.save({ groups: [links === undefined ? named : withAdded(call, named, readLinks(links))] });
  return { status: 204 };
}

function rename(
  call: Call,
  group: GroupRow,
  { displayName = group.displayName, description = group.description }: Readonly<Record<string, unknown>>,
): GroupRow {
  if (displayName === group.displayName && description === group.description) return group;
  refuseSynced(group);
  if (!hasScope(call.caller, scopeRules.createGroup.any)) throw accessDenied();
  if (typeof displayName !== 'string' || displayName === '')
    throw badRequest("Invalid value specified for property 'displayName' of resource 'Group'.");
  if (typeof description !== 'string' && description !== null)
    throw badRequest("Invalid value specified for property 'description' of resource 'Group'.");
  return { ...group, displayName, description };
}

/** Entra, group-based licensing: a group that gives licenses cannot be deleted. Inferred: the sentence. */
function deleteGroup(call: Call): Answer {
  const group = groupOf(call);
  checkManager(call, group.isAssignableToRole === true);
  refuseSynced(group);
  if (group.licenses.length > 0)
    throw badRequest('The group cannot be deleted because licenses are assigned to it.');
  call.tenant.save({ groups: [{ ...group, deletedDateTime: graphTime(call.clock.now()) }] });
  return { status: 204 };
}

function asRecord(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/** Graph: create, update and delete group. */
export const groupChangeRoutes: readonly Route[] = [
  { method: 'POST', path: '/groups', scopes: scopeRules.createGroup, cost: 1, handle: createGroup },
  {
    method: 'PATCH',
    path: '/groups/{group}',
    scopes: scopeRules.changeMembers,
    cost: 1,
    handle: updateGroup,
  },
  {
    method: 'DELETE',
    path: '/groups/{group}',
    scopes: scopeRules.createGroup,
    cost: 1,
    handle: deleteGroup,
  },
];

type Body = Readonly<Record<string, unknown>>;

const required = ['displayName', 'mailEnabled', 'mailNickname', 'securityEnabled'] as const;
const optional = ['description', 'groupTypes', 'isAssignableToRole', 'membershipRule', 'visibility'];
const ignored = ['membershipRuleProcessingState', 'preferredLanguage', 'theme'];

/**
 * The row of a group that a body describes (Graph: create group).
 * Throws GraphRefusal 400; inferred: the sentences, of which that for a missing value is often reported.
 */
function readNewGroup(body: Body, { tenant, newId, clock, log, path }: Call): GroupRow {
  checkNames(body, (line) => log(words.notServed(`POST ${path} with ${line}`)));
  for (const name of required)
    if (body[name] === undefined || body[name] === null || body[name] === '')
      throw badRequest(`A value is required for property '${name}' of resource 'Group'.`);
  const groupTypes = readTypes(body['groupTypes']);
  const isUnified = groupTypes.includes('Unified');
  const { mailEnabled, securityEnabled } = body;
  if (mailEnabled === true && !isUnified)
    throw badRequest(
      'The service does not currently support writes of mail-enabled groups. Please ensure that the mail-enablement property is unset and the security-enablement property is set.',
    );
  if (mailEnabled !== isUnified || (!isUnified && securityEnabled !== true)) throw invalid('groupTypes');
  const isAssignableToRole = body['isAssignableToRole'] === true;
  if (isAssignableToRole && (securityEnabled !== true || groupTypes.includes('DynamicMembership')))
    throw invalid('isAssignableToRole');
  const mailNickname = textOf(body, 'mailNickname');
  return {
    index: tenant.groups.length,
    id: newId(),
    displayName: textOf(body, 'displayName'),
    description: typeof body['description'] === 'string' ? body['description'] : null,
    groupTypes,
    securityEnabled: securityEnabled === true,
    mailEnabled: isUnified,
    mailNickname,
    mail: isUnified ? `${mailNickname.toLowerCase()}@${tenant.defaultDomain}` : null,
    membershipRule: readRule(body, groupTypes),
    isAssignableToRole: isAssignableToRole ? true : null,
    onPremisesSyncEnabled: null,
    visibility: readVisibility(body['visibility'], isUnified),
    createdDateTime: graphTime(clock.now()),
    memberIds: [],
    licenses: [],
    processing: 'ProcessingComplete',
  };
}

function checkNames(body: Body, say: (line: string) => void): void {
  for (const name of Object.keys(body)) {
    if ([...required, ...optional, ...ignored].includes(name) || name.startsWith('@odata.')) continue;
    if (propertyNamed(groupType, name) === undefined && !name.includes('@odata.bind'))
      throw malformedQuery(`The property '${name}' does not exist on type 'microsoft.graph.group'.`);
    say(`'${name}'`);
    throw badRequest(`The sandbox does not serve property '${name}' of a new group.`);
  }
}

function readTypes(value: unknown): GroupRow['groupTypes'] {
  if (value === undefined) return [];
  const known = ['Unified', 'DynamicMembership'];
  if (!Array.isArray(value) || value.some((item) => !known.includes(String(item))))
    throw invalid('groupTypes');
  return value as GroupRow['groupTypes'];
}

function readRule(body: Body, groupTypes: GroupRow['groupTypes']): string | null {
  const isDynamic = groupTypes.includes('DynamicMembership');
  const rule = body['membershipRule'];
  if (isDynamic !== (typeof rule === 'string' && rule !== '')) throw invalid('membershipRule');
  return isDynamic ? String(rule) : null;
}

function readVisibility(value: unknown, isUnified: boolean): GroupRow['visibility'] {
  if (value === undefined || value === null) return isUnified ? 'Public' : null;
  if (value === 'Private' || value === 'Public') return value;
  throw invalid('visibility');
}

function textOf(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value.length > 256) throw invalid(name);
  return value;
}

function invalid(name: string): Error {
  return badRequest(`Invalid value specified for property '${name}' of resource 'Group'.`);
}
