import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useMessages } from '../messages/MessagesContext';
import { useServices } from '../services';
import { ErrorNotice } from './ErrorNotice';
import { useBackStep } from './useBackStep';
import { useReturnFocus } from './useReturnFocus';
import { useSharedRun } from './useSharedRun';

interface ExternalLinkDialogProps {
  /** An https link of the catalogue. */
  readonly url: string;
  /** Text above the site's name. Default is none. */
  readonly text?: string;
  readonly title?: string;
  readonly onClose: () => void;
}

/** Names the site of a link before it opens. */
export function ExternalLinkDialog({ url, text, title, onClose }: ExternalLinkDialogProps) {
  const { common } = useMessages();
  const services = useServices();
  useReturnFocus();
  useBackStep(onClose);
  const [failure, setFailure] = useState<unknown>();
  const host = hostOf(url);
  const open = useSharedRun(() => services.openExternal(url).then(onClose, setFailure));
  return (
    <Dialog open onOpenChange={(_event, { open: isOpen }) => !isOpen && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title ?? common.externalLinkTitle}</DialogTitle>
          <DialogContent>
            {text && <p>{text}</p>}
            <p>{common.externalLinkText(host)}</p>
            {failure !== undefined && <ErrorNotice error={failure} />}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button appearance="primary" onClick={() => void open()}>
              {common.externalLinkOpen(host)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
