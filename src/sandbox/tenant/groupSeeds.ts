import { productIds } from './products';
import type { UserRow } from './rows';

/** Kind of group, which decides what can be done with it. */
export type GroupKind =
  'security' | 'dynamic' | 'microsoft-365' | 'microsoft-365-mail-only' | 'distribution' | 'mail-security';

/** Seed of a group of the tenant. */
export interface GroupSeed {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly kind: GroupKind;
  /** Selects the members; `atMost` limits their number. */
  readonly includes?: (user: UserRow) => boolean;
  readonly atMost?: number;
  /** Share of those whom `includes` admits, 0 to 1; default all. */
  readonly share?: number;
  readonly memberGroupIds?: readonly string[];
  readonly membershipRule?: string;
  readonly isAssignableToRole?: true;
  readonly onPremisesSyncEnabled?: true;
  /** SKUs that it gives its members. */
  readonly skuIds?: readonly string[];
}

/** Ids of the groups that tests and people look for. */
export const groupIds = {
  it: '6e0a9d5c-0000-4000-8000-000000000001',
  fieldStaff: '6e0a9d5c-0000-4000-8000-000000000002',
  customerSupport: '6e0a9d5c-0000-4000-8000-000000000003',
  sweden: '6e0a9d5c-0000-4000-8000-000000000004',
  nordic: '6e0a9d5c-0000-4000-8000-000000000005',
  stockholm: '6e0a9d5c-0000-4000-8000-000000000006',
  finland: '6e0a9d5c-0000-4000-8000-000000000007',
  approvers: '6e0a9d5c-0000-4000-8000-000000000008',
  council: '6e0a9d5c-0000-4000-8000-000000000009',
  picnic: '6e0a9d5c-0000-4000-8000-00000000000a',
  newsletter: '6e0a9d5c-0000-4000-8000-00000000000b',
  printers: '6e0a9d5c-0000-4000-8000-00000000000c',
  financeLeads: '6e0a9d5c-0000-4000-8000-00000000000d',
  shiftPlanners: '6e0a9d5c-0000-4000-8000-00000000000e',
  basicPilot: '6e0a9d5c-0000-4000-8000-00000000000f',
  vaultUsers: '6e0a9d5c-0000-4000-8000-000000000010',
  forecasters: '6e0a9d5c-0000-4000-8000-000000000011',
  empty: '6e0a9d5c-0000-4000-8000-000000000012',
  office: '6e0a9d5c-0000-4000-8000-000000000013',
} as const;

const isMember = (user: UserRow): boolean => user.userType === 'Member';
const worksIn = (department: string) => (user: UserRow) => user.department === department;

/** The named groups of every tenant; project teams are added by number. */
export const groupSeeds: readonly GroupSeed[] = [
  {
    id: groupIds.it,
    displayName: 'IT',
    description: 'Everyone who keeps the machines running',
    kind: 'security',
    includes: worksIn('IT'),
    atMost: 40,
  },
  {
    id: groupIds.fieldStaff,
    displayName: 'Field Staff',
    description: 'People who work outside an office',
    kind: 'security',
    includes: isMember,
    share: 0.42,
    skuIds: [productIds.learn],
  },
  {
    id: groupIds.customerSupport,
    displayName: 'Customer Support (all)',
    description: 'Filled by rule from the department',
    kind: 'dynamic',
    includes: worksIn('Customer Support'),
    membershipRule: '(user.department -eq "Customer Support")',
  },
  {
    id: groupIds.sweden,
    displayName: 'Everyone in Sweden',
    description: 'Filled by rule from the country',
    kind: 'dynamic',
    includes: (user) => user.country === 'Sweden',
    membershipRule: '(user.country -eq "Sweden")',
  },
  {
    id: groupIds.nordic,
    displayName: 'Nordic Offices',
    description: 'Holds the groups of the offices, and the regional leads',
    kind: 'security',
    includes: (user) => user.jobTitle === 'Site Manager' && user.country === 'Finland',
    atMost: 5,
    memberGroupIds: [groupIds.stockholm, groupIds.finland],
    skuIds: [productIds.expenses],
  },
  {
    id: groupIds.stockholm,
    displayName: 'Stockholm Office',
    description: 'Everyone at the head office',
    kind: 'security',
    includes: (user) => user.city === 'Stockholm',
  },
  {
    id: groupIds.finland,
    displayName: 'Jyväskylä Office',
    description: 'Everyone at the Finnish office',
    kind: 'security',
    includes: (user) => user.city === 'Jyväskylä',
  },
  {
    id: groupIds.approvers,
    displayName: 'Licensing Approvers',
    description: 'May hold directory roles',
    kind: 'security',
    includes: (user) => user.jobTitle === 'Identity Architect',
    atMost: 6,
    isAssignableToRole: true,
  },
  {
    id: groupIds.council,
    displayName: 'Product Council',
    description: 'A team that is also a security group',
    kind: 'microsoft-365',
    includes: worksIn('Engineering'),
    atMost: 15,
    skuIds: [productIds.sign],
  },
  {
    id: groupIds.picnic,
    displayName: 'Company Picnic',
    description: 'A team that is no security group',
    kind: 'microsoft-365-mail-only',
    includes: isMember,
    share: 0.05,
    atMost: 60,
  },
  {
    id: groupIds.newsletter,
    displayName: 'Newsletter readers',
    description: 'A distribution list',
    kind: 'distribution',
    includes: isMember,
    share: 0.2,
    atMost: 200,
  },
  {
    id: groupIds.printers,
    displayName: 'HQ Printers',
    description: 'Comes from the directory on the premises',
    kind: 'security',
    includes: worksIn('Logistics'),
    atMost: 30,
    onPremisesSyncEnabled: true,
  },
  {
    id: groupIds.financeLeads,
    displayName: 'Finance Leads',
    description: 'A security group with a mailbox',
    kind: 'mail-security',
    includes: (user) => user.jobTitle === 'Controller',
    atMost: 30,
  },
  {
    id: groupIds.shiftPlanners,
    displayName: 'Shift Planners',
    description: 'Waits for seats that are all taken',
    kind: 'security',
    includes: (user) => user.jobTitle === 'Shift Planner',
    atMost: 12,
    skuIds: [productIds.rota],
  },
  {
    id: groupIds.basicPilot,
    displayName: 'Oskavaro Pilot',
    description: 'Some of these people hold the suite already',
    kind: 'security',
    includes: worksIn('Marketing'),
    atMost: 24,
    skuIds: [productIds.basic],
  },
  {
    id: groupIds.vaultUsers,
    displayName: 'Vault Users',
    description: 'Works in several countries, one of them excluded',
    kind: 'security',
    includes: worksIn('Legal'),
    atMost: 40,
    skuIds: [productIds.vault],
  },
  {
    id: groupIds.forecasters,
    displayName: 'Forecasters',
    description: 'Has an add-on without what it needs',
    kind: 'security',
    includes: (user) => user.jobTitle === 'Payroll Specialist',
    atMost: 8,
    skuIds: [productIds.forecast],
  },
  {
    id: groupIds.empty,
    displayName: 'Future Hires',
    description: 'Nobody yet',
    kind: 'security',
  },
  {
    id: groupIds.office,
    displayName: 'Office Apps',
    description: 'Gives the office apps to most people',
    kind: 'dynamic',
    includes: (user) => isMember(user) && user.accountEnabled && user.department !== 'Logistics',
    membershipRule:
      '(user.accountEnabled -eq true) and (user.userType -eq "Member") and (user.department -ne "Logistics")',
    skuIds: [productIds.microsoft365E3],
  },
];
