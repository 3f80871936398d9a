import { SearchBox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LicensingCode } from '../../../../licensing/types';
import { useMessages } from '../../../messages/MessagesContext';
import type { Messages } from '../../../messages/types';
import { FilterChips } from '../../FilterChips';
import { toggled } from '../../toggled';
import type { OutcomeFilter } from './selectOutcomes';

const useStyles = makeStyles({
  bar: { display: 'grid', gap: tokens.spacingVerticalS },
  search: { maxWidth: '340px' },
});

/** What the list can be narrowed down to, and to what it is. */
interface OutcomeToolbarProps {
  readonly counts: ReadonlyMap<OutcomeFilter, number>;
  readonly filters: ReadonlySet<OutcomeFilter>;
  readonly onFilters: (filters: ReadonlySet<OutcomeFilter>) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** Search and filters of the outcomes; each filter says how many fall under it. */
export function OutcomeToolbar(props: OutcomeToolbarProps): ReactNode {
  const { counts, filters, onFilters, search, onSearch } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { jobs } = messages;

  // A filter that is on stays within reach, also when nothing falls under it any more.
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
        onToggle={(name) => onFilters(toggled(filters, name))}
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
