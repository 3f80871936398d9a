import { toFileName, toLocalDay, type CsvRow } from '../../../files/writeCsv';
import type { UnresolvedLine } from '../../../license-jobs/intake';
import type { Messages } from '../../messages/types';
import type { ExportContent } from '../export/exportContent';
import type { RowReason, UnresolvedRow } from './unresolvedRows';

/** Makes a table of unresolved rows: line, list, text as written, and reason. */
export function makeRowTable(rows: readonly UnresolvedRow[], messages: Messages, now: number): ExportContent {
  const { assign, jobs } = messages;
  const { report } = jobs;
  function* toTable(): Generator<CsvRow> {
    yield [report.line, report.list, assign.asWritten, report.reason];
    for (const row of rows)
      for (const line of row.lines) yield [line, row.source, row.text, explainRow(row, messages)];
  }
  return {
    kind: 'table',
    fileName: toFileName([assign.linesFileWord, toLocalDay(now)], 'csv'),
    rows: { [Symbol.iterator]: toTable },
    count: rows.reduce((sum, { lines }) => sum + lines.length, 0),
  };
}

/** Explains why a row is unresolved. */
export function explainRow({ reason, suspicion }: UnresolvedRow, { assign }: Messages): string {
  const doubts = suspicion ? assign.suspicions[suspicion] : '';
  switch (reason.kind) {
    case 'ambiguous': {
      const { similarity, candidates, hasMore = false } = reason;
      const why =
        similarity === 'beginning'
          ? assign.whyBeginning(hasMore)
          : (similarity ? assign.whySimilar : assign.whyAmbiguous)(candidates.length);
      return [why, doubts].filter(Boolean).join(' ');
    }
    case 'suspicious':
      return `${doubts} ${assign.whySuspicious}`;
    case 'unknown':
      return [assign.whyUnknown[reason.why], reason.isUnsearched && assign.notSearched, doubts]
        .filter(Boolean)
        .join(' ');
    case 'duplicate':
      return reason.of === 'list' ? assign.whyInList : assign.whyDuplicate(reason.of);
  }
}

/** Converts unresolved rows, duplicates included, for the job's record. */
export function toUnresolvedLines(rows: readonly UnresolvedRow[]): readonly UnresolvedLine[] {
  return rows.flatMap(({ reason, source: list, lines, text }) =>
    lines.map((line) => ({ list, line, text, reason: toKeptReason(reason) })),
  );
}

function toKeptReason(reason: RowReason): UnresolvedLine['reason'] {
  if (reason.kind === 'unknown') return reason.why;
  // A similar name isn't a match.
  return reason.kind === 'ambiguous' && reason.similarity ? 'not-found' : reason.kind;
}
