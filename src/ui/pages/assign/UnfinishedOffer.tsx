import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SavedDraft } from '../../../storage/drafts';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { WaitText } from '../../parts/WaitText';
import { useServices } from '../../services';
import { sizeOf, type UnfinishedList } from './useUnfinishedList';

/** Offers the list that an earlier time left; nothing where there is none. */
export function UnfinishedOffer({ unfinished }: { readonly unfinished: UnfinishedList }): ReactNode {
  const { offer, isContinuing, error, proceed, discard } = unfinished;
  const messages = useMessages();
  const { clock } = useServices();
  const { assign } = messages;
  if (!offer) return undefined;
  const isPeople = offer.unresolved.length === 0 && offer.principals.every(({ kind }) => kind === 'user');
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          {assign.unfinished(sizeOf(offer), isPeople, timeOf(offer, clock.now(), messages))}{' '}
          {isContinuing && (
            <Spinner
              size="extra-tiny"
              label={<WaitText early={assign.continuing} what={assign.unfinishedWait} />}
            />
          )}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" disabledFocusable={isContinuing} onClick={proceed}>
            {assign.continueList}
          </Button>
          <Button size="small" disabledFocusable={isContinuing} onClick={discard}>
            {assign.discardList}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {error !== undefined && <ErrorNotice error={error} onRetry={proceed} />}
    </>
  );
}

/** The time of day where it was today, else with the day. */
function timeOf({ savedAt }: SavedDraft, now: number, { format }: Messages): string {
  const at = new Date(savedAt);
  if (at.toDateString() !== new Date(now).toDateString()) return format.dateTime(savedAt);
  return new Intl.DateTimeFormat(format.locale, { timeStyle: 'short' }).format(at);
}
