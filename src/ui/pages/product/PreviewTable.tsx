import { useMemo, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import { useMessages } from '../../messages/MessagesContext';
import { PrincipalName } from '../../parts/PrincipalName';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../parts/VirtualGrid/VirtualGrid.types';

/** A selected user or group. */
interface Line {
  readonly principal: Principal;
}

interface PreviewTableProps<L extends Line> {
  /** Accessible name. */
  readonly label: string;
  /** Heading of the second column. */
  readonly header: string;
  readonly lines: readonly L[];
  /** Renders the second column. Must be the same function while its result is the same. */
  readonly render: (line: L) => ReactNode;
}

/** Table of the selected users and groups, each with what would happen. */
export function PreviewTable<L extends Line>({
  label,
  header,
  lines,
  render,
}: PreviewTableProps<L>): ReactNode {
  const { jobs } = useMessages();
  const columns = useMemo<readonly GridColumn<L>[]>(
    () => [
      {
        id: 'who',
        header: jobs.columnWho,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: ({ principal }) => <PrincipalName principal={principal} />,
      },
      { id: 'what', header, width: 'minmax(0, 1.4fr)', isWideWhenNarrow: true, render },
    ],
    [jobs, header, render],
  );
  return <VirtualGrid label={label} columns={columns} rows={lines} keyOf={keyOf} />;
}

function keyOf({ principal }: Line): string {
  return principal.id;
}
