import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { toAppError } from '../../../base/appError';
import { useMessages } from '../../messages/MessagesContext';
import { useServices } from '../../services';
import { ErrorNotice } from '../ErrorNotice';

const useStyles = makeStyles({
  box: { display: 'grid', justifyItems: 'start', gap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

/** Why a job could not be begun, and how to begin it once more. */
interface PlanFailureProps {
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/** Tells why a job was not begun. Where the browser stores nothing, the person may go on without. */
export function PlanFailure({ error, onRetry }: PlanFailureProps): ReactNode {
  const styles = useStyles();
  const words = useMessages().jobs;
  const { jobs } = useServices();
  if (!error) return undefined;
  if (toAppError(error).code !== 'journal-unavailable')
    return <ErrorNotice error={error} onRetry={onRetry} />;
  return (
    <div className={styles.box}>
      <ErrorNotice error={error} onRetry={onRetry} />
      <p className={styles.text}>{words.withoutKeepingText}</p>
      <Button
        onClick={() => {
          jobs.acceptMemory();
          onRetry();
        }}
      >
        {words.withoutKeeping}
      </Button>
    </div>
  );
}
