import { el } from '../../host-page/el';

/** A column: its heading, and whether it holds numbers. */
interface Column {
  readonly heading: string;
  readonly isNumber?: boolean;
}

/** A table that scrolls inside itself; rows are put into its body. */
interface ScrollingTable {
  readonly element: HTMLElement;
  readonly body: HTMLTableSectionElement;
}

/** Makes an empty table. `name` says what it lists. */
export function createTable(name: string, columns: readonly Column[]): ScrollingTable {
  const head = columns.map(({ heading, isNumber }) =>
    el('th', { scope: 'col', class: isNumber ? 'number' : undefined }, heading),
  );
  const body = el('tbody', {});
  const table = el('table', {}, el('thead', {}, el('tr', {}, ...head)), body);
  const element = el(
    'div',
    { class: 'table-scroller', role: 'group', 'aria-label': name, tabindex: '0' },
    table,
  );
  return { element, body };
}
