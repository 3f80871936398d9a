import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { memo, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useMessages } from '../../../messages/MessagesContext';
import type { LicenseJobItems, LicenseJobState } from '../../../../license-jobs/licenseJob';
import { wordKindOf } from '../jobTitle';
import { outcomeFilterOf, selectOutcomes, type OutcomeFilter } from './selectOutcomes';
import type { LicensingCode } from '../../../../licensing/types';
import type { Messages } from '../../../messages/types';
import { FilterChips } from '../../FilterChips';
import { toggled } from '../../toggled';
import type { WordKind } from '../../../messages/en/jobs/jobOutcomes';
import { PrincipalName } from '../../PrincipalName';
import { VirtualGrid } from '../../VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../VirtualGrid/VirtualGrid.types';
import { OutcomeText } from './OutcomeText';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Minimum number of items for the toolbar with search and filters. */
const toolbarFrom = 10;

/** The outcomes of a job, live, with search and filters. */
export function OutcomeList({ state }: { readonly state: LicenseJobState }): ReactNode {
  const styles = useStyles();
  const { jobs } = useMessages();
  const { items } = state;
  const [filters, setFilters] = useState<ReadonlySet<OutcomeFilter>>(new Set());
  const [search, setSearch] = useState('');
  // While counts change, announcing each would drown out everything else.
  const isAtRest =
    state.status === 'paused' || state.status === 'finished' || state.inFlightUntil !== undefined;
  const isNarrowed = filters.size > 0 || search.trim() !== '';
  // Keeps progress and typing responsive in long jobs.
  const read = useDeferredValue(state);
  const counts = useMemo(() => countFilters(read), [read]);
  const sought = useDeferredValue(search);
  const every = useMemo(() => Array.from({ length: items.length }, (_, index) => index), [items.length]);
  const indexes = useMemo(
    () => (isNarrowed ? selectOutcomes(read.items, filters, sought) : every),
    [isNarrowed, read.items, filters, sought, every],
  );
  return (
    <div className={styles.list}>
      {items.length >= toolbarFrom && (
        <OutcomeToolbar {...{ counts, filters, search }} onFiltersChange={setFilters} onSearch={setSearch} />
      )}
      {isNarrowed && (
        <p className={styles.note} role={isAtRest ? 'status' : undefined}>
          {indexes.length > 0 ? jobs.shown(indexes.length, items.length) : jobs.noneShown}
        </p>
      )}
      {indexes.length > 0 && (
        <OutcomeGrid {...{ items, indexes, isAtRest }} kind={wordKindOf(state.header.subject)} />
      )}
    </div>
  );
}

const useOutcomeToolbarStyles = makeStyles({
  bar: { display: 'grid', gap: tokens.spacingVerticalS },
  search: { maxWidth: '340px' },
});

interface OutcomeToolbarProps {
  readonly counts: ReadonlyMap<OutcomeFilter, number>;
  readonly filters: ReadonlySet<OutcomeFilter>;
  readonly onFiltersChange: (filters: ReadonlySet<OutcomeFilter>) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** Search and filters of the outcomes; each filter shows its count. */
function OutcomeToolbar(props: OutcomeToolbarProps): ReactNode {
  const { counts, filters, onFiltersChange, search, onSearch } = props;
  const styles = useOutcomeToolbarStyles();
  const messages = useMessages();
  const { jobs } = messages;

  // An active filter stays visible even if nothing matches it anymore.
  const shown = [...counts, ...[...filters].filter((on) => !counts.has(on)).map((on) => [on, 0] as const)];
  return (
    <div className={styles.bar}>
      <SearchBox
        className={styles.search}
        aria-label={jobs.search}
        placeholder={jobs.searchHint}
        dismiss={{ 'aria-label': jobs.clearSearch }}
        value={search}
        onChange={(_event, { value }) => onSearch(value)}
      />
      <FilterChips
        label={jobs.filters}
        chips={shown.map(([name, count]) => ({
          name,
          text: jobs.filterCount(filterName(name, messages), count),
          isOn: filters.has(name),
        }))}
        onToggle={(name) => onFiltersChange(toggled(filters, name))}
      />
    </div>
  );
}

function filterName(filter: OutcomeFilter, { jobs, outcomes }: Messages): string {
  return isFailure(filter)
    ? outcomes[filter.slice('failed '.length) as LicensingCode].title
    : jobs.filterName[filter];
}

function isFailure(filter: OutcomeFilter): filter is `failed ${LicensingCode}` {
  return filter.startsWith('failed ');
}

interface OutcomeGridProps {
  readonly items: LicenseJobItems;
  readonly indexes: readonly number[];
  readonly kind: WordKind;
  readonly isAtRest: boolean;
}

/**
 * The outcomes of the users and groups. Rows are indexes, not items, so that a change of a long job renders only the
 * rows in view.
 */
function OutcomeGrid({ items, indexes, kind, isAtRest }: OutcomeGridProps): ReactNode {
  const { jobs } = useMessages();
  const columns = useMemo<readonly GridColumn<number>[]>(
    () => [
      {
        id: 'who',
        header: jobs.columnWho,
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
        width: 'minmax(0, 1.1fr)',
        isWideWhenNarrow: true,
        render: (index) => {
          const item = items.at(index);
          return item && <OutcomeText {...{ item, kind, isAtRest }} />;
        },
      },
    ],
    [jobs, items, kind, isAtRest],
  );
  return <VirtualGrid label={jobs.outcomesTable} columns={columns} rows={indexes} keyOf={String} />;
}

/** Memoized, since all rows in view render with each change of the job. */
const Who = memo(PrincipalName);

const plainFilters = ['waiting', 'done', 'partly', 'unsure', 'pending', 'skipped'] as const;

/** Counts the items of each filter, in the order in which filters are shown, without empty ones. */
function countFilters({
  items,
  counts,
}: Pick<LicenseJobState, 'items' | 'counts'>): ReadonlyMap<OutcomeFilter, number> {
  const found = new Map<OutcomeFilter, number>();
  for (const filter of plainFilters) {
    const count = countOf(filter, counts);
    if (count > 0) found.set(filter, count);
  }
  if (counts.failed > 0) countFailures(items, found);
  if (counts.cancelled > 0) found.set('cancelled', counts.cancelled);
  return found;
}

function countOf(filter: (typeof plainFilters)[number], counts: LicenseJobState['counts']): number {
  const { waiting, started, done, partly = 0, unsure = 0 } = counts;
  if (filter === 'waiting') return waiting + started;
  return filter === 'done' ? done - partly - unsure : (counts[filter] ?? 0);
}

/** Counts failures by reason from the items: the job's counts don't have reasons. */
function countFailures(items: LicenseJobState['items'], found: Map<OutcomeFilter, number>): void {
  for (const item of items) {
    if (item.outcome?.kind !== 'failed') continue;
    const filter = outcomeFilterOf(item);
    found.set(filter, (found.get(filter) ?? 0) + 1);
  }
}
