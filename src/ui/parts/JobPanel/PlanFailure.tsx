import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { toAppError } from '../../../base/appError';
import { useMessages } from '../../messages/MessagesContext';
import { useJobKeeping } from '../../queries/useJobList';
import { useServices } from '../../services';
import { ErrorNotice } from '../ErrorNotice';
import { Notice } from '../Notice';

const useStyles = makeStyles({
  // Scrolls by itself in small windows, so that the buttons stay in view.
  box: { display: 'grid', gap: tokens.spacingVerticalS, maxHeight: '50vh', overflowY: 'auto' },
});

interface PlanFailureProps {
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/**
 * Says why a job couldn't be started; place it right above the start button. If the browser stores nothing, says so
 * before the start too, and offers to go on without storage.
 */
export function PlanFailure({ error, onRetry }: PlanFailureProps): ReactNode {
  const styles = useStyles();
  const { jobs: words, errors, common } = useMessages();
  const { jobs } = useServices();
  const keeping = useJobKeeping();
  if (!error) {
    return keeping === 'memory' && <Notice intent="warning">{words.notKeptHere}</Notice>;
  }
  const { code } = toAppError(error);
  if (code !== 'journal-unavailable')
    return (
      <div className={styles.box}>
        <ErrorNotice error={error} onRetry={onRetry} />
      </div>
    );
  return (
    <div className={styles.box}>
      <Notice
        intent="error"
        role="alert"
        title={errors[code].title}
        actions={
          <>
            <Button onClick={onRetry}>{common.tryAgain}</Button>
            <Button
              onClick={() => {
                jobs.acceptMemory();
                onRetry();
              }}
            >
              {words.withoutKeeping}
            </Button>
          </>
        }
      >
        {errors[code].action} {words.withoutKeepingText}
      </Notice>
    </div>
  );
}
