import { Button, SearchBox, makeStyles } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { ProductKey } from '../../../licensing/keys';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { FilterChips } from '../../parts/FilterChips';
import { issuesIn, type HolderFilter, type HolderView } from '../../parts/HolderGrid/HolderGrid.types';
import { toggled } from '../../parts/toggled';
import type { HolderCounts } from '../../parts/HolderGrid/summarizeHolder';
import { parseValueFilter, valueFiltersOf } from '../../parts/HolderGrid/holderValues';
import { Loading } from '../../parts/Loading';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { compactTable, phone, touch, useIsCompact } from './layouts';
import type { HolderList } from './useHolderList';
import { useValueLabel, type ValueLabel } from './useValueLabel';

const HolderFilterPanel = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./HolderFilterPanel'))).HolderFilterPanel,
}));

const useStyles = makeStyles({
  search: {
    minWidth: '100px',
    flex: '1 1 140px',
    [compactTable]: { flex: '0 1 170px' },
    maxWidth: '240px',
    [phone]: { maxWidth: 'none', '@media (pointer: coarse)': { minHeight: '40px' } },
  },
  button: { flexShrink: 0, minWidth: '32px', [touch]: { minWidth: '44px', minHeight: '44px' } },
  // Scrolls sideways where the counts and tools leave less room.
  filters: { flex: '1 1 0', minWidth: '120px', [phone]: { order: 2, flexBasis: '100%' } },
});

/** Filters of the list of holders, in the order in which they are shown. */
export const holderFilters = ['direct', 'inherited', 'issues', 'several', 'blocked', 'guests'] as const;

interface HolderToolbarProps {
  readonly view: HolderView;
  readonly onViewChange: (view: HolderView) => void;
  /** Numbers of users in error and with issues; undefined while they aren't read. */
  readonly issues: HolderIssues | undefined;
  /** Number of people with several licenses of the product; the filter shows only where there are any, or while it's on. */
  readonly several: CountedHolders;
  /** The list to filter by values. */
  readonly list: HolderList;
  readonly product: ProductKey;
  /** Number of people who pass the filters and the search. */
  readonly shownCount: number;
  /** Returns the name of a group by its id; undefined if it can't be read. */
  readonly groupNameOf: (groupId: string) => string | undefined;
}

/** Numbers of users in error and with issues. */
interface HolderIssues extends Pick<HolderCounts, 'inError' | 'withIssue'> {
  /** True if they are the least there can be. */
  readonly isPartial: boolean;
}

/** Number of people, which is the least there can be if `isPartial`. */
interface CountedHolders {
  readonly count: number;
  readonly isPartial: boolean;
}

/**
 * Search and filters of the list of holders. The filter of a group shows only while it's on, since a link turns it
 * on.
 */
export function HolderToolbar(props: HolderToolbarProps): ReactNode {
  const { view, onViewChange, issues, several, groupNameOf, list, product, shownCount } = props;
  const styles = useStyles();
  const { product: words, lists } = useMessages();
  const { filters, search } = view;
  const labelOf = useValueLabel(product);
  const [button, setButton] = useState<HTMLElement | null>(null);
  const setFilters = (next: readonly HolderFilter[]): void => onViewChange({ ...view, filters: next });
  const ofValues = valueFiltersOf(filters).flatMap((name) => {
    const parsed = parseValueFilter(name);
    if (!parsed) return [];
    const text = lists.activeValue(lists.kinds[parsed.kind], labelOf(parsed.kind, parsed.value));
    return [{ name, text, isOn: true, hint: lists.removeFilter }];
  });
  const shownFilters = holderFilters.filter(
    (name) => name !== 'several' || several.count > 0 || filters.includes(name),
  );
  const ofGroups = filters
    .filter((name) => name.startsWith(issuesIn))
    .map((name) => ({
      name,
      text: words.issuesIn(groupNameOf(name.slice(issuesIn.length))),
      isOn: true,
    }));
  return (
    <>
      <SearchBox
        className={styles.search}
        aria-label={words.searchUsers}
        placeholder={words.searchUsersHint}
        dismiss={{ 'aria-label': words.clearSearch }}
        value={search}
        onChange={(_event, { value }) => onViewChange({ ...view, search: value })}
      />
      <FilterButton
        {...{ list, filters, labelOf, shownCount }}
        target={button}
        onTarget={setButton}
        onFiltersChange={setFilters}
      />
      <FilterChips<HolderFilter>
        // A new scroller begins at its start, where the active values are.
        key={ofValues.map(({ name }) => name).join('\n')}
        className={styles.filters}
        label={words.filters}
        isOneLine
        chips={[
          ...ofValues,
          ...shownFilters.map((name) => ({
            name,
            text: words.filterName[name],
            isOn: filters.includes(name),
            ...(name === 'issues' && issues && countIssues(issues, words)),
            ...(name === 'several' && countSeveral(several, words)),
          })),
          ...ofGroups,
        ]}
        onToggle={(name) => {
          setFilters([...toggled(new Set(filters), name)]);
          // The chip is gone.
          if (parseValueFilter(name)) button?.focus();
        }}
      />
    </>
  );
}

interface FilterButtonProps {
  readonly list: HolderList;
  readonly filters: readonly HolderFilter[];
  readonly onFiltersChange: (filters: readonly HolderFilter[]) => void;
  readonly labelOf: ValueLabel;
  readonly shownCount: number;
  /** The button itself. */
  readonly target: HTMLElement | null;
  readonly onTarget: (button: HTMLElement | null) => void;
}

/** The button that opens the values to filter by, with the number of active ones. */
function FilterButton({ filters, target, onTarget, ...panel }: FilterButtonProps): ReactNode {
  const styles = useStyles();
  const { lists: words, common, format } = useMessages();
  const isCompact = useIsCompact();
  const [isOpen, setIsOpen] = useState(false);
  const count = valueFiltersOf(filters).length;
  return (
    <>
      <Button
        ref={onTarget}
        className={styles.button}
        icon={<FilterRegular />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={words.filterBy(count)}
        title={words.filterTitle}
        onClick={() => setIsOpen(true)}
      >
        {isCompact ? count > 0 && format.number(count) : count > 0 ? words.filterCount(count) : words.filter}
      </Button>
      {isOpen && (
        <Suspense fallback={<Loading rows={0} what={common.waits.dialog} />}>
          <HolderFilterPanel {...panel} {...{ filters, target }} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Returns the number on the filter for issues, and what it counts. */
function countIssues({ inError, withIssue, isPartial }: HolderIssues, words: Messages['product']) {
  const count = inError + withIssue;
  if (count === 0) return {};
  return {
    count: words.issueCount(count, isPartial),
    hint: words.issuesHint(inError, withIssue, isPartial),
    isUrgent: true,
  };
}

/** Returns the number on the filter for several licenses, and what it counts; nothing for zero. */
function countSeveral({ count, isPartial }: CountedHolders, words: Messages['product']) {
  return count === 0
    ? {}
    : { count: words.issueCount(count, isPartial), hint: words.severalHint(count, isPartial) };
}
