import { Button, Checkbox, makeStyles, Spinner } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { Steps } from '../../../base/async/inSlices';
import type { LicenseJobPlan } from '../../../license-jobs/licenseJob';
import { useMessages } from '../../messages/MessagesContext';
import { ResponsiveDialog } from '../ResponsiveDialog';
import { useBackStep } from '../useBackStep';
import { useReturnFocus } from '../useReturnFocus';
import { JobPanel } from './JobPanel';
import { PlanFailure } from './PlanFailure';
import { usePlanJob } from './usePlanJob';

const useStyles = makeStyles({ reason: { ':empty': { position: 'absolute' } } });

/** Minimum number of users who lose a license for which the admin must confirm the number. */
export const manyPeople = 1_000;

interface JobDialogProps {
  readonly title: string;
  /** Content until the job starts; scrolls as a whole. */
  readonly children: ReactNode;
  /** Summary, which stays in view. */
  readonly summary?: ReactNode;
  /** Text of the button that starts the job. */
  readonly confirm: string;
  /** Text that goes on from the button's, with the number of users and groups. */
  readonly extent?: string | undefined;
  /** Plans the job; undefined while there is nothing to start. */
  readonly plan: (() => Steps<LicenseJobPlan>) | undefined;
  /** Text of a checkbox that must be checked before the job starts; undefined if none is needed. */
  readonly acknowledgment?: string | undefined;
  /** Text above the buttons that says why nothing can start. Default is that `children` says it. */
  readonly disabledReason?: string | undefined;
  readonly onBegun: (jobId: string) => void;
  readonly onClose: () => void;
}

/** A dialog that previews, starts and shows a job. The job goes on when the dialog is closed. */
export function JobDialog(props: JobDialogProps): ReactNode {
  const { title, children, summary, confirm, extent, plan, acknowledgment, disabledReason } = props;
  const { onBegun, onClose } = props;
  const styles = useStyles();
  useReturnFocus();
  useBackStep(onClose);
  const { common, jobs } = useMessages();
  const { begin, isPlanning, error } = usePlanJob();
  const [jobId, setJobId] = useState<string>();
  // Keeps the text that was confirmed: another number must be confirmed again.
  const [agreed, setAgreed] = useState<string>();
  const canBegin = plan !== undefined && agreed === acknowledgment;
  const [reasonId, extentId] = [useId(), useId()];

  function start(): void {
    if (!plan || !canBegin) return;
    begin(plan()).then(
      (id) => {
        setJobId(id);
        onBegun(id);
      },
      // `PlanFailure` shows the error.
      () => undefined,
    );
  }

  if (jobId !== undefined) {
    return (
      <ResponsiveDialog
        title={title}
        secondary={<Button onClick={onClose}>{common.close}</Button>}
        onClose={onClose}
      >
        <JobPanel jobId={jobId} />
      </ResponsiveDialog>
    );
  }
  return (
    <ResponsiveDialog
      title={title}
      foot={
        <>
          {summary}
          {/* Always there, so that each change is announced. */}
          <span id={reasonId} className={styles.reason} role="status">
            {disabledReason}
          </span>
          {acknowledgment !== undefined && (
            <Checkbox
              label={acknowledgment}
              checked={agreed === acknowledgment}
              onChange={(_event, { checked }) => setAgreed(checked === true ? acknowledgment : undefined)}
            />
          )}
          <PlanFailure error={error} onRetry={start} />
        </>
      }
      extent={extent === undefined ? undefined : <span id={extentId}>{extent}</span>}
      primary={
        <Button
          appearance="primary"
          disabledFocusable={!canBegin || isPlanning}
          icon={isPlanning ? <Spinner size="tiny" /> : undefined}
          aria-describedby={disabledReason === undefined ? extent && extentId : reasonId}
          onClick={start}
        >
          {isPlanning ? jobs.starting : confirm}
        </Button>
      }
      secondary={<Button onClick={onClose}>{common.cancel}</Button>}
      onClose={onClose}
    >
      {children}
    </ResponsiveDialog>
  );
}
