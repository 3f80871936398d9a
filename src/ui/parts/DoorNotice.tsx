import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { toAppError, type AppError } from '../../base/appError';
import { useMessages } from '../messages/MessagesContext';
import { keys } from '../queries/keys';
import { useDoors } from '../queries/useDoors';
import { useServices } from '../services';
import { Notice } from './Notice';

interface DoorNoticeProps {
  /** Adds a button that hides the offer for good. Default is false. */
  readonly isDismissible?: boolean;
}

/**
 * Says that licenses of cloud licensing could not be read, or offers those who may list products to give the permission that is
 * missing; nothing where it is open or the organization does not have it.
 */
export function DoorNotice({ isDismissible = false }: DoorNoticeProps): ReactNode {
  const { doors: words, errors } = useMessages();
  const { me } = useServices();
  const client = useQueryClient();
  const [isHidden, setIsHidden] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const [isOpening, setIsOpening] = useState(false);
  const doors = useDoors();
  const state = doors?.states.get('cloud-licensing');
  if (!doors || me.access === 'own-apps') return undefined;
  const { openCloudLicensing, isOfferDismissed, dismissOffer } = doors;
  if (state?.kind === 'unknown') return <Notice intent="warning">{words.unread}</Notice>;
  if (state?.kind !== 'needs-consent' || isHidden || (isDismissible && isOfferDismissed())) return undefined;

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

  return (
    <Notice
      intent="info"
      actions={
        <>
          <Button disabledFocusable={isOpening} onClick={() => void open()}>
            {words.givePermission}
          </Button>
          {isDismissible && (
            <Button
              appearance="subtle"
              onClick={() => {
                dismissOffer();
                setIsHidden(true);
              }}
            >
              {words.notNow}
            </Button>
          )}
        </>
      }
    >
      {words.offer}
      <span role="status">{failure && ` ${errors[failure.code].title}. ${errors[failure.code].action}`}</span>
    </Notice>
  );
}
