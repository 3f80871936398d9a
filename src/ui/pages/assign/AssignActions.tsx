import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  reason: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What the buttons do. */
interface AssignActionsProps {
  /** Why nothing can be assigned now, in words; undefined where it can. */
  readonly disabledReason: string | undefined;
  readonly onAssign: () => void;
  readonly onClose: () => void;
}

/** The buttons under the list. **Assign** says why it is disabled. */
export function AssignActions({ disabledReason, onAssign, onClose }: AssignActionsProps): ReactNode {
  const styles = useStyles();
  const { assign, common } = useMessages();
  const reasonId = useId();
  const isDisabled = disabledReason !== undefined;
  return (
    <>
      {isDisabled && (
        <p id={reasonId} className={styles.reason}>
          {disabledReason}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={isDisabled}
          aria-describedby={isDisabled ? reasonId : undefined}
          onClick={onAssign}
        >
          {assign.assign}
        </Button>
        <Button onClick={onClose}>{common.close}</Button>
      </div>
    </>
  );
}
