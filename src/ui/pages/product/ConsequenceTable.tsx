import { useMemo, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { PrincipalName } from '../../parts/PrincipalName';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../parts/VirtualGrid/VirtualGrid.types';
import { ConsequenceText } from './ConsequenceText';
import type { RemovalLine } from './useConsequences';

/** Each selected user and group with what removing would do. */
export function ConsequenceTable({ lines }: { readonly lines: readonly RemovalLine[] }): ReactNode {
  const { assign, unassign } = useMessages();
  const columns = useMemo<readonly GridColumn<RemovalLine>[]>(
    () => [
      {
        id: 'who',
        header: assign.columnWho,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: ({ principal }) => <PrincipalName principal={principal} />,
      },
      {
        id: 'consequence',
        header: unassign.columnConsequence,
        width: 'minmax(0, 1.4fr)',
        isWideWhenNarrow: true,
        render: ({ consequence }) => <ConsequenceText consequence={consequence} />,
      },
    ],
    [assign, unassign],
  );
  return (
    <VirtualGrid
      label={unassign.list}
      columns={columns}
      rows={lines}
      keyOf={keyOf}
      maxHeight="max(12rem, calc(100dvh - 26rem))"
    />
  );
}

function keyOf({ principal }: RemovalLine): string {
  return principal.id;
}
