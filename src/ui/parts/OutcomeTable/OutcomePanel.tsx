import { ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { ConsentNotice } from './ConsentNotice';
import { countOutcomes } from './countOutcomes';
import { OutcomeTable } from './OutcomeTable';
import type { OutcomeRow, OutcomeWords } from './OutcomeTable.types';

const useStyles = makeStyles({
  panel: { display: 'grid', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  summary: { margin: 0, '&:empty': { position: 'absolute' } },
});

/** Changes under way or done. */
export interface OutcomePanelProps {
  readonly rows: readonly OutcomeRow[];
  readonly isFinished: boolean;
  readonly words: OutcomeWords;
  /** Sends what failed once more. */
  readonly onRetry: () => void;
}

/** Progress, one outcome a principal, and at the end the sum of it, read out by screen readers. Takes the focus. */
export function OutcomePanel({ rows, isFinished, words, onRetry }: OutcomePanelProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const title = useRef<HTMLHeadingElement>(null);
  // The form with the focused button gives way to this panel.
  useEffect(() => title.current?.focus(), []);
  const sent = rows.filter(({ leftOut }) => leftOut === undefined);
  const settled = sent.filter(({ progress }) => progress === 'settled').length;
  const { done, accepted, skipped, failed, cancelled } = countOutcomes(rows);
  const progress = assign.progress(settled, sent.length);
  return (
    <section className={styles.panel}>
      <h3 className={styles.title} tabIndex={-1} ref={title}>
        {isFinished ? assign.resultTitle : words.progressTitle}
      </h3>
      {!isFinished && (
        <ProgressBar
          aria-label={words.progressTitle}
          aria-valuetext={progress}
          value={settled}
          max={Math.max(sent.length, 1)}
          thickness="large"
        />
      )}
      {!isFinished && <p className={styles.summary}>{progress}</p>}
      <p className={styles.summary} role="status">
        {isFinished && words.summary(done, accepted, skipped, failed, cancelled)}
      </p>
      {isFinished && <ConsentNotice rows={rows} onRetry={onRetry} />}
      <OutcomeTable rows={rows} words={words} />
    </section>
  );
}
