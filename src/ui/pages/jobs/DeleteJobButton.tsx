import { Button } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState, type ReactNode } from 'react';
import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { useMessages } from '../../messages/MessagesContext';
import { jobTitle } from '../../parts/JobPanel/jobTitle';
import { DeleteJobDialog, isDeletable } from './DeleteJobDialog';

interface DeleteJobButtonProps {
  readonly job: LicenseJobSummary;
  readonly onDeleted: () => void;
}

/** The button that deletes a job from the history. Shown only for jobs that can be deleted. */
export function DeleteJobButton({ job, onDeleted }: DeleteJobButtonProps): ReactNode {
  const messages = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  if (!isDeletable(job)) return undefined;
  return (
    <>
      <Button
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={messages.jobs.deleteJob(jobTitle(job.header, messages))}
        onClick={() => setIsAsking(true)}
      />
      {isAsking && <DeleteJobDialog {...{ job, onDeleted }} onClose={() => setIsAsking(false)} />}
    </>
  );
}
