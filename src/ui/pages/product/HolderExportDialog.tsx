import { Button, ProgressBar } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import { toLocalDay } from '../../../files/writeCsv';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { LazyExportDialog } from '../../parts/export/ExportButton';
import type { ExportContent } from '../../parts/export/exportContent';
import { exportTable, type ExportColumn } from '../../parts/export/exportTable';
import {
  holderColumnIds,
  type HolderColumnId,
  type HolderRow,
} from '../../parts/HolderGrid/HolderGrid.types';
import type { HolderTexts } from '../../parts/HolderGrid/holderTexts';
import { sortManyHolders } from '../../parts/HolderGrid/sortHolders';
import { ResponsiveDialog } from '../../parts/ResponsiveDialog';
import type { GridSort } from '../../parts/VirtualGrid/VirtualGrid.types';
import { useServices } from '../../services';
import type { HolderList } from './useHolderList';

/** Rows to export: those that search and filters leave, or all. */
export type ExportedHolders = 'shown' | 'all';

/** A list of holders to export. */
export interface HolderExportSource {
  readonly product: Pick<Product, 'name'>;
  readonly list: HolderList;
  /** Rows that search and filters leave. */
  readonly shown: readonly HolderRow[];
  /** Number of rows that are left out since it isn't known whether they match. */
  readonly unknown: number;
  readonly texts: HolderTexts;
  /** Columns on the screen; the file has the identifiers too. */
  readonly columns: readonly HolderColumnId[];
  readonly sort: GridSort<HolderColumnId> | undefined;
}

interface HolderExportDialogProps extends HolderExportSource {
  readonly wanted: ExportedHolders;
  readonly onClose: () => void;
}

/** Exports the users with a product, once all are loaded: a part is never written as the whole. */
export function HolderExportDialog(props: HolderExportDialogProps): ReactNode {
  const { list, onClose } = props;
  const { lists: words, common } = useMessages();
  const content = useContent(props);
  if (content) return <LazyExportDialog {...{ content, onClose }} />;
  const loaded = list.rows?.length ?? 0;
  const { total, error } = list;
  return (
    <ResponsiveDialog
      title={words.export}
      secondary={<Button onClick={onClose}>{common.cancel}</Button>}
      onClose={onClose}
    >
      <span>{error ? words.waitFailed : words.waitText(loaded, total)}</span>
      {error ? (
        <ErrorNotice error={error} onRetry={list.retry} />
      ) : (
        <ProgressBar {...(total !== undefined && { value: loaded, max: total })} aria-label={words.export} />
      )}
    </ResponsiveDialog>
  );
}

/** Returns the content once the list is complete and sorted. It doesn't change after that. */
function useContent({
  wanted,
  list,
  shown,
  unknown,
  sort,
  texts,
  ...table
}: HolderExportDialogProps): ExportContent | undefined {
  const messages = useMessages();
  const { clock } = useServices();
  const [content, setContent] = useState<ExportContent>();
  const rows = wanted === 'all' ? list.rows : shown;
  const { lists: words, format } = messages;
  const { name } = table.product;
  const { columns } = table;
  const missing = [
    ...(list.unread > 0 ? [words.missing(list.unread)] : []),
    ...(list.isPartial ? [words.missingIssues] : []),
    ...(wanted === 'shown' && unknown > 0 ? [words.missingUnknown(unknown)] : []),
  ].join(' ');
  const canStart = list.isComplete && !content;
  useEffect(() => {
    if (!canStart || !rows) return undefined;
    const left = new AbortController();
    const { signal } = left;
    const order = sort && { sort, locale: format.locale, textOf: texts.sortTextOf };
    const ordered = order
      ? sortManyHolders(rows, order, createTimeSlicer(clock), signal)
      : Promise.resolve(rows);
    ordered.then(
      (sorted) => {
        if (signal.aborted) return;
        setContent(
          exportTable({
            name: [name, words.fileWords.users],
            columns: columnsOf(texts, columns),
            rows: sorted,
            ...(missing !== '' && { missing }),
            now: clock.now(),
          }),
        );
      },
      // Aborted.
      () => undefined,
    );
    return () => left.abort();
  }, [canStart, rows, sort, texts, columns, name, missing, words, format, clock]);
  return content;
}

/** Columns by which a person is found again. */
const identifiers: readonly HolderColumnId[] = ['signInName', 'address', 'id'];

/** Returns the columns on the screen, and the identifiers. */
function columnsOf(texts: HolderTexts, shown: readonly HolderColumnId[]): readonly ExportColumn<HolderRow>[] {
  return holderColumnIds
    .filter((id) => shown.includes(id) || identifiers.includes(id))
    .map((id) => ({
      header: texts.headerOf(id),
      valueOf: (row) => (id === 'since' ? dayOf(row) : texts.textOf(row, id)),
    }));
}

/** Returns the day as ISO 8601, which every spreadsheet reads as a date. */
function dayOf({ summary: { since } }: HolderRow): string {
  return since ? toLocalDay(Date.parse(since)) : '';
}
