import { toFileName, toLocalDay, toLocalTime, type CsvCell } from '../../../files/writeCsv';
import {
  operationNames,
  type LicenseJobItem,
  type LicenseJobState,
  type LicenseJobSubject,
  type UnresolvedReason,
} from '../../../license-jobs/licenseJob';
import type { Messages } from '../../messages/types';
import { explainOutcome } from '../explainOutcome';
import type { ExportContent } from '../export/exportContent';
import { jobTitle, wordKindOf } from './jobTitle';
import { explainFailure } from './outcomes/explainHalfDone';
import { shortfallText } from './outcomes/OutcomeText';
import { pathStepsText } from './outcomes/pathStepsText';
import { outcomeNameOf } from './outcomes/selectOutcomes';

/** Makes the report of a job as of `now`, with product and day in the file name. */
export function makeReport(state: LicenseJobState, messages: Messages, now: number): ExportContent {
  const { fileWord } = messages.jobs.report;
  const names = state.header.subject.products.map(({ name }) => name);
  const fileName = toFileName([fileWord, ...names, toLocalDay(now)], 'csv');
  const { lines, more } = state.header.subject.unresolved ?? { lines: [], more: 0 };
  return {
    kind: 'table',
    fileName,
    rows: { [Symbol.iterator]: () => reportRows(state, messages) },
    count: state.items.length + lines.length + (more > 0 ? 1 : 0),
  };
}

/** Yields the report with a heading and a row for each user and group, in the order of the job. */
function* reportRows(state: LicenseJobState, messages: Messages): Generator<readonly CsvCell[]> {
  const { report } = messages.jobs;
  const { header } = state;
  const hasSteps = header.operation === operationNames.changePaths;
  yield [
    report.name,
    report.address,
    report.objectId,
    report.kind,
    report.change,
    report.product,
    report.pool,
    report.outcome,
    report.reason,
    report.requestId,
    report.time,
    report.jobStarted,
    report.jobEnded,
    report.runBy,
    report.line,
    report.list,
    ...(hasSteps ? [report.steps] : []),
  ];
  const { startedAt, finishedAt } = state;
  const { products } = header.subject;
  const job = {
    change: jobTitle(header, messages),
    products: products.map(({ name }) => name).join('; '),
    pools: products.map(({ pool }) => pool).join('; '),
    end: [startedAt, finishedAt].map((time) => (time === undefined ? '' : toLocalTime(time))),
  };
  const runBy = header.owner.name ?? report.unknownPerson;
  for (const item of state.items) {
    const { principal, source } = item.input;
    yield [
      principal.displayName,
      principal.address,
      principal.id,
      report[principal.kind],
      job.change,
      job.products,
      job.pools,
      messages.jobs.reportOutcome[reportOutcomeOf(item)],
      reasonOf(item, header.subject, messages),
      (item.outcome?.kind === 'failed' && item.outcome.requestId) || '',
      item.doneAt === undefined ? '' : toLocalTime(item.doneAt),
      ...job.end,
      runBy,
      source?.line ?? '',
      source?.list ?? '',
      ...(hasSteps ? [pathStepsText(item, messages) ?? ''] : []),
    ];
  }
  const { lines, more } = header.subject.unresolved ?? { lines: [], more: 0 };
  const rowOf = (text: string, outcome: string, reason: string): readonly CsvCell[] => [
    ...[text, '', '', report.line, job.change, job.products, job.pools, outcome, reason, '', ''],
    ...[...job.end, runBy],
  ];
  for (const { text, reason, line, list } of lines) {
    const outcome = reason === 'duplicate' ? report.leftOut : report.notMatched;
    yield [...rowOf(text, outcome, unresolvedReason(reason, messages)), line, list];
  }
  if (more > 0) yield [...rowOf(report.moreLines(more), report.notMatched, ''), '', ''];
}

function unresolvedReason(reason: UnresolvedReason, { assign, jobs }: Messages): string {
  if (reason === 'ambiguous') return jobs.report.severalMatched;
  if (reason === 'duplicate') return jobs.report.duplicate;
  return reason === 'suspicious' ? jobs.report.lookAlike : assign.whyUnknown[reason];
}

function reportOutcomeOf({ progress, outcome }: LicenseJobItem): keyof Messages['jobs']['reportOutcome'] {
  return !outcome && progress === 'started' ? 'started' : outcomeNameOf(outcome);
}

function reasonOf(item: LicenseJobItem, subject: LicenseJobSubject, messages: Messages): string {
  const { outcome } = item;
  if (outcome?.kind === 'skipped') return explainOutcome(outcome, messages).title;
  const { products } = subject;
  if (outcome?.kind === 'failed') {
    const { title, action } = explainFailure(
      item,
      outcome,
      { kind: wordKindOf(subject), products },
      messages,
    );
    const text = outcome.made ? [title, action].join('. ') : title;
    return outcome.serviceMessage === undefined ? text : `${text}: ${outcome.serviceMessage}`;
  }
  return (outcome && shortfallText(outcome, products, messages.jobs)) ?? '';
}
