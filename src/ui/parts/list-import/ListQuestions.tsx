import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { canReadDifferently } from './tableColumns';
import type { RowChoice, UnresolvedRow } from './unresolvedRows';
import type { ListReading } from './useListReading';
import type { UnresolvedRows } from './useUnresolvedRows';

const useStyles = makeStyles({
  breaking: { overflowWrap: 'anywhere', textAlign: 'start', fontSize: 'inherit', lineHeight: 'inherit' },
  question: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
  text: { margin: 0 },
});

interface ReadDifferentlyProps {
  readonly unresolvedRows: UnresolvedRows;
  readonly reading: ListReading;
}

/** Offers to choose another column, sheet, delimiter or encoding for the list that was looked up last. */
export function ReadDifferently({ unresolvedRows, reading }: ReadDifferentlyProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const { last, step } = reading;
  if (!last || step.kind !== 'idle' || last.id !== unresolvedRows.lastListId) return undefined;
  if (!canReadDifferently(last.table)) return undefined;
  return (
    <Link as="button" className={styles.breaking} onClick={reading.readDifferently}>
      {assign.readDifferently(last.name)}
    </Link>
  );
}

/** Asks once about all numbers that are employee IDs or account names of one person each, and once about all such words. */
export function ChooseAll({
  unresolvedRows: { rows, choose },
}: Pick<ReadDifferentlyProps, 'unresolvedRows'>): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const { numbers, words } = useMemo(() => findAccountChoices(rows), [rows]);
  return (
    <>
      {numbers.length > 1 && (
        <div className={styles.question}>
          <p className={styles.text}>{assign.numbersMatch(numbers.length)}</p>
          <Button size="small" onClick={() => choose(numbers)}>
            {assign.chooseAll(numbers.length)}
          </Button>
        </div>
      )}
      {words.length > 1 && (
        <div className={styles.question}>
          <p className={styles.text}>{assign.wordsMatch(words.length)}</p>
          <Button size="small" onClick={() => choose(words)}>
            {assign.chooseAll(words.length)}
          </Button>
        </div>
      )}
    </>
  );
}

/** Finds the rows whose only candidate has what they say as account name or employee ID, apart for numbers and for words. */
function findAccountChoices(
  rows: readonly UnresolvedRow[],
): Record<'numbers' | 'words', readonly RowChoice[]> {
  const numbers: RowChoice[] = [];
  const words: RowChoice[] = [];
  for (const { key, text, suspicion, reason } of rows) {
    if (reason.kind !== 'ambiguous' || reason.similarity || suspicion) continue;
    const [principal, ...others] = reason.candidates;
    // An account of another domain than the row says is asked about alone.
    if (!principal || others.length > 0 || text.includes('\\')) continue;
    (/^\d+$/.test(text) ? numbers : words).push({ key, principal });
  }
  return { numbers, words };
}
