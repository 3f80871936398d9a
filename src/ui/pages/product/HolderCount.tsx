import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { HolderList } from './useHolderList';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

/** A list of holders, and what of it shows. */
interface HolderCountProps {
  readonly list: HolderList;
  /** Number of rows that pass search and filters; undefined without any. */
  readonly shown: number | undefined;
  /** Number of rows of which it is not known whether they pass. */
  readonly unknown: number;
}

/** How many people have a license or are in error, how many of them pass the filters, and how far the list is read. */
export function HolderCount({ list, shown, unknown }: HolderCountProps): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();
  const { counts, total, isComplete, isReadingIssues, isPartial, error } = list;
  const loaded = list.rows?.length ?? 0;
  const all = total === undefined ? undefined : words.countAll(counts.licensed, counts.inError, isPartial);
  // Said to screen readers once all is read: progress changes several times a second.
  if (isComplete) {
    const texts = [
      shown === undefined ? all : words.countShown(shown, loaded, isPartial),
      ...(unknown > 0 ? [words.countUnknown(unknown)] : []),
      ...(list.unread > 0 ? [words.recordsUnread(list.unread)] : []),
    ];
    return <span role="status">{texts.join(' · ')}</span>;
  }
  return (
    <span className={styles.line}>
      {shown === undefined ? all : words.countSoFar(shown, loaded)}
      {!error && <Spinner size="extra-tiny" aria-hidden />}
      {total === undefined ? (
        <span>{words.loadedSoFar(loaded)}</span>
      ) : (
        // Who is in error alone is no part of the total yet, so that what is loaded of it is not all.
        !(isReadingIssues && loaded >= total) && <span>{words.loadedOf(loaded, total)}</span>
      )}
      {isReadingIssues && <span>{words.readingInError}</span>}
    </span>
  );
}
