import { Button } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { ErrorNotice } from '../../parts/ErrorNotice';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { jobTitle } from '../../parts/JobPanel/jobTitle';
import { useJobControls } from '../../parts/JobPanel/useJobControls';

interface DeleteJobButtonProps {
  readonly job: LicenseJobSummary;
  readonly onDeleted?: () => void;
}

/** Deletes a job from the history after a confirmation. Shown only for jobs that have ended or never started. */
export function DeleteJobButton({ job, onDeleted }: DeleteJobButtonProps): ReactNode {
  const messages = useMessages();
  const { jobs: words, common } = messages;
  const [isAsking, setIsAsking] = useState(false);
  const { run, isBusy, error } = useJobControls();
  const { header, status } = job;
  if (status !== 'finished' && status !== 'planned') return undefined;
  const forget = (): void =>
    run('forget', async (jobs) => {
      await jobs.remove(header.id);
      onDeleted?.();
    });
  return (
    <>
      <Button
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={words.deleteJob(jobTitle(header, messages))}
        onClick={() => setIsAsking(true)}
      />
      {isAsking && (
        <ConfirmDialog
          title={words.deleteTitle}
          confirm={words.forget}
          dismiss={common.cancel}
          isDisabled={isBusy}
          onConfirm={forget}
          onDismiss={() => setIsAsking(false)}
        >
          {words.deleteText}
          {error && <ErrorNotice error={error} />}
        </ConfirmDialog>
      )}
    </>
  );
}
