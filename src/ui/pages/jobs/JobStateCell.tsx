import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { toAppError } from '../../../base/appError';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { isFinishing, isUnderWay } from '../../parts/JobPanel/allowedActions';
import { JobIcon } from '../../parts/JobPanel/JobHeader';
import { useJobControls } from '../../parts/JobPanel/useJobControls';

const useStyles = makeStyles({
  state: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  words: { minWidth: 0, flex: '1 1 0' },
});

/** The state of a job with its icon, and **Resume** if it waits for a person. */
export function JobStateCell({ job }: { readonly job: LicenseJobSummary }): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { jobs: words, errors } = messages;
  const { run, isBusy, error } = useJobControls();
  const canResume = job.status === 'paused' && job.runner !== 'elsewhere' && !isUnderWay(job);
  return (
    <div className={styles.state}>
      <JobIcon job={job} />
      <span className={styles.words}>{jobStatusText(job, messages)}</span>
      {canResume && (
        <Button
          size="small"
          disabledFocusable={isBusy}
          onClick={() => run('resume', (jobs) => jobs.start(job.header.id))}
        >
          {words.resume}
        </Button>
      )}
      {error && <span role="alert">{errors[toAppError(error).code].title}</span>}
    </div>
  );
}

/** Returns the state of a job as a short text, with the reason if it stopped. */
export function jobStatusText(job: LicenseJobSummary, { jobs, errors }: Messages): string {
  const { status, pause, runner, counts } = job;
  if (runner === 'elsewhere') return jobs.elsewhere;
  if (pause?.kind === 'interrupted') return jobs.interrupted;
  if (pause?.kind === 'stopped') return `${jobs.status.paused}: ${errors[pause.code].title}`;
  const { failed, halfDone = 0 } = counts;
  if (status === 'finished' && failed > 0) return jobs.finishedWithFailures(failed - halfDone, halfDone);
  return isFinishing(job) ? jobs.stateText.finishing : jobs.status[status];
}
