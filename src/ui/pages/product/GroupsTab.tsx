import { useMemo, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import type { LicensedGroup } from '../../../licensing/types';
import { useQuerySort } from '../../addressQuery';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import { useGroups } from '../../queries/useGroups';
import { groupState } from './groupState';
import { groupSortIds, sortGroups } from './sortGroups';
import { SelectionStatus } from './SelectionStatus';
import { useGroupColumns } from './useGroupColumns';
import { listPrincipals } from '../../parts/principalSelection';
import type { Selection } from './useSelection';

/** Whose groups are listed, and what the tabs share. */
interface GroupsTabProps {
  readonly product: Product;
  readonly selection: Selection;
  readonly onShowIssues: (groupId: string) => void;
  readonly onSelectFromList: (() => void) | undefined;
}

/** The groups that carry the product, and how far Entra is with each. */
export function GroupsTab(props: GroupsTabProps): ReactNode {
  const { product, selection, onShowIssues, onSelectFromList } = props;
  const { product: words, products, common, format } = useMessages();
  const { coverage } = product;
  const { data: groups, error, refetch } = useGroups(product.key);
  const [sort, setSort] = useQuerySort('groups', groupSortIds);
  const sorted = useMemo(() => sortGroups(groups ?? [], sort, format.locale), [groups, sort, format.locale]);
  const listed = useMemo(() => listPrincipals((groups ?? []).map(({ group }) => group)), [groups]);
  const columns = useGroupColumns(onShowIssues);
  const isBusy = groups?.some((group) => groupState(group) === 'busy');
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!groups && !error && <Loading what={common.waits.groups(product.name)} />}
      {groups && groups.length === 0 && (
        <EmptyState
          title={words.emptyGroupsTitle}
          text={coverage.kind === 'assignable' ? words.emptyGroupsBody : products.coverage[coverage.because]}
        />
      )}
      {groups && groups.length > 0 && (
        <>
          <SelectionStatus {...{ selection, onSelectFromList }} shownCount={selection.selected.group.size}>
            <span role="status">
              {words.groupCount(groups.length)}
              {isBusy && ` · ${words.groupsRefreshing}`}
            </span>
          </SelectionStatus>
          <VirtualGrid
            label={words.groupsGrid(product.name)}
            columns={columns}
            rows={sorted}
            keyOf={keyOf}
            maxHeight="none"
            selectLabelOf={({ group }) => words.selectRow(group.displayName)}
            selectAllLabel={words.selectAllRows}
            sort={sort}
            onSort={setSort}
            selection={{
              selected: selection.selected.group,
              onChange: (keys, isOn) => selection.setSelected('group', keys, isOn, listed),
            }}
          />
        </>
      )}
    </>
  );
}

function keyOf({ group }: LicensedGroup): string {
  return group.id;
}
