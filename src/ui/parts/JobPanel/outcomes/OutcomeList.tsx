import { makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useMessages } from '../../../messages/MessagesContext';
import type { LicenseJobState } from '../../../../license-jobs/licenseJob';
import { wordKindOf } from '../jobTitle';
import { countFilters } from './countFilters';
import { OutcomeGrid } from './OutcomeGrid';
import { OutcomeToolbar } from './OutcomeToolbar';
import { selectOutcomes, type OutcomeFilter } from './selectOutcomes';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** From how many users and groups on the list can be searched and narrowed down; fewer are seen at a glance. */
const toolbarFrom = 10;

/** The outcomes of a job, live, with search and filters. */
export function OutcomeList({ state }: { readonly state: LicenseJobState }): ReactNode {
  const styles = useStyles();
  const { jobs } = useMessages();
  const { items } = state;
  const [filters, setFilters] = useState<ReadonlySet<OutcomeFilter>>(new Set());
  const [search, setSearch] = useState('');
  // While the numbers run, reading each of them out would leave no word to anything else.
  const isAtRest =
    state.status === 'paused' || state.status === 'finished' || state.inFlightUntil !== undefined;
  const isNarrowed = filters.size > 0 || search.trim() !== '';
  // Reading all items of a long job must not hold back its progress, or typing.
  const read = useDeferredValue(state);
  const counts = useMemo(() => countFilters(read), [read]);
  const sought = useDeferredValue(search);
  const every = useMemo(() => Array.from({ length: items.length }, (_, place) => place), [items.length]);
  const places = useMemo(
    () => (isNarrowed ? selectOutcomes(read.items, filters, sought) : every),
    [isNarrowed, read.items, filters, sought, every],
  );
  return (
    <div className={styles.list}>
      {items.length >= toolbarFrom && (
        <OutcomeToolbar {...{ counts, filters, search }} onFilters={setFilters} onSearch={setSearch} />
      )}
      {isNarrowed && (
        <p className={styles.note} role={isAtRest ? 'status' : undefined}>
          {places.length > 0 ? jobs.shown(places.length, items.length) : jobs.noneShown}
        </p>
      )}
      {places.length > 0 && (
        <OutcomeGrid {...{ items, places, isAtRest }} kind={wordKindOf(state.header.subject)} />
      )}
    </div>
  );
}
