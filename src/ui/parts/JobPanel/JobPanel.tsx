import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { toAppError } from '../../../base/appError';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../EmptyState';
import { ErrorNotice } from '../ErrorNotice';
import { Loading } from '../Loading';
import { JobDifferences } from '../UpdatesNote';
import { useIsNarrow } from '../useIsNarrow';
import { visuallyHidden } from '../visuallyHidden';
import { JobActions } from './JobActions';
import { JobHeader } from './JobHeader';
import { JobStateText } from './JobStateText';
import { jobTitle } from './jobTitle';
import { OutcomeList } from './outcomes/OutcomeList';
import { useJob, type LiveJob } from './useJob';
import type { JobThroughput } from '../../../jobs/jobs';
import { countSettled } from './countSettled';

const useStyles = makeStyles({
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  // As high while the job runs as when it's over, so that the list below stays where it is.
  progress: { display: 'grid', gap: tokens.spacingVerticalXS },
  unseen: visuallyHidden,
  bar: { marginBlock: '2px' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
  },
  words: { margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

interface JobPanelProps {
  readonly jobId: string;
  /** Level of the job's title. Default is 3, for a pane or dialog with a title of its own. */
  readonly headingLevel?: 1 | 2 | 3;
  /** Focuses the title when the panel appears, e.g. in place of a form. Default is true. */
  readonly shouldFocusTitle?: boolean;
  /** Shows the job that undoes this one. Default is to show it in this panel. */
  readonly onOpen?: (jobId: string) => void;
}

/** One job, live: title, progress, state, outcomes, and its actions. */
export function JobPanel(props: JobPanelProps): ReactNode {
  const { headingLevel = 3, shouldFocusTitle = true, onOpen } = props;
  const styles = useStyles();
  const messages = useMessages();
  const [undo, setUndo] = useState<{ readonly of: string; readonly by: string }>();
  const jobId = undo?.of === props.jobId ? undo.by : props.jobId;
  const { job, error, retry } = useJob(jobId);
  const title = useRef<HTMLHeadingElement>(null);
  const isOpen = job !== undefined;
  // The focused button of the form is gone. The title says more once the job is open.
  useEffect(() => {
    if (shouldFocusTitle) title.current?.focus();
  }, [shouldFocusTitle, jobId, isOpen]);

  if (error && toAppError(error).code === 'not-found') {
    return <EmptyState title={messages.jobs.notFoundTitle} text={messages.jobs.notFoundText} />;
  }
  return (
    <section className={styles.panel}>
      <JobHeader job={job?.state} headingLevel={headingLevel} titleRef={title}>
        {job && (
          <JobActions
            key={jobId}
            job={job}
            onFocusLost={() => title.current?.focus({ preventScroll: true })}
            onOpen={onOpen ?? ((by) => setUndo({ of: props.jobId, by }))}
          />
        )}
      </JobHeader>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!job && !error && <Loading rows={3} label={messages.jobs.loading} what={messages.common.waits.job} />}
      {job && (
        <>
          <JobProgress job={job} />
          <JobDifferences jobId={jobId} />
          <OutcomeList key={jobId} state={job.state} headingLevel={headingLevel} />
        </>
      )}
    </section>
  );
}

/**
 * Progress and state of a job: while it runs, how far it is and the time left as far as known; once it's over, its
 * counts.
 */
function JobProgress({ job }: { readonly job: LiveJob }): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const isNarrow = useIsNarrow();
  const { jobs } = messages;
  const { header, status, counts } = job.state;
  const isOver = status === 'finished';
  const settled = countSettled(counts);
  const { itemsPerMinute, timeLeftInMs, timeLeftError = 0 } = status === 'running' ? job.pace : unknownPace;
  const rate = rounded(itemsPerMinute ?? 0);
  const words = [
    jobs.settledOf(settled, header.size),
    // Once everything is sent, the state says it.
    ...(counts.pending > 0 && status !== 'following' ? [jobs.accepted(counts.pending)] : []),
    ...(timeLeftInMs === undefined ? [] : [jobs.timeLeft(timeLeftInMs, timeLeftError)]),
  ].join(' · ');
  const wordsWithRate = rate > 0 ? `${words} · ${jobs.rate(rate)}` : words;
  return (
    // Once the job is over, title and filters show the same.
    <div className={isOver ? styles.unseen : styles.progress}>
      {!isOver && (
        <ProgressBar
          className={styles.bar}
          aria-label={jobTitle(header, messages)}
          aria-valuetext={wordsWithRate}
          // The bar shows what is sent; how long Entra takes after that is unknown.
          {...(status === 'following' ? {} : { value: settled + counts.pending })}
          max={Math.max(header.size, 1)}
          thickness="large"
        />
      )}
      <div className={styles.line}>
        <JobStateText job={job} />
        {!isOver && <p className={styles.words}>{isNarrow ? words : wordsWithRate}</p>}
      </div>
    </div>
  );
}

const unknownPace: JobThroughput = { itemsPerMinute: undefined, timeLeftInMs: undefined };

/** Rounds a rate to three significant digits and a whole number. */
function rounded(rate: number): number {
  return Math.round(Number(rate.toPrecision(3)));
}
