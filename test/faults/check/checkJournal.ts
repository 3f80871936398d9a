import type { Outcome } from '../../../src/base/outcome';
import type { JobEvent, JobRecord } from '../../../src/jobs/journal/journal';
import type { LicenseJobInput, LicenseJobSubject } from '../../../src/license-jobs/licenseJob';
import type { LicensingCode } from '../../../src/licensing/types';
import type { LicenseState } from './checkTruth';

/** A license job as the journal holds it. */
export type LicenseRecord = JobRecord<LicenseJobSubject, LicenseJobInput, LicensingCode>;

interface Folded {
  intended: boolean;
  outcome: Outcome<LicensingCode> | undefined;
}

type Fold = readonly Folded[];

const isOpen = ({ outcome }: Folded): boolean =>
  outcome === undefined || (outcome.kind === 'done' && outcome.pending === true);

function cancelWaiting(items: Fold): void {
  for (const item of items) if (!item.intended) item.outcome ??= { kind: 'cancelled' };
}

/** Replays the events into the state of each item, independently of the code under test. */
function fold({ items, events }: LicenseRecord): Fold {
  const folded = items.map(({ outcome }): Folded => ({ intended: false, outcome }));
  let isCancelled = false;
  for (const event of events) {
    if (event.kind === 'cancel-asked') isCancelled = true;
    if (event.kind === 'retry-asked') isCancelled = false;
    apply(event, folded);
    if (isCancelled) cancelWaiting(folded);
  }
  return folded;
}

function apply(event: JobEvent<LicensingCode>, items: Fold): void {
  const at = (index: number): Folded => {
    const item = items[index];
    if (!item) throw new Error(`the journal names item ${index}, which is none`);
    return item;
  };
  if (event.kind === 'intended') for (const [index] of event.items) at(index).intended = true;
  if (event.kind === 'withdrawn') for (const index of event.items) at(index).intended = false;
  if (event.kind === 'retry-asked')
    for (const index of event.items) Object.assign(at(index), { intended: false, outcome: undefined });
  if (event.kind === 'settled')
    for (const [index, outcome] of event.items) if (isOpen(at(index))) at(index).outcome = outcome;
}

/** The report is what the journal says (I4). */
export function checkJournal(state: LicenseState, record: LicenseRecord): string[] {
  const folded = fold(record);
  const problems = folded.length === state.items.length ? [] : [`the journal holds ${folded.length} items`];
  folded.forEach(({ outcome, intended }, index) => {
    const item = state.items.at(index);
    if (JSON.stringify(item?.outcome) !== JSON.stringify(outcome))
      problems.push(
        `item ${index}: the report says ${JSON.stringify(item?.outcome)}, the journal ${JSON.stringify(outcome)}`,
      );
    const progress = outcome ? 'settled' : intended ? 'started' : 'waiting';
    if (item?.progress !== progress)
      problems.push(`item ${index} is ${item?.progress} in the report, ${progress} in the journal`);
  });
  return problems;
}
