import type { Scope } from '../src/base/scope';

/** The application id of Microsoft Graph in every tenant. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';

/** Permissions that are asked for only where a tenant has what needs them or by a click, so the registration leaves them out. */
type OptionalScope = 'Directory.Read.All' | 'AuditLog.Read.All';

/** The id of each delegated permission that the registration names (Graph: permissions reference). */
export const permissionIds: Readonly<Record<Exclude<Scope, OptionalScope>, string>> = {
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'User.Read.All': 'a154be20-db9c-4678-8ab7-66f6cc099a59',
  'User.ReadWrite.All': '204e0828-b5ca-4ad8-b9f3-f32a958e7cc4',
  'GroupMember.Read.All': 'bc024368-1153-4739-b217-4326f2e966d0',
  'LicenseAssignment.Read.All': 'f395577a-0960-456b-979f-7228de0c5996',
  'LicenseAssignment.ReadWrite.All': 'f55016cc-149c-447e-8f21-7cf3ec1d6350',
  'GroupMember.ReadWrite.All': 'f81125ac-d3b7-4573-a3b2-7099cc39df9e',
  'Group.ReadWrite.All': '4e46008b-f24c-477d-8fff-7bb4ec7aafe0',
};
