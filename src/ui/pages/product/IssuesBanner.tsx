import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { HolderList } from './useHolderList';

/** A list of holders, and the way to those in trouble. */
interface IssuesBannerProps {
  readonly list: HolderList;
  readonly onShow: () => void;
}

/** Says how many people are in error, how many have a license with an issue, and whose issues could not be read; nothing where there are none. */
export function IssuesBanner({ list, onShow }: IssuesBannerProps): ReactNode {
  const { product: words } = useMessages();
  const { issuesError, unreadGroups, isPartial } = list;
  const { inError, withIssue } = list.counts;
  const hasIssues = inError + withIssue > 0;
  if (!hasIssues && !isPartial) return undefined;
  const names = unreadGroups.flatMap(({ name }) => name ?? []);
  return (
    <MessageBar intent="warning" layout={isPartial ? 'multiline' : 'auto'}>
      <MessageBarBody>
        {hasIssues && words.issuesStrip(inError, withIssue, isPartial)}{' '}
        {issuesError
          ? words.issuesUnreadable
          : unreadGroups.length > 0 && words.issuesUnreadIn(names, unreadGroups.length)}
      </MessageBarBody>
      {hasIssues && (
        <MessageBarActions>
          <Button size="small" onClick={() => onShow()}>
            {words.showIssues}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
