import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import type { ChangeRun } from '../../parts/OutcomeTable/useChangeRun';
import { isSent } from './planChanges';
import type { AssignList } from './useAssignList';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  reason: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Where the flow stands, and what the buttons do. */
export interface AssignActionsProps {
  readonly list: AssignList;
  readonly run: ChangeRun;
  /** At least one app or service is on. */
  readonly hasPlans: boolean;
  readonly onAssign: () => void;
  readonly onAssignMore: () => void;
  readonly onClose: () => void;
}

/** The buttons under the flow. **Assign** says why it is off. */
export function AssignActions(props: AssignActionsProps): ReactNode {
  const { list, run, hasPlans, onAssign, onAssignMore, onClose } = props;
  const styles = useStyles();
  const { assign, common } = useMessages();
  const reasonId = useId();
  if (run.status === 'idle') {
    const reason = reasonOff(list, hasPlans, assign);
    return (
      <>
        {reason && (
          <p id={reasonId} className={styles.reason}>
            {reason}
          </p>
        )}
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            disabledFocusable={reason !== undefined}
            aria-describedby={reason && reasonId}
            onClick={onAssign}
          >
            {assign.assign}
          </Button>
          <Button onClick={onClose}>{common.close}</Button>
        </div>
      </>
    );
  }
  const isFinished = run.status === 'finished';
  const canRetry = run.rows.some(
    ({ outcome }) => outcome?.kind === 'failed' || outcome?.kind === 'cancelled',
  );
  return (
    <div className={styles.buttons}>
      {isFinished && (
        <Button appearance="primary" onClick={onClose}>
          {common.close}
        </Button>
      )}
      {isFinished && canRetry && <Button onClick={run.retryFailed}>{assign.retryFailed}</Button>}
      {isFinished && <Button onClick={onAssignMore}>{assign.assignMore}</Button>}
      {!isFinished && (
        <Button disabledFocusable={run.status === 'cancelling'} onClick={run.stop}>
          {run.status === 'cancelling' ? assign.stopping : assign.stop}
        </Button>
      )}
      {!isFinished && <Button onClick={onClose}>{common.close}</Button>}
    </div>
  );
}

function reasonOff(
  { principals, checks, preflight }: AssignList,
  hasPlans: boolean,
  words: Messages['assign'],
): string | undefined {
  if (principals.length === 0) return words.reasonEmpty;
  if (checks.error) return words.checkFailed;
  if (checks.pending.size > 0) return words.reasonChecking;
  if (!hasPlans) return words.plansNoneOn;
  return preflight.lines.some(isSent) ? undefined : words.nothingToSend;
}
