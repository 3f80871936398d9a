import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { toAppError, type AppError } from '../../base/appError';
import { mayConsentForAll } from '../../directory/access';
import { useMessages } from '../messages/MessagesContext';
import { keys } from '../queries/keys';
import { useDoors } from '../queries/useDoors';
import { useServices } from '../services';
import { CopyButton } from './CopyButton';
import { Notice } from './Notice';

interface DoorNoticeProps {
  /** Adds a button that hides the offer for good. Default is false. */
  readonly isDismissible?: boolean;
}

/**
 * Says that licenses of cloud licensing could not be read, or are gone with it, or offers those who may list products to give or get the
 * permission that is missing; nothing where it is open or the organization never had it.
 */
export function DoorNotice({ isDismissible = false }: DoorNoticeProps): ReactNode {
  const { doors: words, errors, shell } = useMessages();
  const { me } = useServices();
  const client = useQueryClient();
  const [isHidden, setIsHidden] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const [isOpening, setIsOpening] = useState(false);
  const [shownLink, setShownLink] = useState<string>();
  const doors = useDoors();
  const state = doors?.states.get('cloud-licensing');
  if (!doors || me.access === 'own-apps' || isHidden) return undefined;
  const { openCloudLicensing, isOfferDismissed, dismissOffer, wasCloudKnown, cloudConsentUrl } = doors;
  if (state?.kind === 'unknown') return <Notice intent="warning">{words.unread}</Notice>;

  const dismiss = isDismissible && (
    <Button
      appearance="subtle"
      onClick={() => {
        dismissOffer();
        setIsHidden(true);
      }}
    >
      {words.notNow}
    </Button>
  );
  if (state?.kind === 'closed' && wasCloudKnown())
    return (
      <Notice intent="warning" actions={dismiss}>
        {words.gone}
      </Notice>
    );
  if (state?.kind !== 'needs-consent' || (isDismissible && isOfferDismissed())) return undefined;

  async function open(): Promise<void> {
    setFailure(undefined);
    setIsOpening(true);
    try {
      await openCloudLicensing();
      await client.invalidateQueries({ queryKey: keys.products });
    } catch (thrown) {
      setFailure(toAppError(thrown));
    }
    setIsOpening(false);
  }

  const canConsent = mayConsentForAll(me.roleTemplateIds);
  return (
    <Notice
      intent="info"
      actions={
        <>
          <Button disabledFocusable={isOpening} onClick={() => void open()}>
            {canConsent ? words.givePermission : shell.askConsent}
          </Button>
          {!canConsent && (
            <CopyButton
              appearance="subtle"
              text={cloudConsentUrl()}
              label={shell.copyAdminConsentLink}
              onDenied={setShownLink}
            />
          )}
          {dismiss}
        </>
      }
    >
      {canConsent ? words.offer : `${words.offer} ${shell.adminConsentText}`}
      {shownLink !== undefined && <span style={{ overflowWrap: 'anywhere' }}> {shownLink}</span>}
      <span role="status">{failure && ` ${errors[failure.code].title}. ${errors[failure.code].action}`}</span>
    </Notice>
  );
}
