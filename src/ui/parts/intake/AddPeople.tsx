import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Principal } from '../../../base/principal';
import type { TableSource } from '../../../files/types';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { PrincipalPicker } from '../PrincipalPicker/PrincipalPicker';
import { AddFromFile } from './AddFromFile';
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
  drop: {
    position: 'fixed',
    inset: tokens.spacingHorizontalM,
    zIndex: 2,
    display: 'grid',
    placeItems: 'center',
    // The file is dropped through it onto the window.
    pointerEvents: 'none',
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.95,
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The list that people are added to. */
interface PeopleList {
  /** The picker says who holds one of them already. */
  readonly products: readonly AssignableProduct[];
  readonly chosenIds: ReadonlySet<string>;
  readonly add: (principals: readonly Principal[]) => void;
}

/** List that those who are found go into, and the one that is read just now. */
interface AddPeopleProps {
  readonly list: PeopleList;
  readonly reading: ListReading;
}

/** The ways into the list: searching by name, pasting many addresses, choosing a file, dropping one. */
export function AddPeople({ list, reading }: AddPeopleProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const [leftOut, setLeftOut] = useState('');
  const isOver = useFileDrop(takeFiles);
  const ways = useRef<HTMLDivElement>(null);
  const isIdle = reading.step.kind === 'idle';
  // The button that went on with the list is gone: the focus goes to where the next one is added.
  useEffect(() => {
    if (isIdle && document.activeElement === document.body) ways.current?.querySelector('input')?.focus();
  }, [isIdle]);

  function take(source: TableSource, name: string): void {
    setLeftOut('');
    reading.take(source, name);
  }

  function takeFiles([file, ...others]: readonly File[]): void {
    if (!file) return;
    take({ kind: 'file', file }, file.name);
    if (others.length > 0) setLeftOut(assign.oneFileAtATime(file.name));
  }

  return (
    <div className={styles.ways} ref={ways}>
      <PrincipalPicker
        products={list.products}
        chosenIds={list.chosenIds}
        onChoose={(principal) => list.add([principal])}
        onPasteList={(text) => take({ kind: 'text', text }, assign.pastedList)}
      />
      <div className={styles.file}>
        <AddFromFile onFiles={takeFiles} />
        <p className={styles.hint}>{assign.addFromFileHint}</p>
      </div>
      {leftOut && <p role="status">{leftOut}</p>}
      <ReadingPanel reading={reading} />
      {isOver && (
        <div className={styles.drop} aria-hidden>
          {assign.dropHere}
        </div>
      )}
    </div>
  );
}
