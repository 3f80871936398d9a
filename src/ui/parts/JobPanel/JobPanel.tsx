import { makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { toAppError } from '../../../base/appError';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../EmptyState';
import { ErrorNotice } from '../ErrorNotice';
import { Loading } from '../Loading';
import { JobDifferences } from '../UpdatesNote';
import { JobActions } from './JobActions';
import { JobStateText } from './JobStateText';
import { jobTitle } from './jobTitle';
import { OutcomeList } from './outcomes/OutcomeList';
import { useJob, type LiveJob } from './useJob';
import type { JobThroughput } from '../../../jobs/jobs';
import { countSettled } from './countSettled';

const useStyles = makeStyles({
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // Gets the focus so that screen readers read it; it's no control.
    ':focus': { outline: 'none' },
  },
  pageTitle: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
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
  // The focused button of the form is gone.
  useEffect(() => {
    if (shouldFocusTitle) title.current?.focus();
  }, [shouldFocusTitle, jobId]);

  const Heading = `h${headingLevel}` as const;
  if (error && toAppError(error).code === 'not-found') {
    return <EmptyState title={messages.jobs.notFoundTitle} text={messages.jobs.notFoundText} />;
  }
  return (
    <section className={styles.panel}>
      <Heading
        className={mergeClasses(styles.title, headingLevel === 1 && styles.pageTitle)}
        tabIndex={-1}
        ref={title}
      >
        {job ? jobTitle(job.state.header, messages) : messages.shell.jobs}
      </Heading>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!job && !error && <Loading rows={3} label={messages.jobs.loading} what={messages.common.waits.job} />}
      {job && (
        <>
          <JobProgress job={job} />
          <JobStateText job={job} />
          <JobDifferences jobId={jobId} />
          <JobActions
            key={jobId}
            job={job}
            onFocusLost={() => title.current?.focus({ preventScroll: true })}
            onOpen={onOpen ?? ((by) => setUndo({ of: props.jobId, by }))}
          />
          <OutcomeList key={`outcomes ${jobId}`} state={job.state} />
        </>
      )}
    </section>
  );
}

const useJobProgressStyles = makeStyles({
  progress: { display: 'grid', gap: tokens.spacingVerticalS },
  words: { margin: 0 },
});

/** Progress, rate and time left of a job, as far as known; nothing when it has ended. */
function JobProgress({ job }: { readonly job: LiveJob }): ReactNode {
  const styles = useJobProgressStyles();
  const messages = useMessages();
  const { jobs } = messages;
  const { header, status, counts } = job.state;
  if (status === 'finished') return undefined;
  const settled = countSettled(counts);
  const { itemsPerMinute, timeLeftInMs, timeLeftError = 0 } = status === 'running' ? job.pace : unknownPace;
  const rate = rounded(itemsPerMinute ?? 0);
  const words = [
    jobs.settledOf(settled, header.size),
    // Once everything is sent, the state says it.
    ...(counts.pending > 0 && status !== 'following' ? [jobs.accepted(counts.pending)] : []),
    ...(rate > 0 ? [jobs.rate(rate)] : []),
    ...(timeLeftInMs === undefined ? [] : [jobs.timeLeft(timeLeftInMs, timeLeftError)]),
  ].join(' · ');
  return (
    <div className={styles.progress}>
      <ProgressBar
        aria-label={jobTitle(header, messages)}
        aria-valuetext={words}
        // The bar shows what is sent; how long Entra takes after that is unknown.
        {...(status === 'following' ? {} : { value: settled + counts.pending })}
        max={Math.max(header.size, 1)}
        thickness="large"
      />
      <p className={styles.words}>{words}</p>
    </div>
  );
}

const unknownPace: JobThroughput = { itemsPerMinute: undefined, timeLeftInMs: undefined };

/** Rounds a rate to three significant digits and a whole number. */
function rounded(rate: number): number {
  return Math.round(Number(rate.toPrecision(3)));
}
