import { useMemo, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { PrincipalName } from '../PrincipalName';
import { VirtualGrid } from '../VirtualGrid/VirtualGrid';
import type { GridColumn } from '../VirtualGrid/VirtualGrid.types';
import { OutcomeText } from './OutcomeText';
import type { OutcomeRow, OutcomeWords } from './OutcomeTable.types';

/** Rows to show, and which words stand for success. */
export interface OutcomeTableProps {
  readonly rows: readonly OutcomeRow[];
  readonly words: OutcomeWords;
}

/** One outcome for each user and group, from waiting to settled. */
export function OutcomeTable({ rows, words }: OutcomeTableProps): ReactNode {
  const { assign } = useMessages();
  const columns = useMemo<readonly GridColumn<OutcomeRow>[]>(
    () => [
      {
        id: 'who',
        header: assign.columnWho,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: ({ principal }) => <PrincipalName principal={principal} />,
      },
      {
        id: 'outcome',
        header: assign.columnOutcome,
        width: 'minmax(0, 1.1fr)',
        isWideWhenNarrow: true,
        render: (row) => <OutcomeText row={row} words={words} />,
      },
    ],
    [assign, words],
  );
  return (
    <VirtualGrid
      label={assign.outcomesTable}
      columns={columns}
      rows={rows}
      keyOf={keyOf}
      maxHeight="max(14rem, calc(100dvh - 18rem))"
    />
  );
}

function keyOf({ principal }: OutcomeRow): string {
  return principal.id;
}
