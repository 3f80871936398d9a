import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { TableSource } from '../../../files/types';
import { useMessages } from '../../messages/MessagesContext';
import { AddFromFile } from './AddFromFile';
import { DropHint } from './DropHint';
import { ReadingPanel } from './ReadingPanel';
import { useFileDrop } from './useFileDrop';
import type { ListReading } from './useListReading';

const useStyles = makeStyles({
  ways: { display: 'grid', gap: tokens.spacingVerticalS },
  file: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** A list that was pasted or dropped before its intake was there. */
export type GivenList =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'files'; readonly files: readonly File[] };

/** The list that is read just now, and the words and the field around its files. */
interface ListImportProps {
  readonly reading: ListReading;
  /** Says beside the button which files there can be. */
  readonly fileHint: string;
  /** Shown over the page while a file hangs over it. */
  readonly dropText: string;
  /** Makes the field that texts are pasted into, which hands each list to `takeText`. */
  readonly renderField: (takeText: (text: string) => void) => ReactNode;
  /** Is taken when the intake appears, and whenever there is another one. */
  readonly given?: GivenList | undefined;
  /** Called when `given` was taken. */
  readonly onTaken?: () => void;
}

/** The ways in for a list: a field to paste it into, choosing a file, dropping one; below them how far it is read. */
export function ListImport(props: ListImportProps): ReactNode {
  const { reading, fileHint, dropText, renderField, given, onTaken } = props;
  const styles = useStyles();
  const { assign } = useMessages();
  const [leftOut, setLeftOut] = useState('');
  const isOver = useFileDrop(takeFiles);
  const ways = useRef<HTMLDivElement>(null);
  const isIdle = reading.step.kind === 'idle';
  // The button that went on with the list is gone: the focus goes to where the next one is added.
  useEffect(() => {
    if (isIdle && document.activeElement === document.body) {
      ways.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    }
  }, [isIdle]);

  const takeGiven = useRef<(list: GivenList) => void>(undefined);
  useEffect(() => {
    takeGiven.current = (list) => (list.kind === 'text' ? takeText(list.text) : takeFiles(list.files));
  });
  useEffect(() => {
    if (!given) return;
    takeGiven.current?.(given);
    onTaken?.();
  }, [given, onTaken]);

  function take(source: TableSource, name: string): void {
    setLeftOut('');
    reading.take(source, name);
  }

  function takeText(text: string): void {
    take({ kind: 'text', text }, assign.pastedList);
  }

  function takeFiles([file, ...others]: readonly File[]): void {
    if (!file) return;
    take({ kind: 'file', file }, file.name);
    if (others.length > 0) setLeftOut(assign.oneFileAtATime(file.name));
  }

  return (
    <div className={styles.ways} ref={ways}>
      {renderField(takeText)}
      <div className={styles.file}>
        <AddFromFile onFiles={takeFiles} />
        <p className={styles.hint}>{fileHint}</p>
      </div>
      {leftOut && <p role="status">{leftOut}</p>}
      <ReadingPanel reading={reading} />
      {isOver && <DropHint>{dropText}</DropHint>}
    </div>
  );
}
