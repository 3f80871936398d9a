import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { writeCsv } from '../../../files/writeCsv';
import { useMessages } from '../../messages/MessagesContext';
import { useJobList } from '../../queries/useJobList';
import { useServices } from '../../services';
import { ErrorNotice } from '../ErrorNotice';
import { allowedSteps } from './allowedSteps';
import type { LiveJob } from './JobPanel.types';
import { reportRows } from './reportRows';
import { StopButton } from './StopButton';
import { UndoButton } from './UndoButton';
import { useIsUndoable } from './useUndoPreview';
import { useSteering } from './useSteering';
import { useIsOffline } from '../useIsOffline';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** A job, and what happens around its buttons. */
interface JobActionsProps {
  readonly job: LiveJob;
  /** Called when the button with the focus went away. */
  readonly onFocusLost: () => void;
  readonly onOpen: (jobId: string) => void;
}

/** The buttons that steer a job; which there are follows from where it stands. */
export function JobActions({ job, onFocusLost, onOpen }: JobActionsProps): ReactNode {
  const styles = useStyles();
  const { jobs: words } = useMessages();
  const { header, status, counts } = job.state;
  const { steer, isBusy, error } = useSteering();
  const steps = allowedSteps(job, useIsOffline());
  const { move } = steps;
  const isUndone = useJobList().some((other) => other.header.undoOf === header.id);
  const isUndoable = useIsUndoable(header.id, steps.canUndo);
  const exportReport = useExport(job);
  const focus = useFocusKept(`${status} ${move} ${steps.stop}`, onFocusLost);
  return (
    <>
      <div className={styles.buttons} {...focus}>
        {move && (
          <Button
            appearance={move === 'pause' ? 'secondary' : 'primary'}
            disabledFocusable={isBusy}
            onClick={() =>
              steer(move, (jobs) => (move === 'pause' ? jobs.pause(header.id) : jobs.start(header.id)))
            }
          >
            {move === 'pause' ? (isBusy ? words.pausing : words.pauseJob) : words[move]}
          </Button>
        )}
        {steps.stop && (
          <StopButton
            waiting={counts.waiting}
            isStopping={steps.stop === 'under-way'}
            onStop={() => steer('stop', (jobs) => jobs.cancel(header.id))}
          />
        )}
        {steps.canRetry && (
          <Button
            disabledFocusable={isBusy}
            onClick={() => steer('retry', (jobs) => jobs.retryFailed(header.id))}
          >
            {words.retryFailed}
          </Button>
        )}
        {steps.canUndo && !isUndone && isUndoable && <UndoButton header={header} onUndone={onOpen} />}
        {steps.canExport && <Button onClick={exportReport}>{words.exportReport}</Button>}
      </div>
      {steps.canUndo && isUndone && <p className={styles.note}>{words.undoneAlready}</p>}
      {steps.canUndo && !isUndone && isUndoable === false && (
        <p className={styles.note}>{words.undoNothing}</p>
      )}
      {error && <ErrorNotice error={error} />}
    </>
  );
}

function useExport({ state }: LiveJob): () => void {
  const messages = useMessages();
  const services = useServices();
  return () => {
    const day = new Date(services.clock.now()).toISOString().slice(0, 10);
    services.saveFile(messages.jobs.report.fileName(day), writeCsv(reportRows(state, messages)), 'text/csv');
  };
}

/** Notices when a change of the job takes the button away that has the focus. */
function useFocusKept(buttons: string, onFocusLost: () => void) {
  const hadFocus = useRef(false);
  const latest = useRef(onFocusLost);
  useEffect(() => {
    latest.current = onFocusLost;
  });
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    hadFocus.current = false;
    latest.current();
  }, [buttons]);
  return {
    onFocus: () => {
      hadFocus.current = true;
    },
    onBlur: ({ target }: { readonly target: Element }) => {
      // A button that goes away may tell of a blur too; then the focus is lost and not moved.
      if (target.isConnected) hadFocus.current = false;
    },
  };
}
