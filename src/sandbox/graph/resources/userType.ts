import type { User } from '@microsoft/microsoft-graph-types';
import type { UserRow } from '../../tenant/rows';
import type { Tenant } from '../../tenant/tenant';
import { tenantFacts } from '../../tenant/tenantFacts';
import type { EntityType } from '../odata/entityType';
import type { ShapeReaders } from '../odata/shapeReaders';
import { assignedLicensesOf, assignedPlansOf, licenseAssignmentStatesOf } from './licenseShapes';
import { signInActivityOf } from './signInActivity';
import { userFilterRules } from './userFilterRules';

const nothing = (): null => null;
const noDate = (): string => '0001-01-01T00:00:00Z';
const none = (): readonly never[] => [];

/** Properties that live in a mailbox or in SharePoint, which lists cannot give (Graph: user resource). */
const mailboxProperties = [
  'aboutMe',
  'birthday',
  'hireDate',
  'interests',
  'mailboxSettings',
  'mySite',
  'pastProjects',
  'preferredName',
  'responsibilities',
  'schools',
  'skills',
] as const satisfies readonly (keyof User)[];

const readers = {
  id: (user) => user.id,
  displayName: (user) => user.displayName,
  givenName: (user) => user.givenName,
  surname: (user) => user.surname,
  userPrincipalName: (user) => user.userPrincipalName,
  mail: (user) => user.mail,
  mailNickname: (user) => user.mailNickname,
  jobTitle: (user) => user.jobTitle,
  department: (user) => user.department,
  companyName: (user) => user.companyName,
  officeLocation: (user) => user.officeLocation,
  city: (user) => user.city,
  country: (user) => user.country,
  usageLocation: (user) => user.usageLocation,
  preferredLanguage: (user) => user.preferredLanguage,
  businessPhones: (user) => user.businessPhones,
  mobilePhone: (user) => user.mobilePhone,
  employeeId: (user) => user.employeeId,
  employeeType: (user) => user.employeeType,
  accountEnabled: (user) => user.accountEnabled,
  userType: (user) => user.userType,
  createdDateTime: (user) => user.createdDateTime,
  creationType: (user) => (user.userType === 'Guest' ? 'Invitation' : null),
  externalUserState: (user) => (user.userType === 'Guest' ? 'Accepted' : null),
  identities: (user, tenant) => [
    {
      signInType: 'userPrincipalName',
      issuer: tenant.defaultDomain,
      issuerAssignedId: user.userPrincipalName,
    },
  ],
  proxyAddresses: (user) => user.proxyAddresses,
  assignedLicenses: assignedLicensesOf,
  assignedPlans: assignedPlansOf,
  licenseAssignmentStates: licenseAssignmentStatesOf,
  signInActivity: signInActivityOf,
  otherMails: (user) => user.otherMails,
  imAddresses: none,
  onPremisesProvisioningErrors: none,
  provisionedPlans: none,
  serviceProvisioningErrors: none,
  ageGroup: nothing,
  consentProvidedForMinor: nothing,
  customSecurityAttributes: nothing,
  deletedDateTime: (user) => user.deletedDateTime,
  employeeHireDate: nothing,
  employeeLeaveDateTime: nothing,
  employeeOrgData: nothing,
  externalUserStateChangeDateTime: nothing,
  faxNumber: nothing,
  isManagementRestricted: nothing,
  isResourceAccount: nothing,
  lastPasswordChangeDateTime: nothing,
  legalAgeGroupClassification: nothing,
  onPremisesDistinguishedName: nothing,
  onPremisesDomainName: (user) => (user.onPremisesSamAccountName === null ? null : tenantFacts.defaultDomain),
  onPremisesExtensionAttributes: nothing,
  onPremisesImmutableId: nothing,
  onPremisesLastSyncDateTime: nothing,
  onPremisesSamAccountName: (user) => user.onPremisesSamAccountName,
  onPremisesSecurityIdentifier: nothing,
  onPremisesSyncEnabled: (user) => (user.onPremisesSamAccountName === null ? null : true),
  onPremisesUserPrincipalName: nothing,
  passwordPolicies: nothing,
  passwordProfile: nothing,
  postalCode: nothing,
  preferredDataLocation: nothing,
  securityIdentifier: nothing,
  showInAddressList: nothing,
  signInSessionsValidFromDateTime: nothing,
  state: nothing,
  streetAddress: nothing,
  ...(Object.fromEntries(mailboxProperties.map((name) => [name, nothing])) as Record<
    (typeof mailboxProperties)[number],
    typeof nothing
  >),
  // The two that are never null stand at the beginning of time.
  birthday: noDate,
  hireDate: noDate,
} satisfies ShapeReaders<User, UserRow, Tenant>;

const texts = [
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
  'mailNickname',
  'jobTitle',
  'department',
  'companyName',
  'officeLocation',
];

/** People, as the user resource of Graph v1.0 shows them. */
export const userType: EntityType<UserRow, Tenant> = {
  typeName: 'microsoft.graph.user',
  readers,
  defaults: [
    'businessPhones',
    'displayName',
    'givenName',
    'jobTitle',
    'mail',
    'mobilePhone',
    'officeLocation',
    'preferredLanguage',
    'surname',
    'userPrincipalName',
    'id',
  ] satisfies (keyof User)[],
  neverReturned: [],
  notInLists: mailboxProperties,
  filters: {
    resource: 'User',
    typeName: 'microsoft.graph.user',
    rules: userFilterRules,
    isProperty: (name) => name in readers,
  },
  searchable: texts,
  sortable: ['displayName', 'userPrincipalName'],
  hasCachedOrder: true,
  indexedTexts: [...texts, 'id', 'employeeId', 'onPremisesSamAccountName', 'proxyAddresses', 'otherMails'],
  placesWith: ({ path, predicate }, tenant) =>
    path === 'assignedLicenses' && predicate?.kind === 'compare' && predicate.operator === 'eq'
      ? tenant.holderPlaces(String(predicate.value.value))
      : undefined,
  expandable: ['memberOf', 'transitiveMemberOf'],
  isListed: (user) => user.deletedDateTime === undefined,
};

/** Properties of other users that `User.ReadBasic.All` lets a caller read (Graph: permissions reference). */
export const basicUserProperties: readonly string[] = [
  'id',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
];
