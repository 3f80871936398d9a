import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { toAppError } from '../../../base/appError';
import { useMessages } from '../../messages/MessagesContext';
import { useJobKeeping } from '../../queries/useJobList';
import { useServices } from '../../services';
import { ErrorNotice } from '../ErrorNotice';

const useStyles = makeStyles({
  // Scrolls by itself in small windows, so that the buttons stay in view.
  box: { display: 'grid', gap: tokens.spacingVerticalS, maxHeight: '50vh', overflowY: 'auto' },
  text: { margin: 0 },
  button: { justifySelf: 'start' },
});

interface PlanFailureProps {
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/**
 * Says why a job couldn't be started; place it beside the start button. If the browser stores nothing, says so before
 * the start too, and offers to go on without storage.
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
