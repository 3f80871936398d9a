import type { MadeIds, MadePart } from '../../base/outcome';
import { directSeat } from '../../licensing/changes/directSeat';
import { isSamePool } from '../../licensing/pools';
import type { Change, ChangeStep, HeldLicense, PoolRef, Seat } from '../../licensing/types';
import type { LicenseJobBefore } from '../licenseJob';

/** Part of a change that was made and not taken back. */
interface MadeLicenses {
  /** Those whose apps were switched as well. */
  readonly given: readonly HeldLicense[];
  /** With the apps that were off before. */
  readonly taken: readonly HeldLicense[];
}

/** Sums up the steps of one change. */
export function madeBy(steps: readonly ChangeStep[]): MadeLicenses {
  let given: readonly HeldLicense[] = [];
  let taken: readonly HeldLicense[] = [];
  const without = (licenses: readonly HeldLicense[], license: PoolRef) =>
    licenses.filter((each) => !isSamePool(each, license));
  for (const { kind, license } of steps) {
    const isReturn = kind === 'given-back' || hasPool(kind === 'taken' ? given : taken, license);
    given = without(given, license);
    taken = without(taken, license);
    if (isReturn) continue;
    if (kind === 'taken') taken = [...taken, license];
    else given = [...given, license];
  }
  return { given, taken };
}

/** The pools of a part that was made, as an outcome names them; undefined where nothing was. */
export function toMadePart({ given, taken }: MadeLicenses): MadePart | undefined {
  if (given.length + taken.length === 0) return undefined;
  return { given: given.map(({ pool }) => pool), taken: taken.map(({ pool }) => pool) };
}

/** Returns the ids of the assignments that steps left given, as an outcome has them; nothing where the service gave none. */
export function idsOf(steps: readonly ChangeStep[]): { readonly ids?: MadeIds } {
  const left = madeBy(steps).given;
  const found = steps.flatMap(({ kind, license, assignmentId }) =>
    kind !== 'taken' && assignmentId !== undefined && hasPool(left, license)
      ? [[license.pool, assignmentId] as const]
      : [],
  );
  return found.length > 0 ? { ids: Object.fromEntries(found) } : {};
}

/** Returns the part of a change that an outcome says was made. */
export function partOf<T extends Pick<Change, 'add' | 'remove'>>(change: T, { given, taken }: MadePart): T {
  return {
    ...change,
    add: change.add.filter(({ pool }) => given.includes(pool)),
    remove: change.remove.filter(({ pool }) => taken.includes(pool)),
  };
}

/** Returns the part of a change that steps have not made. */
export function missingPart<T extends Pick<Change, 'add' | 'remove'>>(
  change: T,
  steps: readonly ChangeStep[],
): T {
  const { given, taken } = madeBy(steps);
  return {
    ...change,
    add: change.add.filter((license) => !hasPool(given, license)),
    remove: change.remove.filter((license) => !hasPool(taken, license)),
  };
}

/**
 * Finds the steps of a change that a reading shows since `before`, and that were not journaled, because the tab died right after them.
 * Without ids of assignments. `isIncomplete`: a license that the reading lacks may still be there.
 */
export function stepsShown(
  change: Pick<Change, 'add' | 'remove'>,
  before: Pick<LicenseJobBefore, 'seats'>,
  { seats, isIncomplete }: { readonly seats: readonly Seat[]; readonly isIncomplete: boolean },
): readonly ChangeStep[] {
  const heldBefore = (license: PoolRef) => before.seats.find((seat) => isSamePool(seat, license));
  const given = change.add.flatMap((license) => {
    const seat = directSeat(seats, license);
    return seat && !heldBefore(license) ? [seat] : [];
  });
  const taken = change.remove.flatMap((license) =>
    isIncomplete || directSeat(seats, license) ? [] : (heldBefore(license) ?? []),
  );
  return [...taken.map((held) => toStep('taken', held)), ...given.map((seat) => toStep('given', seat))];
}

/** Makes a step of a license; plain data. */
export function toStep(
  kind: ChangeStep['kind'],
  { product, pool, disabledPlanIds }: HeldLicense,
): ChangeStep {
  return { kind, license: { product, pool, disabledPlanIds }, assignmentId: undefined };
}

function hasPool(licenses: readonly PoolRef[], license: PoolRef): boolean {
  return licenses.some((each) => isSamePool(each, license));
}
