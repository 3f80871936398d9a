import { readNames, readSort, writeSort } from '../../addressQuery';
import type { Query } from '../../routes';

const narrowingFilters = ['attention', 'noneLeft', 'renewsSoon', 'unused'] as const;
const filters = [...narrowingFilters, 'microsoft', 'hidden', 'unassignable'] as const;
const columns = ['attention', 'name', 'assigned', 'available', 'renewal'] as const;

/** Filter that leaves products out. */
export type NarrowingFilter = (typeof narrowingFilters)[number];

/** Filter of the list; some narrow it, and some add products. */
export type LicensesFilter = (typeof filters)[number];

/** Column to sort by; `attention` is no column, and has what needs somebody first. */
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
  sort: { column: 'attention', isDescending: false },
};

/** Reads the view from the query of the address. The search isn't in it, since it can be a person's name. */
export function viewOf({ filter = '', sort = '' }: Query): Omit<LicensesView, 'search'> {
  const { columnId: column, isDescending } = readSort(sort, columns) ?? {
    columnId: startView.sort.column,
    isDescending: false,
  };
  return { filters: readNames(filter, filters), sort: { column, isDescending } };
}

/** Writes the query that {@link viewOf} reads, without defaults. */
export function queryOf({ filters: chosen, sort: { column, isDescending } }: LicensesView): Query {
  const isFirst = column === startView.sort.column && !isDescending;
  return { filter: chosen.join('.'), sort: isFirst ? '' : writeSort({ columnId: column, isDescending }) };
}

/** Returns the filters of a view that leave products out. */
export function narrowingOf({ filters: chosen }: LicensesView): readonly NarrowingFilter[] {
  return narrowingFilters.filter((filter) => chosen.includes(filter));
}

/** Narrows the list by one filter, or by none; what adds products stays. */
export function narrowBy(view: LicensesView, filter: NarrowingFilter | undefined): LicensesView {
  const narrowing: readonly LicensesFilter[] = narrowingFilters;
  const others = view.filters.filter((other) => !narrowing.includes(other));
  return { ...view, filters: filter === undefined ? others : [filter, ...others] };
}

/** Toggles a filter. */
export function toggleFilter(view: LicensesView, filter: LicensesFilter): LicensesView {
  const chosen = view.filters.includes(filter)
    ? view.filters.filter((other) => other !== filter)
    : [...view.filters, filter];
  return { ...view, filters: chosen };
}

/** Sorts by a column, by the current one in reverse, and after that in the default order. */
export function sortBy(view: LicensesView, column: LicensesColumn): LicensesView {
  if (view.sort.column !== column) return { ...view, sort: { column, isDescending: false } };
  return { ...view, sort: view.sort.isDescending ? startView.sort : { column, isDescending: true } };
}
