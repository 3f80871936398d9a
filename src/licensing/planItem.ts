import type { Outcome } from '../base/outcome';
import { foreseeChange, type ForeseenKind } from './changes/foreseeChange';
import type { LicenseJobInput } from './licenseJob';
import type { LicensingCode, Seat } from './types';

/** One item of a license job as it is planned, in the shape that the engine takes. */
export interface PlannedLicenseItem {
  /** The principal's id, so that two changes of one person never overlap. */
  readonly key: string;
  readonly input: LicenseJobInput;
  /** Set for an item that is decided before anything is sent. */
  readonly outcome?: Outcome<LicensingCode>;
}

/** Plans one item by what its principal holds now; what is so already, or cannot be, has its outcome at once. */
export function planItem(
  kind: ForeseenKind,
  input: LicenseJobInput,
  seats: readonly Seat[],
): PlannedLicenseItem {
  const key = input.principal.id.toLowerCase();
  const { change } = input;
  const isOfChange = ({ skuId }: Seat): boolean =>
    change.remove.includes(skuId) || change.add.some((each) => each.skuId === skuId);
  const foreseen = foreseeChange(kind, change, seats.filter(isOfChange));
  return foreseen.kind === 'send' ? { key, input } : { key, input, outcome: foreseen.outcome };
}
