import {
  Badge,
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useMemo, useState, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import type { IssueCode, LicensedGroup } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { FilterChips } from '../../parts/FilterChips';
import { Loading } from '../../parts/Loading';
import { PrincipalName } from '../../parts/PrincipalName';
import { useBackStep } from '../../parts/useBackStep';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { useReturnFocus } from '../../parts/useReturnFocus';
import { VirtualGrid } from '../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../parts/VirtualGrid/VirtualGrid.types';
import { useGroupMembers, useNestedGroups, type GroupMember } from '../../queries/useGroupMembers';
import { useProducts } from '../../queries/useProducts';
import { useWaitingMembers } from '../../queries/useWaitingMembers';
import { groupKindText } from './groupKindText';
import { leavingReason } from '../../parts/LeaveGroupsChoice';
import { touch } from './layouts';
import { useServices } from '../../services';

const useStyles = makeStyles({
  pane: { width: '640px', maxWidth: '100vw' },
  body: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalS },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    '> dd': { margin: 0, overflowWrap: 'anywhere' },
    '> dt': { color: tokens.colorNeutralForeground3 },
  },
  state: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  more: { justifySelf: 'start' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  close: { [touch]: { minWidth: '44px', minHeight: '44px' } },
});

/** Result of the group's license for one member. */
type MemberState = 'assigned' | 'action' | 'open';

interface MemberRow extends GroupMember {
  readonly state: MemberState;
  readonly issue: IssueCode | undefined;
  /** Waits in line for a license. */
  readonly isWaiting: boolean;
}

interface GroupPaneProps {
  readonly product: Product;
  readonly group: LicensedGroup;
  readonly onClose: () => void;
}

/** The pane of a group: its state, its members with what each got of the product, and what else it gives. */
export function GroupPane({ product, group, onClose }: GroupPaneProps): ReactNode {
  const styles = useStyles();
  const { common } = useMessages();
  const isNarrow = useIsNarrow();
  useReturnFocus();
  useBackStep(onClose);
  return (
    <OverlayDrawer
      open
      position="end"
      className={isNarrow ? undefined : styles.pane}
      {...(isNarrow && { size: 'full' as const })}
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              className={styles.close}
              icon={<DismissRegular />}
              aria-label={common.close}
              onClick={onClose}
            />
          }
        >
          {group.group.displayName}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className={styles.body}>
          <GroupFacts {...{ product, group }} />
          <MemberList {...{ product, group }} />
        </div>
      </DrawerBody>
    </OverlayDrawer>
  );
}

type GroupProps = Omit<GroupPaneProps, 'onClose'>;

/** Kind, processing, other products, what leaving means, and groups inside the group. */
function GroupFacts({ product, group: licensed }: GroupProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { groups: words, product: texts, unassign } = messages;
  const { me } = useServices();
  const { products } = useProducts();
  const nested = useNestedGroups(licensed.group.id);
  const { group, processing, otherProducts } = licensed;
  const isBusy = processing === 'queued' || processing === 'processing';
  const others = otherProducts.map(
    (key) => products?.find((each) => each.key === key)?.name ?? unassign.otherProducts(1),
  );
  const cannotLeave = leavingReason(me, group, messages);
  return (
    <dl className={styles.facts}>
      <dt>{texts.columnKind}</dt>
      <dd>{groupKindText(group, texts)}</dd>
      <dt>{words.processingTitle}</dt>
      <dd role="status" className={styles.state}>
        {isBusy && <Spinner size="extra-tiny" aria-hidden />}
        {words.processing[processing]}
      </dd>
      <dt>{words.otherProducts}</dt>
      <dd>{others.length > 0 ? words.list(others) : words.noOtherProducts}</dd>
      <dt>{words.leavingTitle}</dt>
      <dd>
        {cannotLeave ?? words.leaving(product.name, others)}
        {!cannotLeave && group.isTeam && ` ${unassign.leavesTeam}`}
      </dd>
      {nested !== undefined && nested > 0 && (
        <>
          <dt>{words.nestedTitle}</dt>
          <dd>{words.nested(nested)}</dd>
        </>
      )}
    </dl>
  );
}

const states: readonly MemberState[] = ['assigned', 'action', 'open'];

/** The members by what they got, with chips that filter by it. */
function MemberList({ product, group: { group } }: GroupProps): ReactNode {
  const styles = useStyles();
  const { groups: words, common, format } = useMessages();
  const { members, total, unread, hasMore, isReading, readMore, error, retry } = useGroupMembers(
    group.id,
    product.key,
  );
  const waiting = useWaitingMembers(product.owned ?? { key: product.key }).data;
  const rows = useMemo(() => {
    const inLine = new Set(waiting?.people.map(({ user }) => user.id));
    return members?.map((member) => toRow(member, group.id, inLine));
  }, [members, group.id, waiting]);
  const counts = useMemo(() => countStates(rows ?? []), [rows]);
  const [chosen, setChosen] = useState<MemberState>();
  // The first look is for what needs attention.
  const state = chosen ?? (counts.action > 0 ? 'action' : 'assigned');
  const shown = useMemo(() => rows?.filter((row) => row.state === state) ?? [], [rows, state]);
  const columns = useMemberColumns();
  if (!rows)
    return error ? (
      <ErrorNotice error={error} onRetry={() => void retry()} />
    ) : (
      <Loading rows={4} what={common.waits.licenses([group.displayName])} />
    );
  const missing = [
    ...(hasMore && total !== undefined ? [words.loadedOf(rows.length, total)] : []),
    ...(unread > 0 ? [words.unread(unread)] : []),
  ];
  return (
    <>
      <FilterChips
        label={words.showMembers}
        chips={states
          .filter((each) => each !== 'open' || counts.open > 0)
          .map((each) => ({
            name: each,
            text: words.memberState[each],
            isOn: state === each,
            count: `${format.number(counts[each])}${hasMore ? '+' : ''}`,
          }))}
        onToggle={setChosen}
      />
      {missing.length > 0 && (
        <p role="status" className={styles.note}>
          {missing.join(' ')}
        </p>
      )}
      {error && <ErrorNotice error={error} onRetry={() => void retry()} />}
      {shown.length > 0 ? (
        <VirtualGrid
          label={words.membersOf(group.displayName)}
          columns={columns}
          rows={shown}
          keyOf={keyOf}
        />
      ) : (
        <p className={styles.note}>{hasMore ? words.noneLoaded : words.noMembers[state]}</p>
      )}
      {readMore && (
        <Button className={styles.more} disabledFocusable={isReading} onClick={readMore}>
          {words.loadMore}
        </Button>
      )}
    </>
  );
}

const keyOf = ({ user }: MemberRow): string => user.id;

function useMemberColumns(): readonly GridColumn<MemberRow>[] {
  const { product: texts } = useMessages();
  return useMemo(
    () => [
      {
        id: 'who',
        header: texts.columnUser,
        width: 'minmax(0, 1.2fr)',
        isWideWhenNarrow: true,
        render: ({ user }) => <PrincipalName principal={user} />,
      },
      {
        id: 'what',
        header: texts.columnNotes,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: (row) => <MemberNotes row={row} />,
      },
    ],
    [texts],
  );
}

/** Notes on a member: what isn't as it should be, with the next step. */
function MemberNotes({ row }: { readonly row: MemberRow }): ReactNode {
  const { groups: words, product: texts } = useMessages();
  const { state, issue, isWaiting, isIncomplete, seats } = row;
  if (isWaiting) return words.waits;
  if (state === 'action')
    return (
      <div>
        <Badge appearance="tint" color="danger">
          {texts.issue[issue ?? 'other']}
        </Badge>
        <div>{words.issueStep[issue ?? 'other']}</div>
      </div>
    );
  if (state === 'open') return isIncomplete ? words.memberUnread : words.memberOpen;
  return seats.some(({ path }) => path.kind === 'direct') ? words.alsoDirect : '';
}

/** Finds what a member got of the group's license. */
function toRow(member: GroupMember, groupId: string, inLine: ReadonlySet<string>): MemberRow {
  const own = member.seats.find(
    ({ path }) => path.kind === 'group' && path.groupId.toLowerCase() === groupId.toLowerCase(),
  );
  const isWaiting = inLine.has(member.user.id);
  const isIssue = own?.state === 'error' || own?.state === 'active-with-error' || isWaiting;
  const isWorking = own?.state === 'active' || own?.state === 'disabled';
  const state = isIssue ? 'action' : isWorking ? 'assigned' : 'open';
  return { ...member, state, issue: own?.issue, isWaiting };
}

function countStates(rows: readonly MemberRow[]): Record<MemberState, number> {
  const counts = { assigned: 0, action: 0, open: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
