import { ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { JobThroughput } from '../../../jobs/jobs';
import { useMessages } from '../../messages/MessagesContext';
import type { LiveJob } from './JobPanel.types';
import { jobTitle } from './jobTitle';
import { countSettled } from './countSettled';

const useStyles = makeStyles({
  progress: { display: 'grid', gap: tokens.spacingVerticalS },
  words: { margin: 0 },
});

/** How far a job is, how fast it goes and how long it will take, as far as that is known; nothing at its end. */
export function JobProgress({ job }: { readonly job: LiveJob }): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { jobs } = messages;
  const { header, status, counts } = job.state;
  if (status === 'finished') return undefined;
  const settled = countSettled(counts);
  const { itemsPerMinute, timeLeftInMs, timeLeftError = 0 } = status === 'running' ? job.pace : unknownPace;
  const rate = rounded(itemsPerMinute ?? 0);
  const words = [
    jobs.settledOf(settled, header.size),
    // The state says it once everything is sent.
    ...(counts.pending > 0 && status !== 'following' ? [jobs.accepted(counts.pending)] : []),
    ...(rate > 0 ? [jobs.rate(rate)] : []),
    ...(timeLeftInMs === undefined ? [] : [jobs.timeLeft(timeLeftInMs, timeLeftError)]),
  ].join(' · ');
  return (
    <div className={styles.progress}>
      <ProgressBar
        aria-label={jobTitle(header, messages)}
        aria-valuetext={words}
        // What is sent moves the bar; from then on how long Entra takes isn't known.
        {...(status === 'following' ? {} : { value: settled + counts.pending })}
        max={Math.max(header.size, 1)}
        thickness="large"
      />
      <p className={styles.words}>{words}</p>
    </div>
  );
}

const unknownPace: JobThroughput = { itemsPerMinute: undefined, timeLeftInMs: undefined };

/** A whole number; of more than three digits a rate is not worth. */
function rounded(rate: number): number {
  return Math.round(Number(rate.toPrecision(3)));
}
