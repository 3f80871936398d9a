import { useMemo } from 'react';
import type { ProductState } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { PrincipalName } from '../PrincipalName';
import { SeatPathText } from '../SeatPathText';
import type { GridColumn } from '../VirtualGrid/VirtualGrid.types';
import type { HolderRow } from './HolderGrid.types';
import { HolderStateText } from './HolderStateText';
import type { HolderSortId } from './sortHolders';

/**
 * The columns of a list of holders of a product. `planNameOf` names an app or service by its plan id; while `isUpdating`, those
 * whom readings don't show as changed yet are marked.
 */
export function useHolderColumns(
  planNameOf: (planId: string) => string,
  productState: ProductState,
  isUpdating: boolean,
): readonly GridColumn<HolderRow, HolderSortId>[] {
  const { product: words, products, format } = useMessages();
  return useMemo(() => {
    // A moment, and so a day of the person's own time zone, unlike the calendar dates of subscriptions.
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
        header: words.columnPath,
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
