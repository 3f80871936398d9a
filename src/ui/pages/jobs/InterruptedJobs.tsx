import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { ErrorNotice } from '../../parts/ErrorNotice';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { jobTitle } from '../../parts/JobPanel/jobTitle';
import { countSettled } from '../../parts/JobPanel/countSettled';
import { useJobControls } from '../../parts/JobPanel/useJobControls';
import { RolesWait } from '../../parts/WaitText';
import { hrefOf, routes } from '../../routes';

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalL } });

/** Interrupted jobs, newest first. */
interface InterruptedJobsProps {
  readonly jobs: readonly [LicenseJobSummary, ...LicenseJobSummary[]];
}

/** Banner about interrupted jobs: resume, view, or discard the rest of the newest one. */
export function InterruptedJobs({ jobs }: InterruptedJobsProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { jobs: words } = messages;
  const { run, isBusy, error } = useJobControls();
  const [isAsking, setIsAsking] = useState(false);
  const [{ header, counts }] = jobs;
  const text = words.interruptedText(jobTitle(header, messages), countSettled(counts), header.size);
  return (
    <div className={styles.bar}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.interruptedTitle(jobs.length)}</MessageBarTitle>
          {text}{' '}
          <Link appearance="subtle" inline href={hrefOf(routes.job(header.id))}>
            {words.viewJob}
          </Link>
          {jobs.length > 1 && (
            <>
              {' '}
              <Link appearance="subtle" inline href={hrefOf(routes.jobs)}>
                {words.moreInterrupted}
              </Link>
            </>
          )}
        </MessageBarBody>
        <MessageBarActions>
          <Button disabledFocusable={isBusy} onClick={() => run('resume', (all) => all.start(header.id))}>
            {words.resume}
          </Button>
          <Button disabledFocusable={isBusy} onClick={() => setIsAsking(true)}>
            {words.discard}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {isBusy && <RolesWait />}
      {error && <ErrorNotice error={error} />}
      {isAsking && (
        <ConfirmDialog
          title={words.discardTitle}
          confirm={words.discard}
          dismiss={messages.common.cancel}
          onConfirm={() => {
            setIsAsking(false);
            run('discard', (all) => all.cancel(header.id));
          }}
          onDismiss={() => setIsAsking(false)}
        >
          {words.discardText(counts.waiting + counts.started)}
        </ConfirmDialog>
      )}
    </div>
  );
}
