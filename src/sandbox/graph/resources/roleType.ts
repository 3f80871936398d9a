import type { AdministrativeUnit, DirectoryRole } from '@microsoft/microsoft-graph-types';
import type { Tenant } from '../../tenant/tenant';
import type { RoleRow, UnitRow } from '../../tenant/rows';
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

const unitReaders = {
  id: (unit: UnitRow) => unit.id,
  deletedDateTime: () => null,
  description: (unit: UnitRow) => unit.description,
  displayName: (unit: UnitRow) => unit.displayName,
  visibility: () => null,
} satisfies ShapeReaders<AdministrativeUnit, UnitRow, Tenant>;

/** Administrative units, as memberships show them. Inferred: what can be filtered. */
export const unitType: EntityType<UnitRow, Tenant> = {
  typeName: 'microsoft.graph.administrativeUnit',
  readers: unitReaders,
  defaults: Object.keys(unitReaders),
  neverReturned: [],
  notInLists: [],
  filters: {
    resource: 'AdministrativeUnit',
    typeName: 'microsoft.graph.administrativeUnit',
    rules: { displayName: { always: ['eq', 'startsWith'], advanced: [] } },
    isProperty: (name) => name in unitReaders,
  },
  searchable: ['displayName', 'description'],
  sortable: [],
};
