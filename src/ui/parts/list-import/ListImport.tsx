import { Button, makeStyles, ProgressBar, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { TableSource } from '../../../files/types';
import { useMessages } from '../../messages/MessagesContext';
import { DropHint } from './DropHint';
import { useFileDrop } from './useFileDrop';
import type { ListReading } from './useListReading';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { ErrorNotice } from '../ErrorNotice';
import { ColumnStep } from './ColumnStep';

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

const useAddFromFileStyles = makeStyles({ input: { display: 'none' } });

/** Types of files that are read; .xls may be a table of a web page, and what can't be read names the way out. */
const accepted =
  '.csv,.tsv,.tab,.txt,.xlsx,.xlsm,.xls,.json,.vcf,.ldif,.ldf,.md,.html,.htm,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The button **Add from file**; several files may be chosen. */
function AddFromFile({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactNode {
  const styles = useAddFromFileStyles();
  const { assign } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" icon={<DocumentAddRegular />} onClick={() => input.current?.click()}>
        {assign.addFromFile}
      </Button>
      <input
        ref={input}
        className={styles.input}
        type="file"
        aria-label={assign.addFromFile}
        accept={accepted}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen once more, after it was corrected.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

const useReadingPanelStyles = makeStyles({
  panel: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    '&:empty': { display: 'none' },
  },
  bar: { width: '100%' },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

/** A pasted or dropped list on its way into the list: what is read, what a person has to say, what went wrong. */
function ReadingPanel({ reading }: { readonly reading: ListReading }): ReactNode {
  const styles = useReadingPanelStyles();
  const { assign, common } = useMessages();
  const { step, cancel, retry } = reading;
  const cancelButton = (
    <Button size="small" onClick={cancel}>
      {common.cancel}
    </Button>
  );
  switch (step.kind) {
    case 'idle':
      return undefined;
    case 'reading':
      return (
        <div className={styles.panel}>
          <Spinner size="tiny" label={assign.readingList(step.name)} />
          {cancelButton}
        </div>
      );
    case 'column':
      return (
        <div className={styles.panel}>
          <ColumnStep
            step={step}
            onColumn={reading.chooseColumn}
            onOptions={reading.chooseOptions}
            onCancel={cancel}
          />
        </div>
      );
    case 'matching': {
      const { asked, all } = step.progress;
      const progress = assign.matching(asked, all);
      return (
        <div className={styles.panel}>
          <ProgressBar
            className={styles.bar}
            aria-label={assign.matchingTitle(step.name)}
            aria-valuetext={progress}
            value={asked}
            max={Math.max(all, 1)}
          />
          <p className={styles.text}>{progress}</p>
          {cancelButton}
        </div>
      );
    }
    case 'empty':
      return (
        <div className={styles.panel}>
          <p className={styles.text} role="alert">
            {assign.nothingRead(step.name)}
          </p>
          {cancelButton}
        </div>
      );
    case 'failed':
      return (
        <div className={styles.panel}>
          <p className={styles.text}>{step.name}</p>
          <ErrorNotice error={step.error} onRetry={retry} />
          {cancelButton}
        </div>
      );
  }
}
