import { isGuid } from '../../../base/ids';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { contextOf } from '../collection';
import { badRequest, notFound } from '../graphRefusal';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import type { DirectoryObject } from './directoryObjects';
import { typedObject } from './directoryObjects';
import { objectOf } from './memberList';

const maxIds = 1_000;

/** Inferred: which properties are left where none are selected; documented: that it is fewer than elsewhere. */
const reducedNames = ['id', 'displayName', 'mail', 'userPrincipalName', 'description', 'roleTemplateId'];

/** Graph, directoryObject getByIds: unknown ids are simply missing. Inferred: the sentences of the refusals. */
function getByIds(call: Call): Answer {
  const { ids, types } = (call.body ?? {}) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(ids))
    throw badRequest(
      "One or more parameters of the operation 'getByIds' are missing from the request payload. The missing parameters are: ids.",
    );
  if (ids.length > maxIds) throw badRequest(`At most ${maxIds} ids can be asked for in one request.`);
  if (!ids.every((id) => typeof id === 'string' && isGuid(id)))
    throw badRequest('Invalid object identifier.');
  const wanted = Array.isArray(types) ? types.map((type) => String(type).toLowerCase()) : undefined;
  const found = [...new Set(ids.map((id) => String(id).toLowerCase()))].flatMap((id) => {
    const object = objectIn(call, id);
    return object && isWanted(object, wanted) ? [object] : [];
  });
  return ok({
    '@odata.context': contextOf(call, 'directoryObjects'),
    value: found.map((object) => (call.query.select ? typedObject(call, object) : reduced(call, object))),
  });
}

function objectIn(call: Call, id: string): DirectoryObject | undefined {
  const role = call.tenant.roles.find((row) => row.id === id);
  const unit = call.tenant.units.find((row) => row.id === id);
  if (unit) return { kind: 'unit', row: unit };
  return role ? { kind: 'role', row: role } : objectOf(id, call.tenant);
}

const typeNames = {
  user: 'user',
  group: 'group',
  role: 'directoryrole',
  unit: 'administrativeunit',
} as const;

function isWanted({ kind }: DirectoryObject, types: readonly string[] | undefined): boolean {
  return !types || types.includes('directoryobject') || types.includes(typeNames[kind]);
}

/** Graph, known issues: without `$select` only some of the properties come back. */
function reduced(call: Call, object: DirectoryObject): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(typedObject(call, object)).filter(
      ([name]) => name === '@odata.type' || reducedNames.includes(name),
    ),
  );
}

/** Graph, get directoryObject: a person, group, role or administrative unit by id, with its type. */
function getObject(call: Call): Answer {
  const id = call.parameters['object'] ?? '';
  const object = objectIn(call, id.toLowerCase());
  if (!object || !isGuid(id)) throw notFound(id);
  return ok({ '@odata.context': contextOf(call, 'directoryObjects', true), ...typedObject(call, object) });
}

/** Graph: directoryObject get, getByIds. */
export const getByIdsRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/directoryObjects/getByIds',
    scopes: scopeRules.getByIds,
    cost: 5,
    isRead: true,
    handle: getByIds,
  },
  {
    method: 'GET',
    path: '/directoryObjects/{object}',
    scopes: scopeRules.getByIds,
    cost: 1,
    handle: getObject,
  },
];
