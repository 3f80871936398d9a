import { Button, ProgressBar, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../ErrorNotice';
import { ColumnStep } from './ColumnStep';
import type { ListReading } from './useListReading';

const useStyles = makeStyles({
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
export function ReadingPanel({ reading }: { readonly reading: ListReading }): ReactNode {
  const styles = useStyles();
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
