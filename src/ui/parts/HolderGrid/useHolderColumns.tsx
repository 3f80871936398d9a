import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import type { ProductState } from '../../../licensing/product';
import { PrincipalName } from '../PrincipalName';
import { SeatPathText } from '../SeatPathText';
import { useIsNarrow } from '../useIsNarrow';
import type { GridColumn } from '../VirtualGrid/VirtualGrid.types';
import { holderColumnIds, type HolderColumnId, type HolderRow } from './HolderGrid.types';
import type { HolderTexts } from './holderTexts';
import { HolderNotes } from './HolderNotes';

interface HolderColumns {
  readonly texts: HolderTexts;
  /** Columns to show in a wide window. */
  readonly shown: readonly HolderColumnId[];
  /** Returns the name of a plan. */
  readonly planNameOf: (planId: string) => string;
  readonly productState: ProductState;
  /** While true, users whose change doesn't show yet are marked. */
  readonly isUpdating: boolean;
  /** Column that the list is sorted by, if any. */
  readonly sortedBy: HolderColumnId | undefined;
  /** Opens the pane of a user. */
  readonly onOpenPerson: (person: UserPrincipal) => void;
}

const widths: Partial<Record<HolderColumnId, string>> = {
  user: 'minmax(0, 2.2fr)',
  path: 'minmax(0, 1.3fr)',
  since: 'minmax(6.6rem, 0.8fr)',
  state: 'minmax(0, 2fr)',
};

/** Columns of which a phone shows nothing more, since the card has them. */
const onCard: readonly HolderColumnId[] = ['user', 'path', 'state', 'address'];

/**
 * Returns the columns of the list of holders; on a phone one, with the value that the list is sorted by, if the card doesn't show
 * it anyway.
 */
export function useHolderColumns(options: HolderColumns): readonly GridColumn<HolderRow, HolderColumnId>[] {
  const { texts, shown, planNameOf, productState, isUpdating, sortedBy, onOpenPerson } = options;
  const isNarrow = useIsNarrow();
  return useMemo(() => {
    const { headerOf, textOf } = texts;
    const renderNotes = (row: HolderRow): ReactNode => (
      <HolderNotes {...{ row, planNameOf, productState, isUpdating }} />
    );
    if (isNarrow) {
      return [
        {
          id: 'user',
          header: headerOf('user'),
          width: 'minmax(0, 1fr)',
          isSortable: true,
          isWideWhenNarrow: true,
          render: (row) => (
            <HolderCard row={row} onOpen={() => onOpenPerson(row.holder.user)}>
              {sortedBy && !onCard.includes(sortedBy) && textOf(row, sortedBy) !== '' && (
                <SortedText>
                  {headerOf(sortedBy)}: {textOf(row, sortedBy)}
                </SortedText>
              )}
              {renderNotes(row)}
            </HolderCard>
          ),
        },
      ];
    }
    const render = (id: HolderColumnId): ((row: HolderRow) => ReactNode) => {
      if (id === 'user')
        return ({ holder }) => (
          <PrincipalName principal={holder.user} onOpen={() => onOpenPerson(holder.user)} />
        );
      if (id === 'path') return ({ summary }) => <SeatPathText paths={summary.paths} />;
      if (id === 'state') return renderNotes;
      return (row) => textOf(row, id);
    };
    return holderColumnIds
      .filter((id) => shown.includes(id))
      .map((id) => ({
        id,
        header: headerOf(id),
        width: widths[id] ?? 'minmax(0, 1.2fr)',
        isSortable: true,
        isWideWhenNarrow: id === 'user' || id === 'state',
        isLabelledWhenNarrow: id !== 'user' && id !== 'state' && id !== 'path',
        render: render(id),
      }));
  }, [texts, shown, isNarrow, planNameOf, productState, isUpdating, sortedBy, onOpenPerson]);
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
  sorted: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  // Begins under the name.
  notes: { marginInlineStart: '40px' },
});

function SortedText({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={useStyles().sorted}>{children}</div>;
}

interface HolderCardProps {
  readonly row: HolderRow;
  readonly onOpen: () => void;
  /** Value that the list is sorted by, and notes. */
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
