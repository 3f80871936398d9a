import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { HolderList } from './useHolderList';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', justifyContent: 'end', gap: tokens.spacingHorizontalXS },
});

interface HolderCountProps {
  readonly list: HolderList;
  /** Number of rows that pass search and filters; undefined without any. */
  readonly shown: number | undefined;
  /** Number of rows for which the filter result is unknown. */
  readonly unknown: number;
}

/** Counts of the list: users with a license or in error, those that pass the filters, and the loading progress. */
export function HolderCount({ list, shown, unknown }: HolderCountProps): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();
  const { counts, total, isComplete, isReadingIssues, isPartial, error } = list;
  const loaded = list.rows?.length ?? 0;
  const all =
    total === undefined
      ? undefined
      : [
          words.countAll(counts.licensed, counts.inError - counts.waiting, isPartial),
          ...(counts.waiting > 0 ? [words.countWaiting(counts.waiting)] : []),
          ...(list.devices > 0 ? [words.countDevices(list.devices)] : []),
        ].join(' · ');
  // Announced only once all is loaded: progress changes several times a second.
  if (isComplete) {
    const texts = [
      shown === undefined ? all : words.countShown(shown, loaded, isPartial),
      ...(unknown > 0 ? [words.countUnknown(unknown)] : []),
      ...(list.unread > 0 ? [words.recordsUnread(list.unread)] : []),
    ];
    return <span role="status">{texts.join(' · ')}</span>;
  }
  const progress =
    total === undefined
      ? words.loadedSoFar(loaded)
      : // Users in error aren't part of the total yet, so "all loaded" would be wrong.
        isReadingIssues && loaded >= total
        ? undefined
        : words.loadedOf(loaded, total);
  const texts = [
    ...(shown === undefined ? [all, progress] : [words.lookingThrough(shown, loaded, total)]),
    ...(isReadingIssues ? [words.readingInError] : []),
  ];
  return (
    <span className={styles.line}>
      {!error && <Spinner size="extra-tiny" aria-hidden />}
      {texts.map((text) => text !== undefined && <span key={text}>{text}</span>)}
    </span>
  );
}
