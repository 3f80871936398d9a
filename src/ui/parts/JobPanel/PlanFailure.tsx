import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { toAppError } from '../../../base/appError';
import { useMessages } from '../../messages/MessagesContext';
import { useJobKeeping } from '../../queries/useJobList';
import { useServices } from '../../services';
import { ErrorNotice } from '../ErrorNotice';

const useStyles = makeStyles({
  // In the smallest windows the notice scrolls by itself, so that neither the buttons nor what is above them goes away.
  box: { display: 'grid', gap: tokens.spacingVerticalS, maxHeight: '50vh', overflowY: 'auto' },
  text: { margin: 0 },
  button: { justifySelf: 'start' },
});

/** Why a job could not be begun, and how to begin it once more. */
interface PlanFailureProps {
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/**
 * Tells why a job was not begun; give it a place beside the button that begins it. Where the browser stores nothing, it says so
 * before as well, and the person may go on without.
 */
export function PlanFailure({ error, onRetry }: PlanFailureProps): ReactNode {
  const styles = useStyles();
  const words = useMessages().jobs;
  const { jobs } = useServices();
  const keeping = useJobKeeping();
  if (!error) return keeping === 'memory' && <p className={styles.text}>{words.notKeptHere}</p>;
  if (toAppError(error).code !== 'journal-unavailable')
    return (
      <div className={styles.box}>
        <ErrorNotice error={error} onRetry={onRetry} />
      </div>
    );
  return (
    <div className={styles.box}>
      <ErrorNotice error={error} onRetry={onRetry} />
      <p className={styles.text}>{words.withoutKeepingText}</p>
      <Button
        className={styles.button}
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
