import { GraphRefusal } from '../../graphRefusal';
import type { RouteRefusals } from '../../route';

/*
 * The refusals of cloud licensing, each with status, code, message, target and inner error as Microsoft's design text has
 * them. What it does not have is marked "inferred".
 */

const malformed = 'Cannot process the request because it is malformed or incorrect.';

interface Details {
  readonly target?: 'body' | 'query';
  readonly propertyName?: string;
  readonly ids?: readonly string[];
}

function bad(message: string, code: string, { target, ...more }: Details = {}): GraphRefusal {
  return new GraphRefusal(400, 'badRequest', message, { target, innerError: { code, ...more } });
}

/** No seat is left in the pool. */
export const noAvailableLicenses = (): GraphRefusal =>
  bad('There are no available licenses for the specified allotment', 'noAvailableLicenses');

/** Two plans that must not be on together. */
const exclusivePlans = (ids: readonly string[]): GraphRefusal =>
  bad(
    `License assignment failed because service plans ${ids.join(',')} are mutually exclusive`,
    'mutuallyExclusiveServicePlans',
    { ids },
  );

/** The person has no usage location, or one where a plan must not be used. */
const invalidUsageLocation = (): GraphRefusal =>
  bad(
    'Cannot process request because a referenced item has an invalid usage location.',
    'invalidUsageLocation',
    { target: 'query' },
  );

/** The body names an object that is not there. */
export const referenceNotFound = (propertyName: 'allotment' | 'assignedTo'): GraphRefusal =>
  bad('Cannot process request because a referenced item was not found.', 'notFound', {
    target: 'body',
    propertyName,
  });

/** The body lacks a property. */
export const fieldMissing = (
  propertyName: 'allotment' | 'assignedTo' | 'disabledServicePlanIds',
): GraphRefusal => bad(malformed, 'requiredFieldOrParameterMissing', { target: 'body', propertyName });

/** The body switches off a plan that the allotment does not have; `place` is that of the first one. */
export const strangePlan = (place: number): GraphRefusal =>
  bad(
    'Cannot process request because a referenced item does not exist or is not associated with the request.',
    'notFound',
    { target: 'body', propertyName: `disabledServicePlanIds[${place}]` },
  );

/** The allotment cannot be given to objects of this kind. */
export const invalidAssigneeType = (): GraphRefusal =>
  bad(
    'Cannot process the request because the allotment does not support assignee type.',
    'invalidAssigneeType',
    { propertyName: 'assignedTo' },
  );

/** A change of what cannot be changed. */
export const immutableProperty = (propertyName: 'allotment' | 'assignedTo'): GraphRefusal =>
  bad('Cannot process the request because an immutable property was modified.', 'immutablePropertyModified', {
    propertyName,
  });

/** A filter on a property that cannot be filtered. */
export const invalidFilter = (propertyName: string): GraphRefusal =>
  bad(malformed, 'invalidFilter', { target: 'query', propertyName });

/** A relation that is not there, or too deep. Inferred: that the name ends in `id`, as both samples do. */
export const invalidExpansion = (path: readonly string[]): GraphRefusal =>
  bad(malformed, 'invalidExpansion', { target: 'query', propertyName: [...path, 'id'].join('.') });

/** Any other query that is not served. */
export const invalidQuery = (): GraphRefusal => bad(malformed, 'invalidQuery', { target: 'query' });

/** Inferred: the sentence. No inner code is published for a second assignment of the same pool, so there is none. */
export const assignedAlready = (): GraphRefusal =>
  new GraphRefusal(400, 'badRequest', 'The allotment is assigned to the referenced item already.');

/** The caller may do nothing with the allotment, by permission of the app or by role. */
export const missingPermission = (): GraphRefusal =>
  new GraphRefusal(
    403,
    'forbidden',
    'Cannot process request because the user does not have required permissions for referenced allotment.',
    { innerError: { code: 'missingRequiredPermission' } },
  );

/** The caller may give the allotment, but not to this object. */
export const noPermissionToAssign = (): GraphRefusal =>
  new GraphRefusal(
    403,
    'forbidden',
    'Cannot process request because the user does not have required permissions to assign to allotment.',
    { innerError: { code: 'allotmentPermissions' } },
  );

/** Nothing is at the address. */
export const resourceNotFound = (id: string, propertyName: string): GraphRefusal =>
  new GraphRefusal(404, 'notFound', `Resource '${id}' not found`, {
    innerError: { code: 'resourceNotFound', propertyName },
  });

function methodNotAllowed(method: string, segments: readonly string[]): GraphRefusal {
  // Inferred: the sentence for other methods than DELETE is that of the directory.
  const message =
    method === 'DELETE'
      ? `Resource '${segments.at(-1) ?? ''}' does not support deletion`
      : 'Specified HTTP method is not allowed for the request target.';
  return new GraphRefusal(405, 'methodNotAllowed', message, { innerError: {} });
}

/** Refusals before a request reaches cloud licensing. */
export const cloudRefusals: RouteRefusals = {
  // Inferred: a cloud without it does not know the segment, as with everything that it does not have.
  whereClosed: ({ doors }) =>
    doors === 'directory'
      ? new GraphRefusal(400, 'BadRequest', "Resource not found for the segment 'cloudLicensing'.")
      : undefined,
  ofQuery: () => invalidQuery(),
  ofMethod: methodNotAllowed,
};

const exclusive = /service plans ([0-9a-f-]{36}),([0-9a-f-]{36}) are mutually exclusive/i;

/**
 * Runs a change by the directory's rules and words its refusals as cloud licensing does. Throws GraphRefusal. Inferred: that a
 * missing prerequisite keeps the directory's sentence and has no inner code.
 */
export function inCloudWords<Result>(change: () => Result): Result {
  try {
    return change();
  } catch (thrown) {
    if (!(thrown instanceof GraphRefusal)) throw thrown;
    if (thrown.status === 403) throw noPermissionToAssign();
    if (thrown.status !== 400) throw thrown;
    if (/any available licenses/.test(thrown.message)) throw noAvailableLicenses();
    if (/invalid usage location/.test(thrown.message)) throw invalidUsageLocation();
    const [, one, other] = exclusive.exec(thrown.message) ?? [];
    if (one !== undefined && other !== undefined) throw exclusivePlans([one, other]);
    throw new GraphRefusal(400, 'badRequest', thrown.message);
  }
}

/** A refusal for too many requests as cloud licensing words it. */
export function cloudThrottled({ extras }: GraphRefusal): GraphRefusal {
  const seconds = Number(extras.headers?.['Retry-After']);
  const retryAfter = Number.isFinite(seconds) ? { retryAfterSeconds: seconds } : {};
  return new GraphRefusal(429, 'tooManyRequests', 'Please retry again later.', {
    headers: extras.headers,
    innerError: { code: 'tooManyRequests', ...retryAfter },
  });
}
