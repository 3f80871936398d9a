import type { UnitRow } from './rows';

/** The administrative unit of the tenant, which `unit-admin` administers and is a member of. */
export const administrativeUnit: UnitRow = {
  id: '3f1a7c20-5b6d-4e8f-9a01-2b3c4d5e6f20',
  displayName: 'Sales',
  description: 'Everyone who works in Sales',
  department: 'Sales',
};

/** The directory roles that are activated in the tenant (Entra: built-in roles). */
export const roleDefinitions = [
  {
    id: '3f1a7c20-5b6d-4e8f-9a01-2b3c4d5e6f01',
    roleTemplateId: '62e90394-69f5-4237-9190-012177145e10',
    displayName: 'Global Administrator',
    description: 'Can manage everything in the directory and in the services that use it.',
  },
  {
    id: '3f1a7c20-5b6d-4e8f-9a01-2b3c4d5e6f02',
    roleTemplateId: '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
    displayName: 'License Administrator',
    description: 'Can manage product licenses of users and groups.',
  },
  {
    id: '3f1a7c20-5b6d-4e8f-9a01-2b3c4d5e6f03',
    roleTemplateId: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
    displayName: 'User Administrator',
    description: 'Can manage users and groups in most ways.',
  },
  {
    id: '3f1a7c20-5b6d-4e8f-9a01-2b3c4d5e6f04',
    roleTemplateId: 'fdd7a751-b60b-444a-984c-02652fe8fa1c',
    displayName: 'Groups Administrator',
    description: 'Can manage groups and their settings.',
  },
  {
    id: '3f1a7c20-5b6d-4e8f-9a01-2b3c4d5e6f05',
    roleTemplateId: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
    displayName: 'Global Reader',
    description: 'Can read what a Global Administrator can, and change nothing.',
  },
] as const;
