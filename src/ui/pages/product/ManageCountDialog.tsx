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
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { ExternalLinkDialog } from '../../parts/ExternalLinkDialog';
import { useBackStep } from '../../parts/useBackStep';
import { useReturnFocus } from '../../parts/useReturnFocus';

interface ManageCountDialogProps {
  readonly product: Product;
  readonly onClose: () => void;
}

/** Says that the vendor manages the number of licenses, with a link if one is known. */
export function ManageCountDialog({ product, onClose }: ManageCountDialogProps): ReactNode {
  useReturnFocus();
  useBackStep(onClose);
  const { product: words, common } = useMessages();
  const url = product.links.manage ?? product.links.website;
  if (url) {
    return (
      <ExternalLinkDialog url={url} title={words.manageTitle} text={words.manageBody} onClose={onClose} />
    );
  }
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.manageTitle}</DialogTitle>
          <DialogContent>
            <p>{words.manageBody}</p>
            <p>{words.manageUnknown}</p>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
