import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { HolderList } from './useHolderList';

/** A list of holders, and the way to those in trouble. */
interface IssuesStripProps {
  readonly list: HolderList;
  readonly onShow: () => void;
}

/** Says how many people are in error, and how many have a license with an issue; nothing where there are none. */
export function IssuesStrip({ list, onShow }: IssuesStripProps): ReactNode {
  const { product: words } = useMessages();
  if (list.issuesError) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{words.issuesUnreadable}</MessageBarBody>
      </MessageBar>
    );
  }
  const { inError, withIssue } = list.counts;
  if (inError + withIssue === 0) return undefined;
  return (
    <MessageBar intent="warning">
      <MessageBarBody>{words.issuesStrip(inError, withIssue)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => onShow()}>
          {words.showIssues}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
