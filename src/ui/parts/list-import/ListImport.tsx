import {
  Button,
  makeStyles,
  mergeClasses,
  ProgressBar,
  Spinner,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
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
  ways: { position: 'relative', display: 'grid', gap: tokens.spacingVerticalS },
});

/** A list that was pasted or dropped before the import was shown. */
export type GivenList =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'files'; readonly files: readonly File[] };

interface ListImportProps {
  readonly reading: ListReading;
  /** Hint about file types, shown as the tooltip of the button. */
  readonly fileHint: string;
  /** Text of the overlay while a file is dragged over the page. */
  readonly dropText: string;
  /** Renders the field to paste into, which calls `takeText` with each list, and places the button **Add from file**. */
  readonly renderField: (takeText: (text: string) => void, addFromFile: ReactNode) => ReactNode;
  /** List to read on mount and on each change. */
  readonly given?: GivenList | undefined;
  /** Called after `given` was read. */
  readonly onTaken?: () => void;
}

/** Imports a list: paste it into a field, choose a file, or drop one. Shows the progress below. */
export function ListImport(props: ListImportProps): ReactNode {
  const { reading, fileHint, dropText, renderField, given, onTaken } = props;
  const styles = useStyles();
  const { assign } = useMessages();
  const [leftOut, setLeftOut] = useState('');
  const isOver = useFileDrop(takeFiles);
  const ways = useRef<HTMLDivElement>(null);
  const isIdle = reading.step.kind === 'idle';
  // The focused button is gone, so the field for the next list gets the focus.
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
      {renderField(takeText, <AddFromFile hint={fileHint} onFiles={takeFiles} />)}
      {leftOut && <p role="status">{leftOut}</p>}
      <ReadingPanel reading={reading} />
      {isOver && <DropHint>{dropText}</DropHint>}
    </div>
  );
}

const useAddFromFileStyles = makeStyles({ input: { display: 'none' } });

/** Accepted file types. An .xls file can be an HTML table; for others the error says what to do. */
const accepted =
  '.csv,.tsv,.tab,.txt,.xlsx,.xlsm,.xls,.json,.vcf,.ldif,.ldf,.md,.html,.htm,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface AddFromFileProps {
  readonly hint: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The button **Add from file**, as an icon. */
function AddFromFile({ hint, onFiles }: AddFromFileProps): ReactNode {
  const styles = useAddFromFileStyles();
  const { assign } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Tooltip content={hint} relationship="description">
        <Button
          appearance="subtle"
          size="small"
          icon={<DocumentAddRegular />}
          aria-label={assign.addFromFile}
          onClick={() => input.current?.click()}
        />
      </Tooltip>
      <input
        ref={input}
        className={styles.input}
        type="file"
        aria-label={assign.addFromFile}
        accept={accepted}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // Allows choosing the same file again after it was corrected.
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
  // Lies on top of what is below, which stays where it is.
  progress: {
    position: 'absolute',
    zIndex: 2,
    insetInline: 0,
    top: `calc(100% + ${tokens.spacingVerticalXS})`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  bar: { width: '100%' },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

/** Progress of an import: reading, choices to make, errors. */
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
        <div className={mergeClasses(styles.panel, styles.progress)}>
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
        <div className={mergeClasses(styles.panel, styles.progress)}>
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
