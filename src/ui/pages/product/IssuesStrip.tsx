import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { HolderList } from './useHolderList';

/** A list of holders, and the way to those in trouble. */
interface IssuesStripProps {
  readonly list: HolderList;
  readonly onShow: () => void;
}

/** Says how many people have a license that does not work; nothing where there are none. */
export function IssuesStrip({ list, onShow }: IssuesStripProps): ReactNode {
  const { product: words } = useMessages();
  if (list.issuesError) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{words.issuesUnreadable}</MessageBarBody>
      </MessageBar>
    );
  }
  if (!list.issueCount) return undefined;
  return (
    <MessageBar intent="warning">
      <MessageBarBody>{words.issuesStrip(list.issueCount)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onShow}>
          {words.showIssues}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
