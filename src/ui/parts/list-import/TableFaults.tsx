import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Table } from '../../../files/types';
import { useMessages } from '../../messages/MessagesContext';

/** So many lines are listed; with more, it is easier to correct the file. */
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

/** Says which lines were left out as headings, and which have which fault; nothing where there is none. */
export function TableFaults({ table }: { readonly table: Table }): ReactNode {
  const { assign } = useMessages();
  const { headings, headingCount, faults, faultCount, workbook } = table;
  const isSheet = workbook !== undefined;
  return (
    <>
      <LineList
        title={assign.headingsTitle(headingCount)}
        lines={headings
          .slice(0, most)
          .map(({ line, text }) => ({ key: `${line}`, text: assign.fault(line, text, isSheet) }))}
        count={headingCount}
      />
      <LineList
        title={assign.faultsTitle(faultCount)}
        lines={faults.slice(0, most).map(({ line, kind }) => ({
          key: `${line}-${kind}`,
          text: assign.fault(line, assign.faults[kind], isSheet),
        }))}
        count={faultCount}
      />
    </>
  );
}

/** Lines below what is said about all of them. */
interface LineListProps {
  readonly title: string;
  readonly lines: readonly { readonly key: string; readonly text: string }[];
  /** Number of all, also those that are not among `lines`. */
  readonly count: number;
}

function LineList({ title, lines, count }: LineListProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  if (count === 0) return undefined;
  return (
    <div>
      <p className={styles.title}>{title}</p>
      {/* A list that scrolls has to be reached by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <ul className={styles.list} tabIndex={0} aria-label={title}>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
        {count > lines.length && <li>{assign.moreFaults(count - lines.length)}</li>}
      </ul>
    </div>
  );
}
