import type { Outcome } from '../../base/outcome';
import type { CheckItem, Checked } from '../../jobs/operation';
import { predictOutcome, type Prediction, type ChangeKind } from '../../licensing/changes/predictOutcome';
import { isSatisfied } from '../../licensing/changes/isSatisfied';
import type { LicenseJobBefore, LicenseJobInput } from '../licenseJob';
import type { Change, LicensingCode, Seat } from '../../licensing/types';

/** What is known of an item right before it is sent. */
export interface ChangeQuestion {
  readonly item: CheckItem<LicenseJobInput>;
  /** What the principal holds now of the changed SKUs. */
  readonly seats: readonly Seat[];
  readonly kind: ChangeKind;
  /** Readings may show the state before the job that is taken back. */
  readonly isUndo: boolean;
  /** SKUs that can give nobody a license. */
  readonly closedSkus: ReadonlySet<string>;
}

/** What the check of one item comes to; `change` is what to send of it, where it is to be sent. */
export type CheckedChange = Checked<LicensingCode> & { readonly change?: Change };

/** Decides whether an item is still to be sent, and which part of it, and keeps what an undo needs. */
export function checkChange(question: ChangeQuestion): CheckedChange {
  const { item, seats, kind, isUndo, closedSkus } = question;
  const { change } = item.input;
  const done = settled(
    change.principal.kind === 'group' ? { kind: 'done', pending: true } : { kind: 'done' },
  );
  if (item.wasStarted && hasWorked(question)) return done;
  const foreseen: Prediction = isUndo ? { kind: 'send', change } : predictOutcome(kind, change, seats);
  if (foreseen.kind === 'send') {
    const { add, remove } = foreseen.change;
    // What the principal has already is not asked for, so that it may be of a closed SKU.
    if (add.some(({ skuId }) => closedSkus.has(skuId))) return failed('sku-not-owned');
    const held = directlyHeld(seats);
    const before: LicenseJobBefore = isUndo ? { seats: held } : { seats: held, sent: { add, remove } };
    return { kind: 'run', before, change: foreseen.change };
  }
  // It was not so when it was started, so it is so by the sending whose outcome is not known.
  const isBySending = item.wasStarted && isAlreadySo(foreseen.outcome);
  return isBySending ? done : settled(foreseen.outcome);
}

const settled = (outcome: Outcome<LicensingCode>): CheckedChange => ({ kind: 'settled', outcome });
const failed = (reason: LicensingCode): CheckedChange => settled({ kind: 'failed', reason });

function isAlreadySo(outcome: Outcome<LicensingCode>): boolean {
  return outcome.kind === 'skipped' && outcome.reason === 'already-so';
}

/** An undo is believed only where the reading changed since its first start, for both may be older than the job before. */
function hasWorked({ item, seats, isUndo }: ChangeQuestion): boolean {
  const { change } = item.input;
  if (!isSatisfied(change, seats)) return false;
  // Written by this operation, so it is what the check gave.
  const before = item.before as LicenseJobBefore | undefined;
  return !isUndo || (before !== undefined && !isSatisfied(change, before.seats.map(asDirect)));
}

function directlyHeld(seats: readonly Seat[]): LicenseJobBefore['seats'] {
  return seats.flatMap(({ path, skuId, disabledPlanIds }) =>
    path.kind === 'direct' ? [{ skuId, disabledPlanIds }] : [],
  );
}

function asDirect(held: LicenseJobBefore['seats'][number]): Seat {
  return { ...held, path: { kind: 'direct' }, state: 'active', issue: undefined, updatedAt: undefined };
}
