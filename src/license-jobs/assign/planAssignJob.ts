import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { Outcome } from '../../base/outcome';
import { groupsOf } from '../../licensing/changes/groupsOf';
import type { PreflightFinding, PreflightLine } from '../../licensing/preflight/preflight';
import { isSent } from '../../licensing/preflight/preflight';
import type { AssignableProduct } from '../../licensing/product';
import type { LicensingCode } from '../../licensing/types';
import {
  operationNames,
  toJobProduct,
  toPlannedItem,
  type LicenseJobPlan,
  type LicenseJobSubject,
  type PlannedLicenseItem,
} from '../licenseJob';
import type { AssignmentMethod } from './assignmentMethod';

/** Choices of the admin besides the list. */
export interface AssignOptions {
  /** Apps that are off, by product key; a missing product has none off. */
  readonly disabledPlanIds: Readonly<Record<string, readonly string[]>>;
  readonly method: AssignmentMethod;
  /** Pauses the job when no seat is left; the lines without a seat then wait for one instead of failing. */
  readonly stopsWithoutSeats: boolean;
}

/**
 * Plans the job that assigns products to a list, all products in one change a line. Every line is in it; those that are
 * not sent have their outcome from the start, so that the report names everyone.
 */
export function* planAssignJob(
  chosen: readonly AssignableProduct[],
  lines: readonly PreflightLine[],
  { disabledPlanIds, method, stopsWithoutSeats }: AssignOptions,
): Steps<LicenseJobPlan> {
  const products = chosen.map(toJobProduct);
  const add = products.map(({ product, pool }) => ({
    product,
    pool,
    disabledPlanIds: disabledPlanIds[product] ?? [],
  }));
  const items: PlannedLicenseItem[] = [];
  yield* forEachInSteps(lines, (line) => {
    const outcome = isSent(line) ? undefined : outcomeOf(line.findings);
    // A job that pauses without seats lets those without one wait.
    const isWaiting = stopsWithoutSeats && method.kind === 'direct' && isNoSeat(outcome);
    items.push(toPlannedItem(line.principal, { add, remove: [] }, isWaiting ? undefined : outcome));
  });
  if (method.kind === 'direct') {
    return {
      operation: operationNames.changeLicenses,
      subject: { kind: 'assign', products, ...(stopsWithoutSeats ? { stopsWithoutSeats } : {}) },
      items,
    };
  }
  return {
    operation: operationNames.throughGroup,
    // This method is available with one product only.
    subject: {
      kind: 'through-group',
      products,
      group: groupOf(method),
      disabledPlanIds: add.flatMap((each) => each.disabledPlanIds),
    },
    items,
  };
}

function isNoSeat(outcome: Outcome<LicensingCode> | undefined): boolean {
  return outcome?.kind === 'failed' && outcome.reason === 'no-licenses-available';
}

function groupOf(method: Exclude<AssignmentMethod, { kind: 'direct' }>): LicenseJobSubject['group'] {
  if (method.kind === 'new-group') return { name: method.name.trim() };
  return method.group && { id: method.group.id, name: method.group.displayName };
}

const outcomes: Readonly<Partial<Record<PreflightFinding['kind'], Outcome<LicensingCode>>>> = {
  'has-already': { kind: 'skipped', reason: 'no-change' },
  'has-through-group': { kind: 'skipped', reason: 'inherited-from-group' },
  'not-permitted': { kind: 'failed', reason: 'not-permitted' },
  'role-assignable-group': { kind: 'failed', reason: 'not-permitted' },
  'group-not-licensable': { kind: 'failed', reason: 'group-not-licensable' },
  'only-for-people': { kind: 'failed', reason: 'assignee-not-supported' },
  'only-for-groups': { kind: 'failed', reason: 'assignee-not-supported' },
  unreadable: { kind: 'failed', reason: 'unreadable' },
  'usage-location-missing': { kind: 'failed', reason: 'usage-location' },
  'no-seat-left': { kind: 'failed', reason: 'no-licenses-available' },
};

/** The outcome of the first finding that has one; findings are ordered by weight. */
function outcomeOf(findings: readonly PreflightFinding[]): Outcome<LicensingCode> {
  for (const finding of findings) {
    const outcome = outcomes[finding.kind];
    if (outcome)
      return finding.kind === 'has-through-group' ? { ...outcome, ...groupsGiving(findings) } : outcome;
  }
  return { kind: 'failed', reason: 'refused' };
}

/** Groups through which a person has any of the products. */
function groupsGiving(findings: readonly PreflightFinding[]): ReturnType<typeof groupsOf> {
  const paths = findings.flatMap((finding) => (finding.kind === 'has-through-group' ? finding.paths : []));
  return groupsOf(paths.map((path) => ({ path, state: 'active' })));
}
