import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { useReturnFocus } from '../../parts/useReturnFocus';

/** What the person decides. */
export interface CloseWarningProps {
  readonly onKeep: () => void;
  readonly onClose: () => void;
}

/** Says what happens to licenses still being assigned when the pane is closed. */
export function CloseWarning({ onKeep, onClose }: CloseWarningProps): ReactNode {
  useReturnFocus();
  const { assign } = useMessages();
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => !open && onKeep()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{assign.closeTitle}</DialogTitle>
          <DialogContent>{assign.closeBody}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onKeep}>
              {assign.keepOpen}
            </Button>
            <Button onClick={onClose}>{assign.closeAnyway}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
