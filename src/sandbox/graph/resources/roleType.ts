import type { DirectoryRole } from '@microsoft/microsoft-graph-types';
import type { Tenant } from '../../tenant/tenant';
import type { RoleRow } from '../../tenant/rows';
import type { EntityType } from '../odata/entityType';
import type { ShapeReaders } from '../odata/shapeReaders';

const readers = {
  id: (role: RoleRow) => role.id,
  deletedDateTime: () => null,
  description: (role: RoleRow) => role.description,
  displayName: (role: RoleRow) => role.displayName,
  roleTemplateId: (role: RoleRow) => role.roleTemplateId,
} satisfies ShapeReaders<DirectoryRole, RoleRow, Tenant>;

/** Activated directory roles, as the directoryRole resource of Graph v1.0 shows them. */
export const roleType: EntityType<RoleRow, Tenant> = {
  typeName: 'microsoft.graph.directoryRole',
  readers,
  defaults: Object.keys(readers),
  neverReturned: [],
  notInLists: [],
  filters: {
    resource: 'DirectoryRole',
    typeName: 'microsoft.graph.directoryRole',
    rules: {
      displayName: { always: [], advanced: ['eq', 'in', 'startsWith'] },
      roleTemplateId: { always: ['eq'], advanced: [] },
    },
    isProperty: (name) => name in readers,
  },
  searchable: ['displayName', 'description'],
  sortable: [],
};
