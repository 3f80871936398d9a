import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ProductKey } from '../../../licensing/keys';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { useBackStep } from '../../parts/useBackStep';
import { InstallWords } from './InstallWords';
import { useInstall } from './useInstall';

/** What is installed, and how the dialog goes away. */
interface InstallDialogProps {
  readonly productKey: ProductKey;
  readonly onClose: () => void;
}

/** Says what installing will do, does it, and tells honestly what is known of the result. */
export function InstallDialog({ productKey, onClose }: InstallDialogProps) {
  const { install, common } = useMessages();
  const { product, step, isDone, isMissing, holdsLicense, error, run, retry } = useInstall(productKey);
  useBackStep(onClose, true);
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{product ? install.title(product.name) : install.action}</DialogTitle>
          <DialogContent>
            {error !== undefined && <ErrorNotice error={error} onRetry={retry} />}
            {!product && !isMissing && error === undefined && <Loading rows={2} />}
            {(product ?? isMissing) && (
              <InstallWords
                step={step}
                target={product?.installTarget}
                isDone={isDone}
                holdsLicense={holdsLicense}
              />
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{isDone || !step ? common.close : common.cancel}</Button>
            {step && !isDone && (
              <Button appearance="primary" onClick={run}>
                {step.kind === 'host-dialog' ? install.openDialog : install.open(step.host)}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
