import { GraphRefusal } from '../../graphRefusal';

/** The inner codes by which the cloud licensing API says what is wrong (Graph beta, its design text). */
export type CloudErrorCode =
  | 'noAvailableLicenses'
  | 'mutuallyExclusiveServicePlans'
  | 'invalidUsageLocation'
  | 'notFound'
  | 'requiredFieldOrParameterMissing'
  /** Inferred, as the ones below. */
  | 'dependencyViolation'
  | 'assignmentAlreadyExists'
  | 'allotmentNotAssignable'
  | 'invalidServicePlan'
  | 'other';

/** 400 whose inner error says what is wrong; inferred: the sentences. */
export function cloudRefusal(code: CloudErrorCode, message: string): GraphRefusal {
  return new GraphRefusal(400, 'badRequest', message, { innerError: { code } });
}

/** 403 that names what is missing. */
export function missingPermission(permissions: readonly string[]): GraphRefusal {
  return new GraphRefusal(403, 'forbidden', 'The caller lacks a permission that the request needs.', {
    innerError: { code: 'missingRequiredPermission', allotmentPermissions: permissions.join(',') },
  });
}

/** 404 for an address of nothing; inferred: the outer code. */
export function nothingThere(what: string): GraphRefusal {
  return new GraphRefusal(404, 'notFound', `${what} was not found.`, { innerError: { code: 'notFound' } });
}

const known: readonly (readonly [RegExp, CloudErrorCode])[] = [
  [/any available licenses/, 'noAvailableLicenses'],
  [/invalid usage location/, 'invalidUsageLocation'],
  [/mutually exclusive/, 'mutuallyExclusiveServicePlans'],
  [/depends on the service plan/, 'dependencyViolation'],
];

/** Runs a change by the rules of v1.0 and gives its refusals inner codes. Throws GraphRefusal. */
export function withInnerCodes<Result>(change: () => Result): Result {
  try {
    return change();
  } catch (thrown) {
    if (!(thrown instanceof GraphRefusal)) throw thrown;
    if (thrown.status === 403) throw missingPermission(writePermissions);
    if (thrown.status !== 400) throw thrown;
    throw cloudRefusal(known.find(([shape]) => shape.test(thrown.message))?.[1] ?? 'other', thrown.message);
  }
}

const writePermissions = ['microsoft.directory/cloudLicensing/assignments/allProperties/allTasks'];
