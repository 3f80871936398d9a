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
import { useRef, useState } from 'react';
import { teamsLinkHost } from '../../../install/planInstall';
import { useMessages } from '../../messages/MessagesContext';
import { CopyButton } from '../../parts/CopyButton';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { useBackStep } from '../../parts/useBackStep';
import { useReturnFocus } from '../../parts/useReturnFocus';
import { useSharedRun } from '../../parts/useSharedRun';
import { useServices } from '../../services';

interface RequestAccessDialogProps {
  /** Undefined where the person can't see which products there are. */
  readonly productName: string | undefined;
  readonly onClose: () => void;
}

/** A text that asks an administrator for a license. The person sends it, in Teams or by email; the app sends nothing. */
export function RequestAccessDialog({ productName, onClose }: RequestAccessDialogProps) {
  const { myApps, common } = useMessages();
  const services = useServices();
  const { user } = services.me;
  useReturnFocus();
  useBackStep(onClose);
  const [failure, setFailure] = useState<unknown>();
  const [isCopyDenied, setIsCopyDenied] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const title = productName === undefined ? myApps.requestAccess : myApps.askFor(productName);
  const text = myApps.request(user.displayName, user.userPrincipalName, productName);
  const openChat = useSharedRun(() => services.openExternal(chatLink(text)).then(onClose, setFailure));
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <p>{myApps.askText}</p>
            <Field label={myApps.requestLabel} hint={isCopyDenied ? common.copyByHand : undefined}>
              <Textarea readOnly rows={6} resize="vertical" value={text} ref={area} />
            </Field>
            {failure !== undefined && <ErrorNotice error={failure} />}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{common.close}</Button>
            <CopyButton
              text={text}
              label={myApps.copyRequest}
              onDenied={() => {
                setIsCopyDenied(true);
                area.current?.select();
                area.current?.focus();
              }}
            />
            <Button as="a" href={mailLink(title, text)} target="_blank" rel="noreferrer">
              {myApps.sendMail}
            </Button>
            <Button appearance="primary" onClick={() => void openChat()}>
              {myApps.sendInTeams}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Returns the link to a new chat with `text` in it, whose people are still to be chosen (Teams: "Deep link to start a new chat"). */
function chatLink(text: string): string {
  return `https://${teamsLinkHost}/l/chat/0/0?users=&message=${encodeURIComponent(text)}`;
}

function mailLink(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
