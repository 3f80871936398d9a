import { Link } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { LicensedGroup } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { PrincipalName } from '../../parts/PrincipalName';
import type { GridColumn } from '../../parts/VirtualGrid/VirtualGrid.types';
import { GroupStateText } from './GroupStateText';
import type { GroupSortId } from './sortGroups';

/** The columns of a list of groups. The number of people with issues leads to them. */
export function useGroupColumns(
  onShowIssues: (groupId: string) => void,
): readonly GridColumn<LicensedGroup, GroupSortId>[] {
  const { product: words, format } = useMessages();
  return useMemo(
    () => [
      {
        id: 'group',
        header: words.columnGroup,
        width: 'minmax(0, 2fr)',
        isSortable: true,
        isWideWhenNarrow: true,
        render: ({ group }) => (
          <PrincipalName principal={group} detail={group.description ?? group.address} />
        ),
      },
      {
        id: 'kind',
        header: words.columnKind,
        width: 'minmax(0, 1.1fr)',
        render: ({ group }) => (group.groupKind ? words.groupKind[group.groupKind] : words.notKnown),
      },
      {
        id: 'members',
        header: words.columnMembers,
        width: 'minmax(0, 0.7fr)',
        isSortable: true,
        isLabelledWhenNarrow: true,
        render: ({ memberCount }) =>
          memberCount === undefined ? words.notKnown : format.number(memberCount),
      },
      {
        id: 'state',
        header: words.columnState,
        width: 'minmax(0, 1.2fr)',
        render: (group) => <GroupStateText group={group} />,
      },
      {
        id: 'issues',
        header: words.columnIssues,
        width: 'minmax(0, 1fr)',
        isSortable: true,
        isLabelledWhenNarrow: true,
        render: ({ group, peopleWithIssues }) => {
          if (peopleWithIssues === undefined) return words.notKnown;
          if (peopleWithIssues === 0) return words.none;
          return (
            <Link
              as="button"
              tabIndex={-1}
              aria-label={words.showPeopleWithIssues(peopleWithIssues, group.displayName)}
              onClick={() => onShowIssues(group.id)}
            >
              {format.number(peopleWithIssues)}
            </Link>
          );
        },
      },
    ],
    [words, format, onShowIssues],
  );
}
