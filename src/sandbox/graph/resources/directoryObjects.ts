import type { Tenant } from '../../tenant/tenant';
import type { GroupRow, RoleRow, UnitRow, UserRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { hasScope } from '../caller';
import { countAnswer, listAnswer, pageAnswer, queryContextOf } from '../collection';
import { badRequest, unserved, unsupportedQuery } from '../graphRefusal';
import type { EntityType } from '../odata/entityType';
import { countRows, listPage } from '../odata/listPage';
import { project, propertyNamed } from '../odata/project';
import type { RowList } from '../odata/rowList';
import { scopeRules } from '../scopes';
import { groupType } from './groupType';
import { roleType, unitType } from './roleType';
import { visibleUserNames } from './visibleUserNames';
import { userType } from './userType';

/** A thing of the directory, with the kind that says which. */
export type DirectoryObject =
  | { readonly kind: 'user'; readonly row: UserRow }
  | { readonly kind: 'group'; readonly row: GroupRow }
  | { readonly kind: 'role'; readonly row: RoleRow }
  | { readonly kind: 'unit'; readonly row: UnitRow };

const kinds: Readonly<Record<string, DirectoryObject['kind']>> = {
  'microsoft.graph.user': 'user',
  'microsoft.graph.group': 'group',
  'microsoft.graph.directoryrole': 'role',
  'microsoft.graph.administrativeunit': 'unit',
};

const entityTypes = { user: userType, group: groupType, role: roleType, unit: unitType } as const;
const entitySets = {
  user: 'users',
  group: 'groups',
  role: 'directoryRoles',
  unit: 'directory/administrativeUnits',
} as const;

/** Readers shared by all kinds, for queries over a mixed list. */
const mixedType: EntityType<DirectoryObject, Tenant> = {
  typeName: 'microsoft.graph.directoryObject',
  readers: {
    id: ({ row }) => row.id,
    displayName: ({ row }) => row.displayName,
    description: (object) => (object.kind === 'user' ? null : object.row.description),
    mail: (object) => (object.kind === 'role' || object.kind === 'unit' ? null : object.row.mail),
  },
  defaults: [],
  neverReturned: [],
  notInLists: [],
  filters: {
    resource: 'DirectoryObject',
    typeName: 'microsoft.graph.directoryObject',
    rules: {
      id: { always: [], advanced: ['eq', 'in'] },
      displayName: { always: [], advanced: ['eq', 'in', 'startsWith'] },
      mail: { always: [], advanced: ['eq', 'in', 'startsWith'] },
    },
    isProperty: (name) => ['id', 'displayName', 'description', 'mail'].includes(name),
  },
  searchable: ['displayName', 'description'],
  sortable: ['displayName'],
};

/** Answers a list of directory objects of several kinds. Throws GraphRefusal for what Graph refuses. */
export function mixedListAnswer(call: Call, objects: RowList<DirectoryObject>): Answer {
  const page = listPage(objects, mixedType, call.query, queryContextOf(call));
  return pageAnswer(call, page, 'directoryObjects', (object) => typedObject(call, object));
}

/** Answers the number of directory objects. Throws GraphRefusal without `ConsistencyLevel: eventual`. */
export function mixedCountAnswer(call: Call, objects: RowList<DirectoryObject>): Answer {
  return { status: 200, text: String(countRows(objects, mixedType, call.query, queryContextOf(call))) };
}

/**
 * Answers those of one kind (an OData cast), as a list or, with `isCount`, as their number.
 * Throws GraphRefusal for an unknown kind, and without the advanced pair.
 */
export function castAnswer(
  call: Call,
  objects: RowList<DirectoryObject>,
  cast: string,
  isCount = false,
): Answer {
  // Graph's namespace has an alias of its own: `graph.group`.
  const kind = kinds[cast.toLowerCase().replace(/^graph\./, 'microsoft.graph.')];
  if (kind === undefined) throw unserved(400, 'BadRequest', `Resource not found for the segment '${cast}'.`);
  // Observed: the cast to directoryRole works in plain queries too. Inferred: the text for the others.
  if (kind !== 'role' && !isCount && !(call.isEventual && call.query.count))
    throw unsupportedQuery(
      'The specified cast is not supported in a plain query. Add $count=true and ConsistencyLevel:eventual.',
    );
  switch (kind) {
    case 'user':
      return typedAnswer(call, ofKind(objects, 'user'), userType, kind, isCount);
    case 'group':
      return typedAnswer(call, ofKind(objects, 'group'), groupType, kind, isCount);
    case 'role':
      return typedAnswer(call, ofKind(objects, 'role'), roleType, kind, isCount);
    case 'unit':
      return typedAnswer(call, ofKind(objects, 'unit'), unitType, kind, isCount);
  }
}

type RowOf<Kind extends DirectoryObject['kind']> = Extract<DirectoryObject, { kind: Kind }>['row'];

/** The same places, with nothing in those of other kinds. */
function ofKind<Kind extends DirectoryObject['kind']>(
  objects: RowList<DirectoryObject>,
  kind: Kind,
): RowList<RowOf<Kind>> {
  return {
    length: objects.length,
    at: (place) => {
      const object = objects.at(place);
      return object?.kind === kind ? (object.row as RowOf<Kind>) : undefined;
    },
  };
}

function typedAnswer<Row extends object>(
  call: Call,
  rows: RowList<Row>,
  type: EntityType<Row, Tenant>,
  kind: DirectoryObject['kind'],
  isCount: boolean,
): Answer {
  if (isCount) return countAnswer(call, rows, type);
  return listAnswer(call, rows, type, entitySets[kind], (names) => visibleNames(call, kind, names));
}

/** A thing of the directory with its type, as lists of several kinds write it. */
export function typedObject(call: Call, object: DirectoryObject): Record<string, unknown> {
  return { '@odata.type': `#${entityTypes[object.kind].typeName}`, ...writeObject(call, object) };
}

function writeObject(call: Call, object: DirectoryObject): Record<string, unknown> {
  switch (object.kind) {
    case 'user':
      return writeRow(call, object.row, userType, 'user');
    case 'group':
      return writeRow(call, object.row, groupType, 'group');
    case 'role':
      return writeRow(call, object.row, roleType, 'role');
    case 'unit':
      return writeRow(call, object.row, unitType, 'unit');
  }
}

/** In a mixed list a selected property that one kind lacks is left out there, unless no kind has it. */
function writeRow<Row>(
  call: Call,
  row: Row,
  type: EntityType<Row, Tenant>,
  kind: DirectoryObject['kind'],
): Record<string, unknown> {
  const asked = call.query.select?.flatMap((name) => {
    const found = propertyNamed(type, name);
    if (found !== undefined) return type.neverReturned.includes(found) ? [] : [found];
    if (Object.values(entityTypes).some((other) => propertyNamed(other as EntityType<unknown, Tenant>, name)))
      return [];
    throw badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.directoryObject'.`);
  });
  return project(type, row, visibleNames(call, kind, asked ?? type.defaults), call.tenant);
}

/**
 * Graph, limited information: an object of a type that the app may not read has its id alone. Graph returns null for
 * the other properties; the emulator leaves them out.
 */
function visibleNames(
  call: Call,
  kind: DirectoryObject['kind'],
  names: readonly string[],
): readonly string[] {
  const idOnly = names.filter((name) => name === 'id');
  if (kind === 'user')
    return hasScope(call.caller, scopeRules.listUsers.any) ? visibleUserNames(call, names) : idOnly;
  if (kind === 'group') return hasScope(call.caller, scopeRules.listGroups.any) ? names : idOnly;
  if (kind === 'unit') return hasScope(call.caller, scopeRules.readUnits.any) ? names : idOnly;
  // Inferred: the person's own roles are readable with any scope that reads memberships.
  return names;
}
