import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useBackStep } from './useBackStep';
import { useReturnFocus } from './useReturnFocus';

const useStyles = makeStyles({
  // On a phone the buttons are stacked, the primary one on top; the safe one stays first in the tab order.
  actions: { '@media screen and (max-width: 480px)': { flexDirection: 'column-reverse' } },
});

interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly dismiss: string;
  /** Disables the confirm button; `children` must say why. Default is false. */
  readonly isDisabled?: boolean;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
}

/** Asks before something that can't easily be undone. The safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { title, children, confirm, dismiss, isDisabled = false, onConfirm, onDismiss } = props;
  const styles = useStyles();
  useReturnFocus();
  useBackStep(onDismiss);
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => !open && onDismiss()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions className={styles.actions}>
            <Button onClick={onDismiss}>{dismiss}</Button>
            <Button appearance="primary" disabledFocusable={isDisabled} onClick={onConfirm}>
              {confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
