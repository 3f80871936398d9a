import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { Steps } from '../../../base/async/inSlices';
import type { LicenseJobPlan } from '../../../license-jobs/licenseJob';
import { useMessages } from '../../messages/MessagesContext';
import { useBackStep } from '../useBackStep';
import { useReturnFocus } from '../useReturnFocus';
import { JobPanel } from './JobPanel';
import { PlanFailure } from './PlanFailure';
import { usePlanJob } from './usePlanJob';

const useStyles = makeStyles({
  surface: { maxWidth: '760px', width: 'calc(100vw - 32px)', boxSizing: 'border-box' },
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  // Stays in view above the buttons while the rest scrolls.
  foot: { gridColumn: '1 / -1', gridRow: '3', display: 'grid', gap: tokens.spacingVerticalS },
  actions: { gridRowStart: '4', gridRowEnd: '4' },
});

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
  const { title, children, summary, confirm, plan, acknowledgment, disabledReason, onBegun, onClose } = props;
  const styles = useStyles();
  useReturnFocus();
  useBackStep(onClose);
  const { common } = useMessages();
  const { begin, isPlanning, error } = usePlanJob();
  const [jobId, setJobId] = useState<string>();
  // Keeps the text that was confirmed: another number must be confirmed again.
  const [agreed, setAgreed] = useState<string>();
  const canBegin = plan !== undefined && agreed === acknowledgment;
  const reasonId = useId();

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

  return (
    <Dialog open modalType="modal" onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <div className={styles.content}>
              {jobId === undefined ? children : <JobPanel jobId={jobId} />}
            </div>
          </DialogContent>
          {jobId === undefined && (
            <div className={styles.foot}>
              {summary}
              {disabledReason !== undefined && <span id={reasonId}>{disabledReason}</span>}
              {acknowledgment !== undefined && (
                <Checkbox
                  label={acknowledgment}
                  checked={agreed === acknowledgment}
                  onChange={(_event, { checked }) => setAgreed(checked === true ? acknowledgment : undefined)}
                />
              )}
              <PlanFailure error={error} onRetry={start} />
            </div>
          )}
          {jobId === undefined ? (
            <DialogActions className={styles.actions}>
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button
                appearance="primary"
                disabledFocusable={!canBegin || isPlanning}
                aria-describedby={disabledReason === undefined ? undefined : reasonId}
                onClick={start}
              >
                {confirm}
              </Button>
            </DialogActions>
          ) : (
            <DialogActions className={styles.actions}>
              <Button appearance="primary" onClick={onClose}>
                {common.close}
              </Button>
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
