import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { memo, useCallback, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { JobProduct, LicenseJobItems, LicenseJobState } from '../../../../license-jobs/licenseJob';
import type { WordKind } from '../../../messages/en/jobs/jobOutcomes';
import { useMessages } from '../../../messages/MessagesContext';
import { FilterChips } from '../../FilterChips';
import { PrincipalName } from '../../PrincipalName';
import { SortMenu } from '../../SortMenu';
import { toggled } from '../../toggled';
import { VirtualGrid } from '../../VirtualGrid/VirtualGrid';
import type { GridColumn, GridSort } from '../../VirtualGrid/VirtualGrid.types';
import { wordKindOf } from '../jobTitle';
import { countOutcomes } from './countOutcomes';
import { OutcomeBar } from './OutcomeBar';
import { OutcomeText } from './OutcomeText';
import type { OutcomeFilter, OutcomeGroup } from './selectOutcomes';
import { outcomeTitle, useOutcomeRows, type OutcomeSortId } from './useOutcomeRows';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  tools: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalS },
  chips: { flex: '1 1 0' },
});

/** Minimum number of items for the search. */
const searchFrom = 10;

/** Outcomes that are looked at first. */
const attention: readonly OutcomeFilter[] = ['halfDone', 'failed', 'partly', 'unsure'];

interface OutcomeListProps {
  readonly state: LicenseJobState;
  /** Level of the job's title. */
  readonly headingLevel: 1 | 2 | 3;
  /** Bar in the place of that with the outcomes, until the job is over. */
  readonly progress: ReactNode;
}

/** The outcomes of a job, live, with search and filters. What failed comes first, by cause. */
export function OutcomeList({ state, headingLevel, progress }: OutcomeListProps): ReactNode {
  const styles = useStyles();
  const { jobs, format } = useMessages();
  const { items } = state;
  const [filters, setFilters] = useState<ReadonlySet<OutcomeFilter>>(new Set());
  const [search, setSearch] = useState('');
  // While counts change, announcing each would drown out everything else.
  const isAtRest =
    state.status === 'paused' || state.status === 'finished' || state.inFlightUntil !== undefined;
  const isNarrowed = filters.size > 0 || search.trim() !== '';
  // Keeps progress and typing responsive in long jobs.
  const read = useDeferredValue(state);
  const counts = useMemo(() => countOutcomes(read.counts), [read.counts]);
  // While the job runs, no row moves from group to group.
  const isGrouped = isAtRest && attention.some((name) => counts.has(name));
  const { indexes, groups, sort, onSort } = useOutcomeRows(read, { filters, search, isGrouped });
  const onToggle = (name: OutcomeFilter): void => setFilters(toggled(filters, name));
  const nameOf = (name: OutcomeFilter, count: number): string =>
    jobs.filterCount(jobs.filterName[name], count);
  const { subject } = state.header;
  const grid = { items, kind: wordKindOf(subject), products: subject.products, isAtRest };
  return (
    <div className={styles.list}>
      {state.status === 'finished' ? <OutcomeBar {...{ counts, filters, nameOf, onToggle }} /> : progress}
      {/* From the start to the end, so that nothing moves when they come or go. */}
      {items.length > 1 && (
        <div className={styles.tools}>
          <FilterChips
            className={styles.chips}
            label={jobs.filters}
            // An active filter stays visible even if nothing matches it anymore.
            chips={[
              ...counts,
              ...[...filters].filter((on) => !counts.has(on)).map((on) => [on, 0] as const),
            ].map(([name, count]) => ({
              name,
              text: jobs.filterName[name],
              count: format.number(count),
              isOn: filters.has(name),
              isUrgent: name === 'failed' || name === 'halfDone',
            }))}
            onToggle={onToggle}
          />
          <OutcomeSort {...{ sort, onSort }} />
        </div>
      )}
      {items.length >= searchFrom && <OutcomeSearch search={search} onSearch={setSearch} />}
      {isNarrowed && (
        <p className={styles.note} role={isAtRest ? 'status' : undefined}>
          {indexes.length > 0 ? jobs.shown(indexes.length, items.length) : jobs.noneShown}
        </p>
      )}
      {groups
        ? groups.map((group) => (
            <OutcomeSection key={group.cause ?? group.filter} {...grid} {...{ group, headingLevel }} />
          ))
        : indexes.length > 0 && (
            <OutcomeGrid {...grid} label={jobs.outcomesTable} {...{ indexes, sort, onSort }} />
          )}
    </div>
  );
}

interface OutcomeSortProps {
  readonly sort: GridSort<OutcomeSortId> | undefined;
  /** Undefined goes back to what needs attention first. */
  readonly onSort: (sort: GridSort<OutcomeSortId> | undefined) => void;
}

/** The menu that sorts the list: cards and groups have no headings to sort by, and none of them has the first order. */
function OutcomeSort({ sort, onSort }: OutcomeSortProps): ReactNode {
  const styles = useSearchStyles();
  const { jobs, licenses } = useMessages();
  return (
    <SortMenu<OutcomeSortId | 'attention'>
      className={styles.sort}
      columns={[
        { id: 'attention', header: licenses.attentionFirst },
        { id: 'who', header: jobs.columnWho },
        { id: 'outcome', header: jobs.columnOutcome },
      ]}
      sort={sort ?? { columnId: 'attention', isDescending: false }}
      onSort={({ columnId, isDescending }) =>
        onSort(columnId === 'attention' ? undefined : { columnId, isDescending })
      }
    />
  );
}

const useSearchStyles = makeStyles({
  search: { maxWidth: '340px' },
  sort: { '@media (pointer: coarse)': { minWidth: '44px', minHeight: '44px' } },
});

interface OutcomeSearchProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

function OutcomeSearch({ search, onSearch }: OutcomeSearchProps): ReactNode {
  const styles = useSearchStyles();
  const { jobs } = useMessages();
  return (
    <SearchBox
      className={styles.search}
      aria-label={jobs.search}
      placeholder={jobs.searchHint}
      dismiss={{ 'aria-label': jobs.clearSearch }}
      value={search}
      onChange={(_event, { value }) => onSearch(value)}
    />
  );
}

const useSectionStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  remedy: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface OutcomeSectionProps extends Omit<OutcomeGridProps, 'label' | 'indexes'> {
  readonly group: OutcomeGroup;
  readonly headingLevel: 1 | 2 | 3;
}

/** Users and groups with the same outcome, below what it is and what to do about it. */
function OutcomeSection({ group, headingLevel, ...grid }: OutcomeSectionProps): ReactNode {
  const styles = useSectionStyles();
  const messages = useMessages();
  const { jobs, outcomes } = messages;
  const { cause, indexes } = group;
  const title = outcomeTitle(group, messages);
  const remedy = cause === undefined ? '' : outcomes[cause].action;
  const Heading = `h${headingLevel + 1}` as 'h2' | 'h3' | 'h4';
  return (
    <section className={styles.section}>
      <Heading className={styles.title}>{jobs.filterCount(title, indexes.length)}</Heading>
      {remedy !== '' && <p className={styles.remedy}>{remedy}</p>}
      <OutcomeGrid {...grid} label={title} indexes={indexes} isHeadless hasRemedyAbove={remedy !== ''} />
    </section>
  );
}

interface OutcomeGridProps extends Partial<OutcomeSortProps> {
  /** Accessible name. */
  readonly label: string;
  readonly items: LicenseJobItems;
  readonly indexes: readonly number[];
  readonly kind: WordKind;
  readonly products: readonly JobProduct[];
  readonly isAtRest: boolean;
  /** Leaves out the header, where a heading above says it. Default is false. */
  readonly isHeadless?: boolean;
  /** True if what to do is said above the grid. Default is false. */
  readonly hasRemedyAbove?: boolean;
}

/**
 * The outcomes of the users and groups. Rows are indexes, not items, so that a change of a long job renders only the
 * rows in view.
 */
function OutcomeGrid(props: OutcomeGridProps): ReactNode {
  const {
    label,
    items,
    indexes,
    kind,
    products,
    isAtRest,
    isHeadless = false,
    hasRemedyAbove = false,
  } = props;
  const { sort, onSort } = props;
  const { jobs } = useMessages();
  const columns = useMemo<readonly GridColumn<number, OutcomeSortId>[]>(
    () => [
      {
        id: 'who',
        header: jobs.columnWho,
        isSortable: true,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: (index) => {
          const item = items.at(index);
          return item && <Who principal={item.input.principal} />;
        },
      },
      {
        id: 'outcome',
        header: jobs.columnOutcome,
        isSortable: true,
        width: 'minmax(0, 1.1fr)',
        isWideWhenNarrow: true,
        render: (index) => {
          const item = items.at(index);
          return item && <OutcomeText {...{ item, kind, products, isAtRest, hasRemedyAbove }} />;
        },
      },
    ],
    [jobs, items, kind, products, isAtRest, hasRemedyAbove],
  );
  const nameOf = useCallback((index: number) => items.at(index)?.input.principal.displayName ?? '', [items]);
  return (
    <VirtualGrid
      {...{ label, columns, nameOf, sort, isHeadless }}
      {...(onSort && { onSort })}
      rows={indexes}
      keyOf={String}
    />
  );
}

/** Memoized, since all rows in view render with each change of the job. */
const Who = memo(PrincipalName);
