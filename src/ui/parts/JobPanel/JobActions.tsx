import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { useJobList } from '../../queries/useJobList';
import { useServices } from '../../services';
import { ErrorNotice } from '../ErrorNotice';
import { ExportButton } from '../export/ExportButton';
import { allowedActions, isAskingPerson } from './allowedActions';
import type { LiveJob } from './useJob';
import type { LicenseJobSubject } from '../../../license-jobs/licenseJob';
import { makeReport } from './makeReport';
import { UndoButton, useIsUndoable } from './UndoButton';
import { RolesWait } from '../WaitText';
import { useJobControls } from './useJobControls';
import { ConfirmDialog } from '../ConfirmDialog';

const useStyles = makeStyles({
  // As wide with one button as with three, so that the title beside them doesn't wrap in another way when they change.
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'end',
    gap: tokens.spacingHorizontalS,
    minWidth: '264px',
    '> button': { minWidth: 0 },
    '@media (max-width: 639px)': { justifyContent: 'start', flexBasis: '100%' },
    // High enough for a finger.
    '@media (pointer: coarse)': { '> button': { minHeight: '44px' } },
  },
  // Below the title and the buttons.
  note: { margin: 0, flexBasis: '100%', color: tokens.colorNeutralForeground2 },
});

interface JobActionsProps {
  readonly job: LiveJob;
  /** Called when the focused button is removed. */
  readonly onFocusLost: () => void;
  readonly onOpen: (jobId: string) => void;
}

/** The buttons of a job. Its state decides which are shown. */
export function JobActions({ job, onFocusLost, onOpen }: JobActionsProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { jobs: words } = messages;
  const { clock } = useServices();
  const { header, status, counts } = job.state;
  const leftOut = countLeftOut(header.subject);
  const { run, isBusy, error } = useJobControls();
  const isUndone = useJobList().some((other) => other.header.undoOf === header.id);
  const steps = allowedActions(job, isUndone);
  const { primary } = steps;
  // After consent, the job resumes by itself: then that's the primary action.
  const isPrimary = primary !== undefined && primary !== 'pause' && !isAskingPerson(job.state);
  const isUndoable = useIsUndoable(header.id, steps.canUndo);
  const focus = useFocusKept(`${status} ${primary} ${steps.stop}`, onFocusLost);
  return (
    <>
      <div className={styles.buttons} {...focus}>
        {primary && (
          <Button
            appearance={primary === 'pause' ? 'subtle' : isPrimary ? 'primary' : 'secondary'}
            disabledFocusable={isBusy}
            onClick={() =>
              run(primary, (jobs) => (primary === 'pause' ? jobs.pause(header.id) : jobs.start(header.id)))
            }
          >
            {primary === 'pause' ? (isBusy ? words.pausing : words.pauseJob) : words[primary]}
          </Button>
        )}
        {steps.stop && (
          <StopButton
            waiting={counts.waiting}
            isStopping={steps.stop === 'under-way'}
            onStop={() => run('stop', (jobs) => jobs.cancel(header.id))}
          />
        )}
        {steps.canRetry && (
          <Button
            appearance={counts.failed > 0 ? 'primary' : 'secondary'}
            disabledFocusable={isBusy}
            onClick={() => run('retry', (jobs) => jobs.retryFailed(header.id))}
          >
            {words.retryFailed}
          </Button>
        )}
        {steps.canUndo && !isUndone && isUndoable && <UndoButton header={header} onUndone={onOpen} />}
        {steps.canExport && (
          <ExportButton
            label={words.exportReport}
            collect={() => makeReport(job.state, messages, clock.now())}
          />
        )}
      </div>
      {leftOut > 0 && <p className={styles.note}>{words.unresolvedNote(leftOut)}</p>}
      {steps.canUndo && isUndone && <p className={styles.note}>{words.undoneAlready}</p>}
      {steps.canUndo && !isUndone && isUndoable === false && (
        <p className={styles.note}>{words.undoNothing}</p>
      )}
      {isBusy && <RolesWait />}
      {error && (
        <div className={styles.note}>
          <ErrorNotice error={error} />
        </div>
      )}
    </>
  );
}

/** Counts the lines of lists that led to no user or group. Lines that aren't kept are duplicates only if a duplicate is kept. */
function countLeftOut({ unresolved }: LicenseJobSubject): number {
  if (!unresolved) return 0;
  const others = unresolved.lines.filter(({ reason }) => reason !== 'duplicate').length;
  return others === unresolved.lines.length ? others + unresolved.more : others;
}

/** Calls `onFocusLost` when a change of the job removes the focused button. */
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
      // A removed button may fire blur too; then the focus is lost, not moved.
      if (target.isConnected) hadFocus.current = false;
    },
  };
}

/** Minimum number of waiting users and groups for which **Stop** asks first. */
const asksFrom = 20;

interface StopButtonProps {
  readonly waiting: number;
  readonly isStopping: boolean;
  readonly onStop: () => void;
}

/** The button **Stop**, which sends nothing further. Asks first if many are left. */
function StopButton({ waiting, isStopping, onStop }: StopButtonProps): ReactNode {
  const { jobs } = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        appearance="subtle"
        disabledFocusable={isStopping}
        onClick={() => (waiting < asksFrom ? onStop() : setIsAsking(true))}
      >
        {isStopping ? jobs.stopping : jobs.stop}
      </Button>
      {isAsking && !isStopping && (
        <ConfirmDialog
          title={jobs.stopTitle}
          confirm={jobs.stopAnyway}
          dismiss={jobs.keepGoing}
          onConfirm={() => {
            setIsAsking(false);
            onStop();
          }}
          onDismiss={() => setIsAsking(false)}
        >
          {jobs.stopText(waiting)}
        </ConfirmDialog>
      )}
    </>
  );
}
