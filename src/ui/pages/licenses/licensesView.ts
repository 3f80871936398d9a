import { readNames, readSort, writeSort, type Query } from '../../addressQuery';

const filters = ['noneLeft', 'unused', 'renewsSoon', 'microsoft', 'hidden'] as const;
const columns = ['name', 'assigned', 'available', 'state', 'renewal'] as const;

/** What the list can be narrowed to, or widened by. */
export type LicensesFilter = (typeof filters)[number];

/** What the list can be ordered by. */
export type LicensesColumn = (typeof columns)[number];

/** How a person looks at the list. */
export interface LicensesView {
  readonly search: string;
  readonly filters: readonly LicensesFilter[];
  readonly sort: { readonly column: LicensesColumn; readonly isDescending: boolean };
}

/** How the list looks at first. */
export const startView: LicensesView = {
  search: '',
  filters: [],
  sort: { column: 'name', isDescending: false },
};

/** The part of the view that the address holds; a search may be a name, and is kept out of it. */
export function viewOf({ filter = '', sort = '' }: Query): Omit<LicensesView, 'search'> {
  const { columnId: column, isDescending } = readSort(sort, columns) ?? {
    columnId: 'name',
    isDescending: false,
  };
  return { filters: readNames(filter, filters), sort: { column, isDescending } };
}

/** Writes what {@link viewOf} reads; what is so at first is left out. */
export function queryOf({ filters: chosen, sort: { column, isDescending } }: LicensesView): Query {
  const isFirst = column === startView.sort.column && !isDescending;
  return { filter: chosen.join('.'), sort: isFirst ? '' : writeSort({ columnId: column, isDescending }) };
}

/** The view with one filter switched over. */
export function toggleFilter(view: LicensesView, filter: LicensesFilter): LicensesView {
  const filters = view.filters.includes(filter)
    ? view.filters.filter((other) => other !== filter)
    : [...view.filters, filter];
  return { ...view, filters };
}

/** The view ordered by a column; the column that it is ordered by already turns round. */
export function sortBy(view: LicensesView, column: LicensesColumn): LicensesView {
  const isDescending = view.sort.column === column ? !view.sort.isDescending : false;
  return { ...view, sort: { column, isDescending } };
}
