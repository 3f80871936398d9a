import type { PoolOwner } from '../../../tenant/skuPools';
import type { Call } from '../../call';
import { ok } from '../../call';
import { contextOf } from '../../collection';
import type { Route } from '../../route';
import type { Allotment } from './allotments';
import { allotmentOfPool } from './allotments';
import type { CloudAssignment } from './assignments';
import { cloudItemAnswer } from './cloudAnswers';
import { resourceNotFound } from './cloudRefusals';
import type { CloudCollection, RouteBase } from './cloudRoutes';
import { cloudRoute, contextPath, readRoutes, rowOf } from './cloudRoutes';
import { allotmentType, ownerShape } from './cloudTypes';
import { patchAssignment, postAssignment, putReference, removeAssignment } from './cloudWrites';

/** Assignments at one address, and how they are written there. */
interface WritableAssignments {
  readonly collection: CloudCollection<CloudAssignment>;
  readonly write: RouteBase;
  /** Ends of a new assignment that the address says. */
  readonly ends: (call: Call) => { readonly allotment?: Allotment; readonly owner?: PoolOwner };
  /** Relations that can be read at an address of their own. */
  readonly relations: readonly ('allotment' | 'assignedTo')[];
}

/** The routes of assignments at one address: read, create, update, delete, and what they lead to. */
export function assignmentRoutes({ collection, write, ends, relations }: WritableAssignments): Route[] {
  const { path, base } = collection;
  const one = `${path}/{assignment}`;
  return [
    ...readRoutes(collection),
    cloudRoute('POST', path, write, (call) => postAssignment(call, ends(call))),
    cloudRoute('PATCH', one, write, (call) => patchAssignment(call, rowOf(call, collection))),
    cloudRoute('DELETE', one, write, (call) => removeAssignment(call, rowOf(call, collection))),
    ...(['allotment', 'assignedTo'] as const).map((end) =>
      cloudRoute('PUT', `${one}/${end}/$ref`, write, (call) =>
        putReference(call, rowOf(call, collection), end),
      ),
    ),
    ...relations.map((end) =>
      end === 'allotment'
        ? cloudRoute('GET', `${one}/allotment`, base, (call) => {
            const allotment = allotmentOfPool(call, rowOf(call, collection).poolKey);
            if (!allotment) throw resourceNotFound(call.parameters['assignment'] ?? '', 'allotmentId');
            return cloudItemAnswer(call, allotmentType, allotment, contextPath(call, `${one}/allotment`));
          })
        : assignedToRoute(one, base, (call) => rowOf(call, collection)),
    ),
  ];
}

/** The route of the object that something is given to. */
export function assignedToRoute(path: string, base: RouteBase, ownerOf: (call: Call) => PoolOwner): Route {
  return cloudRoute('GET', `${path}/assignedTo`, base, (call) => {
    const owner = ownerOf(call);
    const shape = ownerShape(call, owner, call.query.select);
    if (!shape) throw resourceNotFound(owner.ownerId, 'assignedToId');
    return ok({ '@odata.context': contextOf(call, 'directoryObjects', true), ...shape });
  });
}
