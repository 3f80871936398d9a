import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import type { ProductState } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { PrincipalName } from '../PrincipalName';
import { SeatPathText } from '../SeatPathText';
import { useIsNarrow } from '../useIsNarrow';
import type { GridColumn } from '../VirtualGrid/VirtualGrid.types';
import type { HolderRow, HolderSortId } from './HolderGrid.types';
import { HolderNotes } from './HolderNotes';

interface HolderColumns {
  /** Returns the name of a plan. */
  readonly planNameOf: (planId: string) => string;
  readonly productState: ProductState;
  /** While true, users whose change doesn't show yet are marked. */
  readonly isUpdating: boolean;
  /** Column that the list is sorted by, if any. */
  readonly sortedBy: HolderSortId | undefined;
  /** Opens the pane of a user. */
  readonly onOpenPerson: (person: UserPrincipal) => void;
}

/** Returns the columns of the list of holders; on a phone one, with the date in it only if the list is sorted by it. */
export function useHolderColumns(options: HolderColumns): readonly GridColumn<HolderRow, HolderSortId>[] {
  const { planNameOf, productState, isUpdating, sortedBy, onOpenPerson } = options;
  const { product: words, format } = useMessages();
  const isNarrow = useIsNarrow();
  return useMemo(() => {
    const renderNotes = (row: HolderRow): ReactNode => (
      <HolderNotes {...{ row, planNameOf, productState, isUpdating }} />
    );
    // A point in time, so the local day, unlike the calendar dates of subscriptions.
    const day = new Intl.DateTimeFormat(format.locale, { dateStyle: 'medium' });
    const sinceOf = ({ summary: { since } }: HolderRow): string =>
      since ? day.format(new Date(since)) : words.notKnown;
    if (isNarrow) {
      return [
        {
          id: 'user',
          header: words.columnUser,
          width: 'minmax(0, 1fr)',
          isSortable: true,
          isWideWhenNarrow: true,
          render: (row) => (
            <HolderCard row={row} onOpen={() => onOpenPerson(row.holder.user)}>
              {sortedBy === 'since' && (
                <SinceText>
                  {words.columnSince}: {sinceOf(row)}
                </SinceText>
              )}
              {renderNotes(row)}
            </HolderCard>
          ),
        },
      ];
    }
    return [
      {
        id: 'user',
        header: words.columnUser,
        width: 'minmax(0, 2.2fr)',
        isSortable: true,
        isWideWhenNarrow: true,
        render: ({ holder }) => (
          <PrincipalName principal={holder.user} onOpen={() => onOpenPerson(holder.user)} />
        ),
      },
      {
        id: 'path',
        header: words.columnAssignedVia,
        width: 'minmax(0, 1.3fr)',
        isSortable: true,
        render: ({ summary }) => <SeatPathText paths={summary.paths} />,
      },
      {
        id: 'since',
        header: words.columnSince,
        width: 'minmax(6.6rem, 0.8fr)',
        isSortable: true,
        isLabelledWhenNarrow: true,
        render: sinceOf,
      },
      {
        id: 'state',
        header: words.columnNotes,
        width: 'minmax(0, 2fr)',
        isSortable: true,
        isWideWhenNarrow: true,
        render: renderNotes,
      },
    ];
  }, [words, format, isNarrow, planNameOf, productState, isUpdating, sortedBy, onOpenPerson]);
}

const useStyles = makeStyles({
  // 56 pixels high with the padding of the row, and 61 with a note.
  card: { display: 'grid', alignContent: 'center', minHeight: '47px', marginBlock: '-2px' },
  path: {
    flexShrink: 0,
    maxWidth: '50%',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'end',
  },
  since: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  // Begins under the name.
  notes: { marginInlineStart: '40px' },
});

function SinceText({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={useStyles().since}>{children}</div>;
}

interface HolderCardProps {
  readonly row: HolderRow;
  readonly onOpen: () => void;
  /** Date, if it's asked for, and notes. */
  readonly children: ReactNode;
}

/** A holder on a phone: name and path over the address, and below what isn't as usual. */
function HolderCard({ row, onOpen, children }: HolderCardProps): ReactNode {
  const styles = useStyles();
  const { holder, summary } = row;
  return (
    <div className={styles.card}>
      <PrincipalName
        principal={holder.user}
        onOpen={onOpen}
        aside={
          <span className={styles.path}>
            <SeatPathText paths={summary.paths} />
          </span>
        }
      />
      <div className={styles.notes}>{children}</div>
    </div>
  );
}
