import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Product } from '../../licensing/product';
import { maxProductNameLength } from '../../storage/decisions';
import { useMessages } from '../messages/MessagesContext';
import { useBackStep } from './useBackStep';
import { useReturnFocus } from './useReturnFocus';
import { useServices } from '../services';

interface RenameDialogProps {
  readonly product: Product;
  readonly onClose: () => void;
}

/** Lets the admin rename a product. The name is kept in this browser. */
export function RenameDialog({ product, onClose }: RenameDialogProps): ReactNode {
  const { classify, common } = useMessages();
  const { choices } = useServices();
  const [name, setName] = useState(product.name);
  useReturnFocus();
  useBackStep(onClose);
  const original = product.defaultName ?? product.name;
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const chosen = name.trim();
            // The default name isn't stored, so that it follows the catalogue.
            choices.rename(product.key, chosen === original ? undefined : chosen || undefined);
            onClose();
          }}
        >
          <DialogBody>
            <DialogTitle>{classify.renameTitle}</DialogTitle>
            <DialogContent>
              <Field label={classify.name} hint={classify.nameHint(original)}>
                <Input
                  value={name}
                  maxLength={maxProductNameLength}
                  onChange={(_event, { value }) => setName(value)}
                />
              </Field>
              <p>{classify.kept}</p>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{common.cancel}</Button>
              <Button type="submit" appearance="primary">
                {classify.rename}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
