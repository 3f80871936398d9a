/** What the list can be narrowed to, or widened by. */
export type LicensesFilter = 'noneLeft' | 'unused' | 'renewsSoon' | 'microsoft' | 'hidden';

/** What the list can be ordered by. */
export type LicensesColumn = 'name' | 'assigned' | 'available' | 'state' | 'renewal';

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
