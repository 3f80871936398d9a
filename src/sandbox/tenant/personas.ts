// cspell:disable -- names of people, places and products that do not exist
import { tenantFacts } from './tenantFacts';

/** The accounts that the host page can sign in. */
export type PersonaKey =
  | 'global-admin'
  | 'license-admin'
  | 'user-admin'
  | 'groups-admin'
  | 'global-reader'
  | 'member'
  | 'guest'
  | 'unit-admin'
  | 'custom-admin'
  | 'eligible-admin';

/** A role that does not show among a person's directory roles. */
type UnlistedRole =
  /** A built-in role over the tenant's administrative unit alone. */
  | { readonly kind: 'over-unit'; readonly roleTemplateId: string }
  /** A custom role that covers the licenses of users, and nothing else. */
  | { readonly kind: 'custom' }
  /** A built-in role that the account would have to activate first. */
  | { readonly kind: 'eligible'; readonly roleTemplateId: string };

/** A fixed account of every tenant. */
export interface Persona {
  key: PersonaKey;
  userId: string;
  displayName: string;
  userPrincipalName: string;
  /** Templates of the directory roles that the account holds over the whole tenant. */
  roleTemplateIds: readonly string[];
  unlistedRole?: UnlistedRole;
}

const licenseAdministrator = '4d6ac14f-3453-41d0-bef9-a3e0c569773a';
const at = (name: string): string => `${name}@${tenantFacts.defaultDomain}`;

/** The accounts that every tenant has, under ids that never change. */
export const personas: readonly Persona[] = [
  {
    key: 'global-admin',
    userId: '0a11ce00-0000-4000-8000-000000000001',
    displayName: 'Greta Almström',
    userPrincipalName: at('greta.almstrom'),
    roleTemplateIds: ['62e90394-69f5-4237-9190-012177145e10'],
  },
  {
    key: 'license-admin',
    userId: '0a11ce00-0000-4000-8000-000000000002',
    displayName: 'Linus Hägg',
    userPrincipalName: at('linus.hagg'),
    roleTemplateIds: [licenseAdministrator],
  },
  {
    key: 'user-admin',
    userId: '0a11ce00-0000-4000-8000-000000000003',
    displayName: 'Ụzọma Nwachukwu',
    userPrincipalName: at('uzoma.nwachukwu'),
    roleTemplateIds: ['fe930be7-5e62-47db-91af-98c3a49a38b1'],
  },
  {
    key: 'groups-admin',
    userId: '0a11ce00-0000-4000-8000-000000000004',
    displayName: 'Gaëlle Prévost',
    userPrincipalName: at('gaelle.prevost'),
    roleTemplateIds: ['fdd7a751-b60b-444a-984c-02652fe8fa1c'],
  },
  {
    key: 'global-reader',
    userId: '0a11ce00-0000-4000-8000-000000000005',
    displayName: 'Rafał Źrebiec',
    userPrincipalName: at('rafal.zrebiec'),
    roleTemplateIds: ['f2ef992c-3afb-46b9-b7cf-a126ee74c451'],
  },
  {
    key: 'member',
    userId: '0a11ce00-0000-4000-8000-000000000006',
    displayName: 'Meera Raghunathan',
    userPrincipalName: at('meera.raghunathan'),
    roleTemplateIds: [],
  },
  {
    key: 'guest',
    userId: '0a11ce00-0000-4000-8000-000000000007',
    displayName: 'Unai Quiñones',
    userPrincipalName: at('unai.quinones_lumbervane.example#EXT#'),
    roleTemplateIds: [],
  },
  {
    key: 'unit-admin',
    userId: '0a11ce00-0000-4000-8000-000000000008',
    displayName: 'Ingrid Ravnskov',
    userPrincipalName: at('ingrid.ravnskov'),
    roleTemplateIds: [],
    unlistedRole: { kind: 'over-unit', roleTemplateId: licenseAdministrator },
  },
  {
    key: 'custom-admin',
    userId: '0a11ce00-0000-4000-8000-000000000009',
    displayName: 'Cato Vallgren',
    userPrincipalName: at('cato.vallgren'),
    roleTemplateIds: [],
    unlistedRole: { kind: 'custom' },
  },
  {
    key: 'eligible-admin',
    userId: '0a11ce00-0000-4000-8000-00000000000a',
    displayName: 'Elin Brandvold',
    userPrincipalName: at('elin.brandvold'),
    roleTemplateIds: [],
    unlistedRole: { kind: 'eligible', roleTemplateId: licenseAdministrator },
  },
];
