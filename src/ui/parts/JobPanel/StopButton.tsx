import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { ConfirmDialog } from '../ConfirmDialog';

/** From how many users and groups not started on stopping is asked about. */
const asksFrom = 20;

/** What is not started, and how to stop. */
interface StopButtonProps {
  readonly waiting: number;
  readonly isStopping: boolean;
  readonly onStop: () => void;
}

/** **Stop**: sends nothing further; where many are left, it asks first. */
export function StopButton({ waiting, isStopping, onStop }: StopButtonProps): ReactNode {
  const { jobs } = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
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
