import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SavedDraft } from '../../../storage/drafts';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { WaitText } from '../../parts/WaitText';
import { useServices } from '../../services';
import { countDraftLines, type DraftState } from './useAssignDraft';

/** Offers to resume or discard the saved draft, if there is one. */
export function DraftOffer({ draft }: { readonly draft: DraftState }): ReactNode {
  const { offer, isResuming, error, resume, discard } = draft;
  const messages = useMessages();
  const { clock } = useServices();
  const { assign } = messages;
  if (!offer) return undefined;
  const isPeople = offer.unresolved.length === 0 && offer.principals.every(({ kind }) => kind === 'user');
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          {assign.unfinished(countDraftLines(offer), isPeople, timeOf(offer, clock.now(), messages))}{' '}
          {isResuming && (
            <Spinner
              size="extra-tiny"
              label={<WaitText early={assign.continuing} what={assign.unfinishedWait} />}
            />
          )}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" disabledFocusable={isResuming} onClick={resume}>
            {assign.continueList}
          </Button>
          <Button size="small" disabledFocusable={isResuming} onClick={discard}>
            {assign.discardList}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {error !== undefined && <ErrorNotice error={error} onRetry={resume} />}
    </>
  );
}

/** Formats a time as the time of day if it was today, else with the date. */
function timeOf({ savedAt }: SavedDraft, now: number, { format }: Messages): string {
  const at = new Date(savedAt);
  if (at.toDateString() !== new Date(now).toDateString()) return format.dateTime(savedAt);
  return new Intl.DateTimeFormat(format.locale, { timeStyle: 'short' }).format(at);
}
