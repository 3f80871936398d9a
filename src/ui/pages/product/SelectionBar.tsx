import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { AppsListRegular } from '@fluentui/react-icons/svg/apps-list';
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { PersonSubtractRegular } from '@fluentui/react-icons/svg/person-subtract';
import { useEffect, useRef, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { useIsNarrow } from '../../parts/useIsNarrow';
import type { DisabledReasons } from './disabledReasons';
import { ExplainedButton } from '../../parts/ExplainedButton';
import { compact, compactTable, phone, tallPhone, touch } from './layouts';
import type { Selection } from './useSelection';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    boxSizing: 'border-box',
    minWidth: 0,
    minHeight: '40px',
    flex: '1 1 0',
    justifyContent: 'end',
    borderRadius: tokens.borderRadiusMedium,
    [phone]: { flexBasis: '100%' },
  },
  // On a phone, where the thumb is.
  fixed: {
    [tallPhone]: {
      position: 'fixed',
      zIndex: 3,
      left: 0,
      right: 0,
      bottom: 0,
      minHeight: '56px',
      padding: `4px ${tokens.spacingHorizontalS}`,
      paddingBottom: 'calc(4px + env(safe-area-inset-bottom, 0px))',
      borderRadius: 0,
      backgroundColor: tokens.colorNeutralBackground1,
      borderTop: `1px solid ${tokens.colorTransparentStroke}`,
      boxShadow: tokens.shadow16,
    },
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    // Visible in high contrast only, where the ground has the color of the page.
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    outlineOffset: '-1px',
    '@media (forced-colors: active)': { outline: '1px solid Highlight', outlineOffset: '-1px' },
    [tallPhone]: { backgroundColor: tokens.colorNeutralBackground1 },
  },
  // Over the bar itself, on a phone.
  menu: { zIndex: 4 },
  item: { maxWidth: 'none', [touch]: { minHeight: '44px' } },
  clear: { flexShrink: 0, [touch]: { minWidth: '44px', minHeight: '44px' } },
  text: {
    flex: '1 1 0',
    minWidth: 'min-content',
    color: tokens.colorNeutralForeground2,
    ':empty': { flex: '0 0 0px' },
  },
  count: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    [compact]: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  },
  actions: {
    display: 'flex',
    flexShrink: 0,
    maxWidth: '100%',
    // An icon over a small label.
    [compact]: {
      '> button': {
        flexDirection: 'column',
        gap: '2px',
        minWidth: '68px',
        padding: '0 4px',
        fontSize: tokens.fontSizeBase100,
        lineHeight: '12px',
        fontWeight: tokens.fontWeightRegular,
      },
      '> button > span:first-child': { margin: 0 },
    },
    [compactTable]: { '> button': { height: '40px', whiteSpace: 'nowrap' } },
    // The label takes two lines.
    [phone]: { flexShrink: 1, '> button': { minWidth: 0, maxWidth: '80px', height: '48px' } },
  },
});

/** Handlers of the actions on the selection. */
export interface SelectionActions {
  readonly reasons: DisabledReasons;
  readonly onUnassign: () => void;
  readonly onMove: () => void;
  readonly onChangeApps: () => void;
  readonly onMigrate: () => void;
}

interface SelectionBarProps extends SelectionActions {
  readonly selection: Selection;
  /** Number of selected rows that the list shows; undefined without a list. */
  readonly shownCount: number | undefined;
  /** Text while nothing is selected. */
  readonly note: string | undefined;
  /** Buttons while nothing is selected; undefined for none. */
  readonly children: ReactNode;
}

/**
 * The commands of the page; while something is selected, in their place what is selected in both lists, how much of it
 * the list doesn't show, and the actions on it.
 */
export function SelectionBar(props: SelectionBarProps): ReactNode {
  const { selection, shownCount, note, children, ...actions } = props;
  const styles = useStyles();
  const { product: words } = useMessages();
  const users = selection.selected.user.size;
  const groups = selection.selected.group.size;
  const isAny = users + groups > 0;
  const notShown = shownCount === undefined ? 0 : users + groups - shownCount;
  useFocusAfterClearing(isAny);
  return (
    <div
      className={mergeClasses(
        styles.bar,
        (isAny || children !== undefined) && styles.fixed,
        isAny && styles.selected,
      )}
    >
      {isAny && (
        <Button
          className={styles.clear}
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.clearSelection}
          title={words.clearSelection}
          onClick={selection.clear}
        />
      )}
      <div role="status" className={styles.text}>
        {isAny ? (
          <>
            <span className={styles.count}>{words.selected(users, groups)}</span>
            {notShown > 0 && <span>{words.notShown(notShown)}</span>}
          </>
        ) : (
          note
        )}
      </div>
      {isAny ? <Actions {...actions} /> : children}
    </div>
  );
}

function Actions(props: SelectionActions): ReactNode {
  const { reasons, onUnassign, onMove, onChangeApps, onMigrate } = props;
  const styles = useStyles();
  const { product: words, changes } = useMessages();
  return (
    <div className={styles.actions} role="group" aria-label={words.selectionActions}>
      <ExplainedButton
        appearance="subtle"
        icon={<PersonSubtractRegular />}
        disabledReason={reasons.unassign}
        onClick={onUnassign}
      >
        {words.unassign}
      </ExplainedButton>
      <ExplainedButton
        appearance="subtle"
        icon={<ArrowSwapRegular />}
        disabledReason={reasons.move}
        onClick={onMove}
      >
        {changes.move}
      </ExplainedButton>
      <ExplainedButton
        appearance="subtle"
        icon={<AppsListRegular />}
        disabledReason={reasons.changeApps}
        onClick={onChangeApps}
      >
        {changes.apps}
      </ExplainedButton>
      <MoreActions reason={reasons.migrate} onMigrate={onMigrate} />
    </div>
  );
}

interface MoreActionsProps {
  /** Reason that people can't be migrated; undefined if they can. */
  readonly reason: string | undefined;
  readonly onMigrate: () => void;
}

/** Menu of the less frequent actions on the selection. */
function MoreActions({ reason, onMigrate }: MoreActionsProps): ReactNode {
  const styles = useStyles();
  const { product: words, groups } = useMessages();
  const trigger = useRef<HTMLButtonElement>(null);
  // On a phone the bar is at the bottom, and would cover a menu below it.
  const isNarrow = useIsNarrow();
  return (
    <Menu
      positioning={isNarrow ? 'above-end' : 'below-end'}
      mountNode={document.querySelector<HTMLElement>('main')}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={trigger}
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={words.moreSelectionActions}
          title={words.moreSelectionActions}
        />
      </MenuTrigger>
      <MenuPopover className={styles.menu}>
        <MenuList>
          <MenuItem
            className={styles.item}
            icon={<PeopleTeamRegular />}
            disabled={reason !== undefined}
            subText={reason}
            onClick={() => {
              // The dialog gives the focus back to the button: the item is gone by then.
              trigger.current?.focus();
              onMigrate();
            }}
          >
            {groups.migrateTitle}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Moves a focus that goes with the actions to the list, at the row where it was last. */
function useFocusAfterClearing(isAny: boolean): void {
  const wasAny = useRef(isAny);
  useEffect(() => {
    const isCleared = wasAny.current && !isAny;
    wasAny.current = isAny;
    const { activeElement } = document;
    if (!isCleared || (activeElement !== null && activeElement !== document.body)) return;
    document.querySelector<HTMLElement>('[role=tabpanel] [data-cell][tabindex="0"]')?.focus();
  }, [isAny]);
}
