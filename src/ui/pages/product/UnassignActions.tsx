import { Button, DialogActions } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { ChangeRun } from '../../parts/OutcomeTable/useChangeRun';

/** Where the removal stands, and what the buttons do. */
export interface UnassignActionsProps {
  readonly run: ChangeRun;
  readonly canRemove: boolean;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** The buttons of the unassign dialog. */
export function UnassignActions({ run, canRemove, onRemove, onClose }: UnassignActionsProps): ReactNode {
  const { assign, unassign, common } = useMessages();
  if (run.status === 'idle') {
    return (
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button appearance="primary" disabledFocusable={!canRemove} onClick={onRemove}>
          {unassign.remove}
        </Button>
      </DialogActions>
    );
  }
  if (run.status !== 'finished') {
    return (
      <DialogActions>
        <Button disabledFocusable={run.status === 'cancelling'} onClick={run.stop}>
          {run.status === 'cancelling' ? assign.stopping : assign.stop}
        </Button>
      </DialogActions>
    );
  }
  const canRetry = run.rows.some(
    ({ outcome }) => outcome?.kind === 'failed' || outcome?.kind === 'cancelled',
  );
  return (
    <DialogActions>
      {canRetry && <Button onClick={run.retryFailed}>{assign.retryFailed}</Button>}
      <Button appearance="primary" onClick={onClose}>
        {common.close}
      </Button>
    </DialogActions>
  );
}
