import type { CsvCell } from '../../../files/writeCsv';
import type { Messages } from '../../messages/types';
import type { LicenseJobItem, LicenseJobState } from '../../../license-jobs/licenseJob';
import { explainOutcome } from '../explainOutcome';
import { jobTitle } from './jobTitle';
import { shortfallText } from './outcomes/OutcomeText';

/** The report of a job as a table with a heading: one row for each user and group, in the order of the job. */
export function* reportRows(state: LicenseJobState, messages: Messages): Generator<readonly CsvCell[]> {
  const { report } = messages.jobs;
  yield [
    report.name,
    report.address,
    report.objectId,
    report.kind,
    report.change,
    report.outcome,
    report.reason,
    report.requestId,
    report.jobStarted,
  ];
  const change = jobTitle(state.header, messages);
  const startedAt = state.startedAt === undefined ? '' : new Date(state.startedAt).toISOString();
  for (const item of state.items) {
    const { principal } = item.input;
    yield [
      principal.displayName,
      principal.address,
      principal.id,
      report[principal.kind],
      change,
      messages.jobs.reportOutcome[outcomeNameOf(item)],
      reasonOf(item, messages),
      (item.outcome?.kind === 'failed' && item.outcome.requestId) || '',
      startedAt,
    ];
  }
}

function outcomeNameOf({ progress, outcome }: LicenseJobItem): keyof Messages['jobs']['reportOutcome'] {
  if (outcome) return outcome.kind === 'done' && outcome.pending ? 'pending' : outcome.kind;
  return progress === 'started' ? 'started' : 'waiting';
}

function reasonOf({ outcome }: LicenseJobItem, messages: Messages): string {
  if (outcome?.kind === 'skipped') return explainOutcome(outcome, messages).title;
  if (outcome?.kind === 'failed') {
    const { title } = explainOutcome(outcome, messages);
    return outcome.serviceMessage === undefined ? title : `${title}: ${outcome.serviceMessage}`;
  }
  return (outcome && shortfallText(outcome, messages.jobs)) ?? '';
}
