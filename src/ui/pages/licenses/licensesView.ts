import { readNames, readSort, writeSort } from '../../addressQuery';
import type { Query } from '../../routes';

const filters = ['noneLeft', 'unused', 'renewsSoon', 'microsoft', 'hidden'] as const;
const columns = ['name', 'assigned', 'available', 'state', 'renewal'] as const;

/** Filter of the list; some narrow it and some add products. */
export type LicensesFilter = (typeof filters)[number];

/** Column to sort by. */
export type LicensesColumn = (typeof columns)[number];

/** Search, filters and order of the list. */
export interface LicensesView {
  readonly search: string;
  readonly filters: readonly LicensesFilter[];
  readonly sort: { readonly column: LicensesColumn; readonly isDescending: boolean };
}

/** Default view. */
export const startView: LicensesView = {
  search: '',
  filters: [],
  sort: { column: 'name', isDescending: false },
};

/** Reads the view from the query of the address. The search isn't in it, since it can be a person's name. */
export function viewOf({ filter = '', sort = '' }: Query): Omit<LicensesView, 'search'> {
  const { columnId: column, isDescending } = readSort(sort, columns) ?? {
    columnId: 'name',
    isDescending: false,
  };
  return { filters: readNames(filter, filters), sort: { column, isDescending } };
}

/** Writes the query that {@link viewOf} reads, without defaults. */
export function queryOf({ filters: chosen, sort: { column, isDescending } }: LicensesView): Query {
  const isFirst = column === startView.sort.column && !isDescending;
  return { filter: chosen.join('.'), sort: isFirst ? '' : writeSort({ columnId: column, isDescending }) };
}

/** Toggles a filter. */
export function toggleFilter(view: LicensesView, filter: LicensesFilter): LicensesView {
  const filters = view.filters.includes(filter)
    ? view.filters.filter((other) => other !== filter)
    : [...view.filters, filter];
  return { ...view, filters };
}

/** Sorts by a column. Reverses the order if it's the current column. */
export function sortBy(view: LicensesView, column: LicensesColumn): LicensesView {
  const isDescending = view.sort.column === column ? !view.sort.isDescending : false;
  return { ...view, sort: { column, isDescending } };
}
