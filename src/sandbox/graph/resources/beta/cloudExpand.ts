import type { UserRow } from '../../../tenant/rows';
import type { Call } from '../../call';
import { hasScope } from '../../caller';
import { assignmentsOfOwner } from './assignments';
import { checkQuery, readExpansion, shapeOf } from './cloudQuery';
import { invalidExpansion, missingPermission } from './cloudRefusals';
import { cloudScopes } from './cloudScopes';
import { assignmentType } from './cloudTypes';

/** A request for people, with the part of `$expand` that cloud licensing answers taken out. */
interface CloudExpansion {
  readonly call: Call;
  /** Adds the assignments under the last part of the relation's name (design). */
  readonly addedTo: (user: UserRow) => Readonly<Record<string, unknown>>;
}

const relation = /^cloudLicensing\/assignments(?:\(|$)/i;

/**
 * Takes `cloudLicensing/assignments` out of the `$expand` of a request for people, which beta alone has. Throws GraphRefusal.
 * Inferred: that a list of people doesn't go on from their assignments, which the design text refuses as too deep.
 */
export function takeCloudExpansion(call: Call, isList: boolean): CloudExpansion {
  const asked = call.query.expand?.find((item) => relation.test(item));
  const isOpen = call.root.endsWith('/beta') && call.directory.settings.doors !== 'directory';
  if (asked === undefined || !isOpen) return { call, addedTo: () => ({}) };
  if (!hasScope(call.caller, [...cloudScopes.readUser.any, ...(cloudScopes.readUser.own ?? [])]))
    throw missingPermission();
  const { query } = readExpansion(asked);
  const [deeper] = query.expand;
  if (isList && deeper) throw invalidExpansion(['cloudLicensing', 'assignments', deeper.name]);
  checkQuery(assignmentType, query, ['assignments']);
  const others = call.query.expand?.filter((item) => item !== asked) ?? [];
  return {
    call: { ...call, query: { ...call.query, expand: others.length > 0 ? others : undefined } },
    addedTo: (user) => ({
      assignments: assignmentsOfOwner(call, { ownerKind: 'user', ownerId: user.id }).map((row) =>
        shapeOf(assignmentType, row, call, query),
      ),
    }),
  };
}
