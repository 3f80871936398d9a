import { administrativeUnit } from '../tenant/roles';
import type { UserRow } from '../tenant/rows';
import type { Caller } from './caller';

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const licenseAdministrator = '4d6ac14f-3453-41d0-bef9-a3e0c569773a';
const userAdministrator = 'fe930be7-5e62-47db-91af-98c3a49a38b1';
const directoryWriters = '9360feb5-f418-4baa-8175-e2a00bac4301';
const groupsAdministrator = 'fdd7a751-b60b-444a-984c-02652fe8fa1c';
const privilegedRoleAdministrator = 'e8611ab8-c189-46e8-94e1-60213ab1f814';
const applicationAdministrator = '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3';
const cloudApplicationAdministrator = '158c047a-c907-4556-b7ef-447551a6b5f7';
const globalReader = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
const reportsReader = '4a5d8f65-41da-4de4-8968-e035b65339cf';
const securityReader = '5d6b6bb7-de71-4623-b4af-96380a352509';
const securityAdministrator = '194ae4cb-b126-40b2-bd5b-6091b380977d';
const securityOperator = '5f2222b1-57c3-48ba-8ad5-d4759f1fde6f';
const partnerTier1 = '4ba39ca4-527c-499a-b93d-d9b492c50246';
const partnerTier2 = 'e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8';

/** Actions that need a directory role. */
type RoleAction =
  | 'assign-to-user'
  | 'assign-to-group'
  | 'assign-to-role-assignable-group'
  | 'reprocess-user'
  | 'set-usage-location'
  | 'manage-groups'
  | 'manage-role-assignable-group'
  | 'delete-user'
  | 'restore-user'
  | 'delete-admin'
  | 'read-audits'
  | 'manage-apps';

/** Roles that may do each action (Entra: permissions of the built-in roles). */
const rolesFor: Readonly<Record<RoleAction, readonly string[]>> = {
  'assign-to-user': [
    globalAdministrator,
    licenseAdministrator,
    userAdministrator,
    directoryWriters,
    partnerTier1,
    partnerTier2,
  ],
  'assign-to-group': [
    globalAdministrator,
    licenseAdministrator,
    userAdministrator,
    directoryWriters,
    groupsAdministrator,
  ],
  'read-audits': [
    globalAdministrator,
    globalReader,
    reportsReader,
    securityReader,
    securityAdministrator,
    securityOperator,
  ],
  // The tenant doesn't let other people register apps (Entra: default user permissions).
  'manage-apps': [globalAdministrator, applicationAdministrator, cloudApplicationAdministrator],
  'assign-to-role-assignable-group': [globalAdministrator, privilegedRoleAdministrator],
  'reprocess-user': [globalAdministrator, licenseAdministrator, userAdministrator, directoryWriters],
  'manage-groups': [globalAdministrator, userAdministrator, groupsAdministrator, directoryWriters],
  'manage-role-assignable-group': [globalAdministrator, privilegedRoleAdministrator],
  'delete-user': [globalAdministrator, userAdministrator],
  'restore-user': [globalAdministrator, userAdministrator],
  'delete-admin': [globalAdministrator],
  'set-usage-location': [globalAdministrator, licenseAdministrator, userAdministrator],
};

/** Actions that the custom role of the tenant covers (Entra: microsoft.directory/users/assignLicense). */
const customActions: readonly RoleAction[] = ['assign-to-user'];

/**
 * Checks whether a role of the caller allows the action. `user` is the person that it concerns, whom a role over an administrative
 * unit covers only as a member of that unit (Entra: administrative units); an eligible role allows nothing until it is activated.
 */
export function mayDo(caller: Caller, action: RoleAction, user?: UserRow): boolean {
  if (rolesFor[action].some((role) => caller.roleTemplateIds.has(role))) return true;
  const { unlistedRole } = caller;
  switch (unlistedRole?.kind) {
    case 'over-unit':
      return rolesFor[action].includes(unlistedRole.roleTemplateId) && isInUnit(user);
    case 'custom':
      return customActions.includes(action);
    default:
      return false;
  }
}

const isInUnit = (user: UserRow | undefined): boolean => user?.department === administrativeUnit.department;
