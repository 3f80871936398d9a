/** Elements that have the focus inside a cell. A cell that is a control itself, such as a checkbox, is none of these. */
const controls = ['a[href]', 'button', 'input', 'select', 'textarea', 'summary']
  .map((name) => `${name}:not([data-cell])`)
  .join();

/** Text fields and lists of options, which use the same keys as the grid. */
const fields =
  'textarea, select, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button], [type=submit])';

/** Returns the cell around an element or that it is. */
export function cellOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('[data-cell]');
}

/** True if the element uses letters and arrows itself. */
export function isField(element: Element): boolean {
  return element.matches(fields);
}

/** Returns the controls in a cell that can have the focus. */
export function controlsIn(cell: Element): readonly HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>(controls)].filter((each) => !each.matches(':disabled'));
}

/** Puts the controls in the order of the Tab key, or takes them out of it. */
export function setTabbable(within: Element, isTabbable: boolean): void {
  for (const control of within.querySelectorAll<HTMLElement>(controls)) {
    const tabIndex = isTabbable ? 0 : -1;
    if (control.tabIndex !== tabIndex) control.tabIndex = tabIndex;
  }
}

/** Takes the controls of all cells out of the order of the Tab key, except those of the cell that has the focus. */
export function keepOneTabStop(within: Element): void {
  const current = document.activeElement && cellOf(document.activeElement);
  for (const control of within.querySelectorAll<HTMLElement>(controls)) {
    const cell = cellOf(control);
    if (!cell || control.tabIndex === -1) continue;
    if (cell !== current || cell === document.activeElement) control.tabIndex = -1;
  }
}
