import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import { useMessages } from '../../messages/MessagesContext';
import { CopyButton } from '../../parts/CopyButton';
import { useBackStep } from '../../parts/useBackStep';
import { useReturnFocus } from '../../parts/useReturnFocus';
import { useServices } from '../../services';

interface RequestAccessDialogProps {
  readonly productName: string;
  readonly onClose: () => void;
}

/** A text to copy that asks an administrator for a license. The app sends nothing. */
export function RequestAccessDialog({ productName, onClose }: RequestAccessDialogProps) {
  const { myApps, common } = useMessages();
  const { me } = useServices();
  useReturnFocus();
  useBackStep(onClose);
  const text = myApps.request(me.user.displayName, me.user.userPrincipalName, productName);
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{myApps.askTitle(productName)}</DialogTitle>
          <DialogContent>
            <p>{myApps.askText}</p>
            <Field label={myApps.requestLabel}>
              <Textarea readOnly rows={6} resize="vertical" value={text} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{common.close}</Button>
            <CopyButton text={text} label={myApps.copyRequest} />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
