import { graphTime } from '../../tenant/daysFrom';
import type { GroupRow } from '../../tenant/rows';
import type { Call } from '../call';
import { badRequest, malformedQuery } from '../graphRefusal';
import { propertyNamed } from '../odata/project';
import { words } from '../words';
import { groupType } from './groupType';

type Body = Readonly<Record<string, unknown>>;

const required = ['displayName', 'mailEnabled', 'mailNickname', 'securityEnabled'] as const;
const optional = ['description', 'groupTypes', 'isAssignableToRole', 'membershipRule', 'visibility'];
const ignored = ['membershipRuleProcessingState', 'preferredLanguage', 'theme'];

/**
 * The row of a group that a body describes (Graph: create group).
 * Throws GraphRefusal 400; inferred: the sentences, of which that for a missing value is often reported.
 */
export function readNewGroup(body: Body, { tenant, newId, clock, log, path }: Call): GroupRow {
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
