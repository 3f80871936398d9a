import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { toAppError } from '../../../base/appError';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { useServices } from '../../services';
import { EmptyState } from '../EmptyState';
import { ErrorNotice } from '../ErrorNotice';
import { Loading } from '../Loading';
import { JobDifferences } from '../UpdatesNote';
import { JobActions } from './JobActions';
import { JobHeader } from './JobHeader';
import { JobStateText } from './JobStateText';
import { jobTitle } from './jobTitle';
import { OutcomeList } from './outcomes/OutcomeList';
import { useJob, type LiveJob } from './useJob';
import type { JobThroughput } from '../../../jobs/jobs';
import { countSettled } from './countSettled';

const narrow = '@container (max-width: 699px)';

const useStyles = makeStyles({
  panel: {
    containerType: 'inline-size',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  // As high as that with the outcomes, which takes its place.
  bar: { height: '8px' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    minHeight: tokens.lineHeightBase300,
    // State and numbers, below each other.
    [narrow]: { minHeight: `calc(2 * ${tokens.lineHeightBase300})` },
  },
  rate: { [narrow]: { display: 'none' } },
  words: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    // A line of its own, also beside a short state, so that it stays where it is when the state changes.
    [narrow]: { flexBasis: '100%' },
  },
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
          <JobLine job={job} />
          <JobDifferences jobId={jobId} />
          <OutcomeList
            key={jobId}
            state={job.state}
            headingLevel={headingLevel}
            progress={<JobProgress job={job} />}
          />
        </>
      )}
    </section>
  );
}

/** Returns how far a job is and the time left, as far as known, as text, and the rate; undefined if that's unknown. */
function progressTexts({ state, pace }: LiveJob, { jobs }: Messages): readonly [string, string | undefined] {
  const { header, status, counts } = state;
  const { itemsPerMinute, timeLeftInMs, timeLeftError = 0 } = status === 'running' ? pace : unknownPace;
  const rate = rounded(itemsPerMinute ?? 0);
  const words = [
    jobs.settledOf(countSettled(counts), header.size),
    // Once everything is sent, the state says it.
    ...(counts.pending > 0 && status !== 'following' ? [jobs.accepted(counts.pending)] : []),
    ...(timeLeftInMs === undefined ? [] : [jobs.timeLeft(timeLeftInMs, timeLeftError)]),
  ].join(' · ');
  return [words, rate > 0 ? jobs.rate(rate) : undefined];
}

/**
 * State of a job: while it runs, with how far it is; once it's over, with when that was. As high in both cases, so that
 * the list below stays where it is.
 */
function JobLine({ job }: { readonly job: LiveJob }): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { clock } = useServices();
  const { status, finishedAt } = job.state;
  const [words, rate] = progressTexts(job, messages);
  return (
    <div className={styles.line}>
      <JobStateText job={job} />
      {status !== 'finished' ? (
        <p key="progress" className={styles.words}>
          {words}
          {rate !== undefined && <span className={styles.rate}>{` · ${rate}`}</span>}
        </p>
      ) : (
        finishedAt !== undefined && (
          <p key="end" className={styles.words}>
            {messages.jobs.endedAt(finishedAt, clock.now() - finishedAt < timeOnlyInMs)}
          </p>
        )
      )}
    </div>
  );
}

/** Progress of a job as a bar. */
function JobProgress({ job }: { readonly job: LiveJob }): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { header, status, counts } = job.state;
  return (
    <ProgressBar
      className={styles.bar}
      aria-label={jobTitle(header, messages)}
      aria-valuetext={progressTexts(job, messages)
        .filter((text) => text !== undefined)
        .join(' · ')}
      // The bar shows what is sent; how long Entra takes after that is unknown.
      {...(status === 'following' ? {} : { value: countSettled(counts) + counts.pending })}
      max={Math.max(header.size, 1)}
      thickness="large"
    />
  );
}

/** Age up to which the end of a job is shown without its date. */
const timeOnlyInMs = 12 * 60 * 60_000;
const unknownPace: JobThroughput = { itemsPerMinute: undefined, timeLeftInMs: undefined };

/** Rounds a rate to three significant digits and a whole number. */
function rounded(rate: number): number {
  return Math.round(Number(rate.toPrecision(3)));
}
