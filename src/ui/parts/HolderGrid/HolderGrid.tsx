import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { pathsText, SeatPathText } from '../SeatPathText';
import { VirtualGrid } from '../VirtualGrid/VirtualGrid';
import type { GridColumn, GridSelection, GridSort } from '../VirtualGrid/VirtualGrid.types';
import type { ProductState } from '../../../licensing/product';
import type { HolderRow, HolderSortId, HolderSummary } from './HolderGrid.types';
import { sortHolders, sortManyHolders, type HolderOrder } from './sortHolders';
import { PrincipalName } from '../PrincipalName';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import { useServices } from '../../services';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { Messages } from '../../messages/types';

interface HolderGridProps {
  /** Accessible name. */
  readonly label: string;
  readonly rows: readonly HolderRow[];
  readonly planNameOf: (planId: string) => string;
  readonly selection: GridSelection;
  readonly sort: GridSort<HolderSortId> | undefined;
  readonly onSort: (sort: GridSort<HolderSortId>) => void;
  /** State of the product: no license works if it's disabled. */
  readonly productState: ProductState;
  /** True if Microsoft 365 doesn't show all changes of the product yet. */
  readonly isUpdating: boolean;
  /** Number of rows when all are loaded; -1 if unknown. */
  readonly totalRows: number;
}

/** Users who have a product: path, state, issue, date, and apps that are off. */
export function HolderGrid(props: HolderGridProps): ReactNode {
  const { label, rows, planNameOf, selection, sort, onSort, totalRows } = props;
  const { productState, isUpdating } = props;
  const messages = useMessages();
  const { product: words, format } = messages;
  const columns = useHolderColumns(planNameOf, productState, isUpdating);
  const textOf = useCallback(
    ({ holder, summary }: HolderRow, id: HolderSortId): string => {
      switch (id) {
        case 'user':
          return holder.user.displayName;
        case 'path':
          return pathsText(summary.paths, messages);
        case 'state':
          return `${seatStateText(summary, productState, messages)} ${summary.issue ? words.issue[summary.issue] : ''}`;
        case 'since':
          return summary.since ?? '';
      }
    },
    [messages, words, productState],
  );
  const sorted = useSortedHolders(rows, sort, format.locale, textOf);
  return (
    <VirtualGrid
      label={label}
      columns={columns}
      rows={sorted}
      keyOf={keyOf}
      selectLabelOf={(row) => words.selectRow(row.holder.user.displayName)}
      selectAllLabel={words.selectAllRows}
      selection={selection}
      sort={sort}
      onSort={onSort}
      totalRows={totalRows}
    />
  );
}

function keyOf({ holder }: HolderRow): string {
  return holder.user.id;
}

/**
 * Returns the columns of the list of holders. `planNameOf` returns the name of a plan. While `isUpdating`, users
 * whose change doesn't show yet are marked.
 */
function useHolderColumns(
  planNameOf: (planId: string) => string,
  productState: ProductState,
  isUpdating: boolean,
): readonly GridColumn<HolderRow, HolderSortId>[] {
  const { product: words, products, format } = useMessages();
  return useMemo(() => {
    // A point in time, so the local day, unlike the calendar dates of subscriptions.
    const day = new Intl.DateTimeFormat(format.locale, { dateStyle: 'medium' });
    return [
      {
        id: 'user',
        header: words.columnUser,
        width: 'minmax(0, 2.2fr)',
        isSortable: true,
        isWideWhenNarrow: true,
        render: ({ holder }) => <PrincipalName principal={holder.user} />,
      },
      {
        id: 'path',
        header: words.columnAssignedVia,
        width: 'minmax(0, 1.3fr)',
        isSortable: true,
        render: ({ summary }) => <SeatPathText paths={summary.paths} />,
      },
      {
        id: 'state',
        header: words.columnState,
        width: 'minmax(0, 1.4fr)',
        isSortable: true,
        render: ({ holder, summary }) => (
          <>
            <HolderStateText {...{ summary, productState }} />
            {holder.isUpdating && isUpdating && <div>{products.updating}</div>}
          </>
        ),
      },
      {
        id: 'since',
        header: words.columnSince,
        width: 'minmax(6.6rem, 0.8fr)',
        isSortable: true,
        isLabelledWhenNarrow: true,
        render: ({ summary }) => (summary.since ? day.format(new Date(summary.since)) : words.notKnown),
      },
      {
        id: 'plans-off',
        header: words.columnPlansOff,
        width: 'minmax(0, 1fr)',
        isLabelledWhenNarrow: true,
        render: ({ summary }) =>
          summary.disabledPlanIds.length === 0
            ? words.none
            : format.list(summary.disabledPlanIds.map(planNameOf)),
      },
    ];
  }, [words, products, format, planNameOf, productState, isUpdating]);
}

/** Maximum number of rows sorted during the render, which takes a few milliseconds. */
const maxUnsliced = 2_000;

/** Input of a sort. */
interface Sorting {
  readonly rows: readonly HolderRow[];
  readonly order: HolderOrder;
}

/**
 * Sorts rows by a column; undefined keeps the order of the service. Many rows are sorted in time slices and shown
 * unsorted until then.
 */
function useSortedHolders(
  rows: readonly HolderRow[],
  sort: GridSort<HolderSortId> | undefined,
  locale: string,
  textOf: HolderOrder['textOf'],
): readonly HolderRow[] {
  const { clock } = useServices();
  const order = useMemo(() => sort && { sort, locale, textOf }, [sort, locale, textOf]);
  const immediate = useMemo(() => {
    if (!order) return rows;
    return rows.length <= maxUnsliced ? sortHolders(rows, order) : undefined;
  }, [rows, order]);
  const [done, setDone] = useState<Sorting & { readonly sorted: readonly HolderRow[] }>();
  const running = useRef<(Sorting & { readonly left: AbortController }) | undefined>(undefined);

  useEffect(() => {
    const current = running.current;
    // While pages arrive, a running sort goes on; the new rows are sorted after it.
    if (current && !immediate && current.order === order && isBeginning(current.rows, rows)) return;
    current?.left.abort();
    running.current = undefined;
    if (!order || immediate || (done?.rows === rows && done.order === order)) return;
    const left = new AbortController();
    running.current = { rows, order, left };
    sortManyHolders(rows, order, createTimeSlicer(clock), left.signal).then(
      (sorted) => {
        running.current = undefined;
        setDone({ rows, order, sorted });
      },
      // Aborted.
      () => undefined,
    );
  }, [clock, rows, order, immediate, done]);
  useEffect(() => () => running.current?.left.abort(), []);

  return useMemo(() => {
    if (immediate) return immediate;
    if (!done || done.order !== order || !isBeginning(done.rows, rows)) return rows;
    return [...done.sorted, ...rows.slice(done.rows.length)];
  }, [immediate, done, order, rows]);
}

/** True if `all` starts with the rows of `part`. Lists grow at the end. */
function isBeginning(part: readonly HolderRow[], all: readonly HolderRow[]): boolean {
  const last = part.length - 1;
  return last < all.length && part[0] === all[0] && part[last] === all[last];
}

const useStyles = makeStyles({
  issue: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'start' },
  icon: { flexShrink: 0, marginTop: '2px', fontSize: '16px', color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface HolderStateTextProps {
  readonly summary: HolderSummary;
  readonly productState: ProductState;
}

/** Returns the state of a license as text. Graph still reports a license of a suspended subscription as active. */
function seatStateText(
  summary: HolderSummary,
  productState: ProductState,
  { product: words, products }: Messages,
): string {
  if (productState.kind === 'disabled') return products.capabilities[productState.because];
  return summary.state === 'unknown' ? words.notKnown : words.seatState[summary.state];
}

/** The state of a license and its issue. */
function HolderStateText({ summary, productState }: HolderStateTextProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.product;
  const state = seatStateText(summary, productState, messages);
  const isFine = (summary.state === 'active' || summary.state === 'unknown') && !summary.isIncomplete;
  if (summary.issue === undefined && isFine && productState.kind !== 'disabled') {
    return state;
  }
  return (
    <div className={styles.issue}>
      <WarningRegular
        className={mergeClasses(
          styles.icon,
          (summary.state === 'error' || productState.kind === 'disabled') && styles.bad,
        )}
        aria-hidden
      />
      <div>
        {state}
        {summary.issue && <div className={styles.quiet}>{words.issue[summary.issue]}</div>}
        {summary.isIncomplete && <div className={styles.quiet}>{words.holderIncomplete}</div>}
      </div>
    </div>
  );
}
