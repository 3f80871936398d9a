import type { ReactNode } from 'react';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { useMessages } from '../../messages/MessagesContext';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { useJobControls } from '../../parts/JobPanel/useJobControls';

/** True for jobs that have ended or never started. */
export function isDeletable({ status }: LicenseJobSummary): boolean {
  return status === 'finished' || status === 'planned';
}

interface DeleteJobDialogProps {
  readonly job: LicenseJobSummary;
  readonly onClose: () => void;
  readonly onDeleted?: () => void;
}

/** Deletes a job from the history after a confirmation. */
export function DeleteJobDialog({ job, onClose, onDeleted }: DeleteJobDialogProps): ReactNode {
  const { jobs: words, common } = useMessages();
  const { run, isBusy, error } = useJobControls();
  const forget = (): void =>
    run('forget', async (jobs) => {
      await jobs.remove(job.header.id);
      onDeleted?.();
    });
  return (
    <ConfirmDialog
      title={words.deleteTitle}
      confirm={words.forget}
      dismiss={common.cancel}
      isDisabled={isBusy}
      onConfirm={forget}
      onDismiss={onClose}
    >
      {words.deleteText}
      {error && <ErrorNotice error={error} />}
    </ConfirmDialog>
  );
}
