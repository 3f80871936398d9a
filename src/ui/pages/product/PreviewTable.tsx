import { useMemo, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import { useMessages } from '../../messages/MessagesContext';
import { PrincipalName } from '../../parts/PrincipalName';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../parts/VirtualGrid/VirtualGrid.types';

/** A user or group, and what is said of it. */
interface Line {
  readonly principal: Principal;
}

/** The lines of a question about many. */
interface PreviewTableProps<L extends Line> {
  /** Accessible name. */
  readonly label: string;
  /** Heading of what is said. */
  readonly header: string;
  readonly lines: readonly L[];
  /** The same function for as long as it says the same. */
  readonly render: (line: L) => ReactNode;
}

/** Each selected user and group with what would happen. */
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
  return <VirtualGrid label={label} columns={columns} rows={lines} keyOf={keyOf} maxHeight="none" />;
}

function keyOf({ principal }: Line): string {
  return principal.id;
}
