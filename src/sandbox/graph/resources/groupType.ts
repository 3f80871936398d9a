import type { Group } from '@microsoft/microsoft-graph-types';
import type { GroupRow, UserRow } from '../../tenant/rows';
import type { Tenant } from '../../tenant/tenant';
import type { FilterRule } from '../odata/checkFilter';
import type { EntityType } from '../odata/entityType';
import type { ShapeReaders } from '../odata/shapeReaders';
import { addressList } from './userFilterRules';

type Readers = ShapeReaders<Group, GroupRow, Tenant>;

const nothing = (): null => null;
const none = (): readonly never[] => [];

/** Properties of a group that come without `$select` (Graph: group resource). */
const defaultReaders = {
  id: (group) => group.id,
  deletedDateTime: (group) => group.deletedDateTime ?? null,
  classification: nothing,
  createdDateTime: (group) => group.createdDateTime,
  description: (group) => group.description,
  displayName: (group) => group.displayName,
  expirationDateTime: nothing,
  groupTypes: (group) => group.groupTypes,
  isAssignableToRole: (group) => group.isAssignableToRole,
  mail: (group) => group.mail,
  mailEnabled: (group) => group.mailEnabled,
  mailNickname: (group) => group.mailNickname,
  membershipRule: (group) => group.membershipRule,
  membershipRuleProcessingState: (group) => (group.membershipRule === null ? null : 'On'),
  onPremisesDomainName: nothing,
  onPremisesLastSyncDateTime: nothing,
  onPremisesNetBiosName: nothing,
  onPremisesSamAccountName: nothing,
  onPremisesSecurityIdentifier: nothing,
  onPremisesSyncEnabled: (group) => group.onPremisesSyncEnabled,
  preferredDataLocation: nothing,
  preferredLanguage: nothing,
  proxyAddresses: (group) => (group.mail === null ? [] : [`SMTP:${group.mail}`]),
  renewedDateTime: (group) => group.createdDateTime,
  securityEnabled: (group) => group.securityEnabled,
  securityIdentifier: nothing,
  theme: nothing,
  uniqueName: nothing,
  visibility: (group) => group.visibility,
  onPremisesProvisioningErrors: none,
  serviceProvisioningErrors: none,
} satisfies Readers;

const readers: EntityType<GroupRow, Tenant>['readers'] = {
  ...defaultReaders,
  ...({
    assignedLabels: none,
    assignedLicenses: (group, tenant) => group.licenses.filter(({ skuId }) => tenant.sku(skuId)),
    hasMembersWithLicenseErrors: (group, tenant) => membersWithLicenseErrors(group, tenant).length > 0,
    isManagementRestricted: nothing,
    licenseProcessingState: (group) => ({ state: group.processing }),
  } satisfies Readers),
  // Graph: list all teams. The published types lack it.
  resourceProvisioningOptions: (group) => (group.isTeam ? ['Team'] : []),
};

const text: FilterRule = { always: ['eq', 'ge', 'le', 'in', 'startsWith'], advanced: ['ne', 'not', 'null'] };
const flag: FilterRule = { always: ['eq'], advanced: ['ne', 'not'], type: 'boolean' };

/** Filters of groups (Graph: advanced query capabilities, group properties). */
const filterRules: Readonly<Record<string, FilterRule>> = {
  displayName: text,
  mail: { ...text, advanced: [...text.advanced, 'endsWith'] },
  proxyAddresses: addressList,
  // Inferred: mailNickname follows mail.
  mailNickname: text,
  description: { always: [], advanced: ['eq', 'ne', 'ge', 'le', 'in', 'startsWith', 'not', 'null'] },
  id: { always: ['eq', 'in'], advanced: ['ne', 'not'] },
  securityEnabled: { always: ['eq', 'in'], advanced: ['ne', 'not'], type: 'boolean' },
  mailEnabled: flag,
  isAssignableToRole: flag,
  groupTypes: {
    always: ['any'],
    advanced: ['not', 'count'],
    items: { '': { abilities: ['eq', 'startsWith'], type: 'string' } },
  },
  assignedLicenses: {
    always: ['any'],
    advanced: [],
    isAlone: true,
    items: { skuId: { abilities: ['eq'], type: 'guid' } },
  },
  hasMembersWithLicenseErrors: { always: ['eq'], advanced: [], type: 'boolean' },
};

/** Groups, as the group resource of Graph v1.0 shows them. */
export const groupType: EntityType<GroupRow, Tenant> = {
  typeName: 'microsoft.graph.group',
  readers,
  defaults: Object.keys(defaultReaders),
  neverReturned: ['hasMembersWithLicenseErrors'],
  notInLists: [],
  filters: {
    resource: 'Group',
    typeName: 'microsoft.graph.group',
    rules: filterRules,
    isProperty: (name) => name in readers,
  },
  searchable: ['displayName', 'description', 'mail', 'mailNickname'],
  sortable: ['displayName'],
  expandable: ['members', 'transitiveMembers', 'memberOf', 'transitiveMemberOf'],
  isListed: (group) => group.deletedDateTime === undefined,
};

/** Direct members for whom some license of the group failed (Graph: group, membersWithLicenseErrors). */
export function membersWithLicenseErrors(group: GroupRow, tenant: Tenant): readonly UserRow[] {
  if (group.licenses.length === 0) return [];
  return tenant.membersInError(group.id).filter((user) => tenant.groupsOf(user.id).includes(group));
}
