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
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { JobPanel } from '../../parts/JobPanel/JobPanel';
import type { LicenseJobPlan } from '../../../license-jobs/licenseJob';
import { PlanFailure } from '../../parts/JobPanel/PlanFailure';
import { usePlanJob } from '../../parts/JobPanel/usePlanJob';
import { useBackStep } from '../../parts/useBackStep';
import { useReturnFocus } from '../../parts/useReturnFocus';

const useStyles = makeStyles({
  surface: { maxWidth: '760px', width: 'calc(100vw - 32px)', boxSizing: 'border-box' },
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  // Stays above the buttons while the rest scrolls.
  failure: {
    position: 'sticky',
    bottom: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    ':empty': { display: 'none' },
  },
});

/** Number of people from which on taking a license from them needs a second step. */
export const manyPeople = 1_000;

/** A question about many, and the job that follows. */
interface JobDialogProps {
  readonly title: string;
  /** What is asked, until the job begins. */
  readonly children: ReactNode;
  /** Name of the button that begins the job. */
  readonly confirm: string;
  /** Makes the job; undefined while there is nothing to begin. */
  readonly plan: (() => LicenseJobPlan) | undefined;
  /** Text to tick before the job may begin; undefined where it needs no second step. */
  readonly consent?: string | undefined;
  readonly onBegun: () => void;
  readonly onClose: () => void;
}

/** A dialog that asks, begins a job, and shows it. Closing leaves the job running. */
export function JobDialog(props: JobDialogProps): ReactNode {
  const { title, children, confirm, plan, consent, onBegun, onClose } = props;
  const styles = useStyles();
  useReturnFocus();
  useBackStep(onClose);
  const { common } = useMessages();
  const { begin, isPlanning, error } = usePlanJob();
  const [jobId, setJobId] = useState<string>();
  // The text is what was agreed to: another number has to be agreed to again.
  const [agreed, setAgreed] = useState<string>();
  const canBegin = plan !== undefined && agreed === consent;

  function start(): void {
    if (!plan || !canBegin) return;
    begin(plan()).then(
      (id) => {
        setJobId(id);
        onBegun();
      },
      // Shown as the error of the planning.
      () => undefined,
    );
  }

  return (
    <Dialog open modalType="modal" onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {jobId === undefined ? (
              <>
                {children}
                {consent !== undefined && (
                  <Checkbox
                    label={consent}
                    checked={agreed === consent}
                    onChange={(_event, { checked }) => setAgreed(checked === true ? consent : undefined)}
                  />
                )}
                <div className={styles.failure}>
                  <PlanFailure error={error} onRetry={start} />
                </div>
              </>
            ) : (
              <JobPanel jobId={jobId} />
            )}
          </DialogContent>
          {jobId === undefined ? (
            <DialogActions>
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button appearance="primary" disabledFocusable={!canBegin || isPlanning} onClick={start}>
                {confirm}
              </Button>
            </DialogActions>
          ) : (
            <DialogActions>
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
