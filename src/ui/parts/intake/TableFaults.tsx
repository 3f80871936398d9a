import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LineFault } from '../../../files/types';
import { useMessages } from '../../messages/MessagesContext';

/** So many faults are listed; with more, it is easier to correct the file. */
const most = 100;

const useStyles = makeStyles({
  title: { margin: 0 },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    maxHeight: '8rem',
    overflowY: 'auto',
    fontSize: tokens.fontSizeBase200,
  },
});

/** The lines of a table that have faults. */
interface TableFaultsProps {
  readonly faults: readonly LineFault[];
  /** Number of all faults, also those that are not among `faults`. */
  readonly count: number;
  /** Lines are rows of a sheet. */
  readonly isSheet: boolean;
}

/** Says which lines have which fault; nothing where there is none. */
export function TableFaults({ faults, count, isSheet }: TableFaultsProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  if (count === 0) return undefined;
  const shown = faults.slice(0, most);
  return (
    <div>
      <p className={styles.title}>{assign.faultsTitle(count)}</p>
      {/* A list that scrolls has to be reached by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <ul className={styles.list} tabIndex={0} aria-label={assign.faultsTitle(count)}>
        {shown.map(({ line, kind }) => (
          <li key={`${line}-${kind}`}>{assign.fault(line, assign.faults[kind], isSheet)}</li>
        ))}
        {count > shown.length && <li>{assign.moreFaults(count - shown.length)}</li>}
      </ul>
    </div>
  );
}
