import { memo, useMemo, type ReactNode } from 'react';
import type { WordKind } from '../../../messages/en/jobs/jobOutcomes';
import { useMessages } from '../../../messages/MessagesContext';
import { PrincipalName } from '../../PrincipalName';
import { VirtualGrid } from '../../VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../VirtualGrid/VirtualGrid.types';
import type { LicenseJobItems } from '../../../../license-jobs/licenseJob';
import { OutcomeText } from './OutcomeText';

/** The items, those to show by their place, and which words stand for success. */
interface OutcomeGridProps {
  readonly items: LicenseJobItems;
  readonly places: readonly number[];
  readonly kind: WordKind;
  readonly isAtRest: boolean;
}

/**
 * One outcome for each user and group. The rows are places and not items, so that a change of a long job costs no more than
 * the rows in view.
 */
export function OutcomeGrid({ items, places, kind, isAtRest }: OutcomeGridProps): ReactNode {
  const { jobs } = useMessages();
  const columns = useMemo<readonly GridColumn<number>[]>(
    () => [
      {
        id: 'who',
        header: jobs.columnWho,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: (place) => {
          const item = items.at(place);
          return item && <Who principal={item.input.principal} />;
        },
      },
      {
        id: 'outcome',
        header: jobs.columnOutcome,
        width: 'minmax(0, 1.1fr)',
        isWideWhenNarrow: true,
        render: (place) => {
          const item = items.at(place);
          return item && <OutcomeText {...{ item, kind, isAtRest }} />;
        },
      },
    ],
    [jobs, items, kind, isAtRest],
  );
  return (
    <VirtualGrid label={jobs.outcomesTable} columns={columns} rows={places} keyOf={String} maxHeight="none" />
  );
}

/** Who it is does not change, and every row in view is drawn with every change of the job. */
const Who = memo(PrincipalName);
