import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { sortInSlices } from '../../../../base/async/sortInSlices';
import { createTimeSlicer } from '../../../../base/async/timeSlicer';
import type { LicenseJobItems, LicenseJobState } from '../../../../license-jobs/licenseJob';
import { useMessages } from '../../../messages/MessagesContext';
import type { Messages } from '../../../messages/types';
import { useServices } from '../../../services';
import type { GridSort } from '../../VirtualGrid/VirtualGrid.types';
import { groupOutcomes, selectOutcomes, type OutcomeFilter, type OutcomeGroup } from './selectOutcomes';

/** Columns that the outcomes can be sorted by. */
export type OutcomeSortId = 'who' | 'outcome';

/** Filters, search and order of the outcomes. */
interface OutcomeView {
  readonly filters: ReadonlySet<OutcomeFilter>;
  readonly search: string;
  /** Groups by outcome, with what needs attention first, unless the list is sorted by a column. */
  readonly isGrouped: boolean;
}

/** The outcomes to show. */
interface OutcomeRows {
  /** Indexes of the items, in the order in which they are shown. */
  readonly indexes: readonly number[];
  /** Undefined for one list without groups. */
  readonly groups: readonly OutcomeGroup[] | undefined;
  /** Undefined for the default: what needs attention first, each in the order of the job. */
  readonly sort: GridSort<OutcomeSortId> | undefined;
  readonly onSort: (sort: GridSort<OutcomeSortId> | undefined) => void;
}

/** Selects, sorts and groups the outcomes of a job; a long job stays responsive. */
export function useOutcomeRows({ items }: LicenseJobState, view: OutcomeView): OutcomeRows {
  const messages = useMessages();
  const { filters, isGrouped } = view;
  const [sort, setSort] = useState<GridSort<OutcomeSortId>>();
  const [byName, sortByName] = useNameOrder(items);
  const search = useDeferredValue(view.search);
  const isNarrowed = filters.size > 0 || search.trim() !== '';
  const planned = useMemo(() => Array.from({ length: items.length }, (_, index) => index), [items.length]);
  const order = useMemo(() => {
    if (sort?.columnId !== 'who' || !byName) return planned;
    return sort.isDescending ? byName.toReversed() : byName;
  }, [sort, byName, planned]);
  const selected = useMemo(
    () => (isNarrowed ? selectOutcomes(items, filters, search, order) : order),
    [isNarrowed, items, filters, search, order],
  );
  const groups = useMemo(
    () => (isGrouped && !sort ? groupOutcomes(items, selected) : undefined),
    [isGrouped, sort, items, selected],
  );
  const indexes = useMemo(
    () =>
      sort?.columnId === 'outcome' ? sortByOutcome(items, selected, sort.isDescending, messages) : selected,
    [sort, items, selected, messages],
  );
  const onSort = (next: GridSort<OutcomeSortId> | undefined): void => {
    setSort(next);
    if (next?.columnId === 'who') sortByName();
  };
  return { indexes, groups, sort, onSort };
}

/** Returns what a group of outcomes is called. */
export function outcomeTitle({ filter, cause }: OutcomeGroup, { jobs, outcomes }: Messages): string {
  return cause === undefined ? jobs.filterName[filter] : outcomes[cause].title;
}

/** Sorts by what the outcome is called, with equal ones in their order. One pass. */
function sortByOutcome(
  items: LicenseJobItems,
  indexes: readonly number[],
  isDescending: boolean,
  messages: Messages,
): readonly number[] {
  const { compare } = new Intl.Collator(messages.format.locale);
  const sign = isDescending ? -1 : 1;
  return groupOutcomes(items, indexes)
    .map((group) => ({ group, title: outcomeTitle(group, messages) }))
    .sort((a, b) => sign * compare(a.title, b.title))
    .flatMap(({ group }) => group.indexes);
}

/** Returns all indexes sorted by name, and the function that sorts them once; undefined until then. */
function useNameOrder(items: LicenseJobItems): readonly [readonly number[] | undefined, () => void] {
  const { clock } = useServices();
  const { format } = useMessages();
  const [order, setOrder] = useState<readonly number[]>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const sort = (): void => {
    if (running.current) return;
    running.current = new AbortController();
    const names = Array.from(items, ({ input }) => input.principal.displayName);
    const { compare } = new Intl.Collator(format.locale, { numeric: true });
    sortInSlices(
      [...names.keys()],
      (a, b) => compare(names[a] ?? '', names[b] ?? ''),
      createTimeSlicer(clock),
      running.current.signal,
    ).then(setOrder, () => undefined);
  };
  return [order, sort];
}
