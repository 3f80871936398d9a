import { lazy, Suspense, useCallback, useMemo, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import type { LicensedGroup } from '../../../licensing/types';
import { useAddressQuery, useQuerySort } from '../../addressQuery';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { EmptyState } from '../../parts/EmptyState';
import { ExportButton } from '../../parts/export/ExportButton';
import { exportTable } from '../../parts/export/exportTable';
import { DoorLimits } from '../../parts/DoorLimits';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { isOfCloud } from '../../../licensing/door';
import { Loading } from '../../parts/Loading';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import { useGroups } from '../../queries/useGroups';
import { useServices } from '../../services';
import { groupKindText } from './groupKindText';
import { ListAge, ListBar, useToolStyles } from './ListBar';
import { useReportShown, type ReportShown } from './useReportShown';
import { listPrincipals } from '../../parts/principalSelection';
import type { Selection } from './useSelection';
import { Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { PrincipalName } from '../../parts/PrincipalName';
import type { GridColumn, GridSort } from '../../parts/VirtualGrid/VirtualGrid.types';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { useIsRoomy } from '../../parts/roomyWindow';
import { visuallyHidden } from '../../parts/visuallyHidden';

const GroupPane = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./GroupPane'))).GroupPane,
}));

interface GroupsTabProps {
  readonly product: Product;
  readonly selection: Selection;
  /** False if nothing can be done with a selection. */
  readonly canSelect: boolean;
  readonly onShowIssues: (groupId: string) => void;
  readonly onSelectFromList: (() => void) | undefined;
  readonly onShownCount: ReportShown;
}

/** The tab with the groups that give the product, and the processing state of each in Entra. */
export function GroupsTab(props: GroupsTabProps): ReactNode {
  const { product, selection, canSelect, onShowIssues, onSelectFromList, onShownCount } = props;
  const { product: words, products, common, format } = useMessages();
  const { coverage } = product;
  const { data: groups, error, refetch } = useGroups(product.key);
  const [sort, setSort] = useQuerySort('groups', groupSortIds);
  const sorted = useMemo(() => sortGroups(groups ?? [], sort, format.locale), [groups, sort, format.locale]);
  const listed = useMemo(() => listPrincipals((groups ?? []).map(({ group }) => group)), [groups]);
  const { query, change } = useAddressQuery();
  const openGroup = useCallback((groupId: string) => change({ group: groupId }), [change]);
  const opened = groups?.find(({ group }) => group.id === query.group);
  const columns = useGroupColumns(onShowIssues, openGroup);
  const isRoomy = useIsRoomy();
  const isBusy = groups?.some((group) => groupState(group) === 'busy');
  useReportShown(groups ? selection.selected.group.size : 0, onShownCount);
  return (
    <>
      <DoorLimits product={product} of={['group-processing']} />
      <ListBar
        product={product.key}
        {...{ onSelectFromList, sort }}
        columns={[
          { id: 'group', header: words.columnGroup },
          { id: 'members', header: words.columnMembers },
          { id: 'issues', header: words.columnNotes },
        ]}
        onSort={setSort}
        tools={sorted.length > 0 && <GroupExport {...{ product }} groups={sorted} />}
        count={
          groups &&
          groups.length > 0 && (
            <span role="status">
              {words.groupCount(groups.length)}
              {isBusy && ` · ${words.groupsRefreshing}`}
            </span>
          )
        }
      />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!groups && !error && (
        <Loading variant="product" what={common.waits.groups(product.name)} isOfCloud={isOfCloud(product)} />
      )}
      {groups && groups.length === 0 && (
        <EmptyState
          title={words.emptyGroupsTitle}
          text={coverage.kind === 'assignable' ? words.emptyGroupsBody : products.coverage[coverage.because]}
        />
      )}
      {groups && groups.length > 0 && (
        <VirtualGrid
          label={words.groupsGrid(product.name)}
          columns={columns}
          rows={sorted}
          keyOf={keyOf}
          layout={isRoomy ? 'fill' : 'page'}
          nameOf={nameOf}
          selectLabelOf={({ group }) => words.selectRow(group.displayName)}
          selectAllLabel={words.selectAllRows}
          sort={sort}
          onSort={setSort}
          {...(canSelect && {
            selection: {
              selected: selection.selected.group,
              onChange: (keys, isOn) => selection.setSelected('group', keys, isOn, listed),
            },
          })}
        />
      )}
      {groups && <ListAge product={product.key} />}
      {opened && (
        <Suspense>
          <GroupPane {...{ product }} group={opened} onClose={() => change({ group: '' })} />
        </Suspense>
      )}
    </>
  );
}

interface GroupExportProps {
  readonly product: Product;
  readonly groups: readonly LicensedGroup[];
}

/** The button that exports the groups in their order on the screen. */
function GroupExport({ product, groups }: GroupExportProps): ReactNode {
  const { product: words, lists } = useMessages();
  const { clock } = useServices();
  const collect = () =>
    exportTable<LicensedGroup>({
      name: [product.name, lists.fileWords.groups],
      columns: [
        { header: words.columnGroup, valueOf: ({ group }) => group.displayName },
        {
          header: words.columnKind,
          valueOf: ({ group }) => groupKindText(group, words),
        },
        { header: words.columnMembers, valueOf: ({ memberCount }) => memberCount ?? words.notKnown },
        {
          header: lists.heads.withIssues,
          valueOf: ({ peopleWithIssues }) => peopleWithIssues ?? words.notKnown,
        },
        { header: words.columnNotes, valueOf: (group) => stateText(groupState(group), words) },
        { header: lists.heads.description, valueOf: ({ group }) => group.description ?? '' },
        { header: lists.columns.address, valueOf: ({ group }) => group.address },
        { header: lists.columns.id, valueOf: ({ group }) => group.id },
      ],
      rows: groups,
      now: clock.now(),
    });
  return <ExportButton isIcon className={useToolStyles().tool} label={lists.export} collect={collect} />;
}

/** Returns the processing state of a group as text; the number of people with issues stands beside it. */
function stateText(state: GroupState, words: Messages['product']): string {
  if (state === 'busy') return words.groupBusy;
  return state === 'unknown' ? words.groupUnknown : state === 'done' ? words.groupDone : '';
}

const keyOf = ({ group }: LicensedGroup): string => group.id;
const nameOf = ({ group }: LicensedGroup): string => group.displayName;

/** Returns the columns of the list of groups. The number of users with issues links to these users. */
function useGroupColumns(
  onShowIssues: (groupId: string) => void,
  onOpen: (groupId: string) => void,
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
          <PrincipalName
            principal={group}
            detail={group.description ?? group.address}
            onOpen={() => onOpen(group.id)}
          />
        ),
      },
      {
        id: 'kind',
        header: words.columnKind,
        width: 'minmax(0, 1.1fr)',
        render: ({ group }) => groupKindText(group, words),
      },
      {
        id: 'members',
        header: words.columnMembers,
        width: 'minmax(5.5rem, 0.7fr)',
        isSortable: true,
        isLabelledWhenNarrow: true,
        render: ({ memberCount }) =>
          memberCount === undefined ? words.notKnown : format.number(memberCount),
      },
      {
        id: 'issues',
        header: words.columnNotes,
        width: 'minmax(0, 2fr)',
        isSortable: true,
        isWideWhenNarrow: true,
        render: (group) => <GroupNotes {...{ group, onShowIssues }} />,
      },
    ],
    [words, format, onShowIssues, onOpen],
  );
}

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, fontSize: '16px', color: tokens.colorStatusDangerForeground1 },
  silent: visuallyHidden,
});

interface GroupNotesProps {
  readonly group: LicensedGroup;
  readonly onShowIssues: (groupId: string) => void;
}

/** Notes on a group's licenses: only what isn't as it should be, or not yet. That all is well is only said to screen readers. */
function GroupNotes({ group, onShowIssues }: GroupNotesProps): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();
  const { peopleWithIssues = 0 } = group;
  const state = groupState(group);
  if (state === 'done') return <span className={styles.silent}>{words.groupDone}</span>;
  return (
    <div className={styles.line}>
      {state === 'busy' && <Spinner size="extra-tiny" aria-hidden />}
      {state === 'busy' && words.groupBusy}
      {state === 'unknown' && words.groupUnknown}
      {peopleWithIssues > 0 && (
        <>
          <ErrorCircleRegular className={styles.icon} aria-hidden />
          <Link
            as="button"
            tabIndex={-1}
            aria-label={words.showPeopleWithIssues(peopleWithIssues, group.group.displayName)}
            onClick={() => onShowIssues(group.group.id)}
          >
            {words.peopleWithIssues(peopleWithIssues)}
          </Link>
        </>
      )}
      {group.peopleWithIssues === undefined && state !== 'unknown' && words.issuesNotKnown}
    </div>
  );
}

/** Processing state of a group in Entra; `unknown` if it couldn't be read. */
type GroupState = 'busy' | 'errors' | 'done' | 'unknown';

/** Returns the state of a group. Processing comes first, since its errors may still be resolved. */
export function groupState({ processing, peopleWithIssues }: LicensedGroup): GroupState {
  if (processing === 'queued' || processing === 'processing') return 'busy';
  if (peopleWithIssues !== undefined && peopleWithIssues > 0) return 'errors';
  // If errors couldn't be read, it's unknown whether all members have the license.
  return processing === 'complete' && peopleWithIssues !== undefined ? 'done' : 'unknown';
}

/** Columns of groups that can be sorted by. */
const groupSortIds = ['group', 'members', 'issues'] as const;

/** One of these columns. */
export type GroupSortId = (typeof groupSortIds)[number];

/** Numbers to sort by; undefined for a column that is sorted by name alone. */
const numbers: Record<GroupSortId, ((group: LicensedGroup) => number) | undefined> = {
  group: undefined,
  members: ({ memberCount }) => memberCount ?? -1,
  issues: ({ peopleWithIssues }) => peopleWithIssues ?? -1,
};

/** Sorts groups by a column of numbers, or by name; undefined keeps the order of the service. */
export function sortGroups(
  groups: readonly LicensedGroup[],
  sort: GridSort<GroupSortId> | undefined,
  locale: string,
): readonly LicensedGroup[] {
  if (!sort) return groups;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = sort.isDescending ? -1 : 1;
  const byName = (a: LicensedGroup, b: LicensedGroup): number =>
    compare(a.group.displayName, b.group.displayName);
  const numberOf = numbers[sort.columnId];
  return [...groups].sort((a, b) =>
    numberOf ? sign * (numberOf(a) - numberOf(b)) || byName(a, b) : sign * byName(a, b),
  );
}
