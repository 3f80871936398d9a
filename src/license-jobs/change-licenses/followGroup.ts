import { AppError } from '../../base/appError';
import type { Outcome } from '../../base/outcome';
import { predictOutcome, type ChangeKind } from '../../licensing/changes/predictOutcome';
import { isSatisfied } from '../../licensing/changes/isSatisfied';
import type { CallOptions, LicensingAdapter } from '../../licensing/licensingAdapter';
import type { Change, LicensingCode, PoolRef, Seat } from '../../licensing/types';

/** A license change of a group, on which Entra works. */
interface GroupChange {
  readonly change: Change;
  /** Seats that the group has now. */
  readonly seats: readonly Seat[];
  /** True where these could not all be read, so that they may lack some. */
  readonly isIncomplete: boolean;
  readonly kind: ChangeKind;
  readonly isUndo: boolean;
}

/**
 * Reads the outcome of a group's change for its members: done, with the number of members that it did not reach, as far as
 * that can be read; undefined
 * while Entra works on it, or while readings do not show the change yet, since they would then show an earlier ending as well.
 */
export async function followGroup(
  licensing: LicensingAdapter,
  { change, seats, isIncomplete, kind, isUndo }: GroupChange,
  options: CallOptions,
): Promise<Outcome<LicensingCode> | undefined> {
  const pools: readonly PoolRef[] = change.add.length > 0 ? change.add : change.remove.slice(0, 1);
  const progress = await unlessGone(
    Promise.all(
      pools.map(({ product }) => licensing.readGroupProgress(change.principal.id, product, options)),
    ),
  );
  if (!progress) return { kind: 'failed', reason: 'principal-not-found' };
  const isShown =
    !isIncomplete &&
    (isSatisfied(change, seats) || (!isUndo && predictOutcome(kind, change, seats).kind === 'settled'));
  const isAtWork = progress.some(({ processing }) => processing === 'queued' || processing === 'processing');
  if (isAtWork || !isShown) return undefined;
  // Members with an error lose a removed license as well, so a removal has no shortfall.
  if (change.add.length === 0) return { kind: 'done' };
  const shortfall = new Set(progress.flatMap(({ issues }) => [...(issues?.keys() ?? [])])).size;
  return {
    kind: 'done',
    ...(shortfall > 0 && { shortfall }),
    ...(progress.some(({ issues }) => !issues) && { isShortfallUnknown: true }),
  };
}

async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'not-found') return undefined;
    throw thrown;
  }
}
