import { forEachInSteps, runInSlices, type Steps } from '../../../base/async/inSlices';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import type { Clock } from '../../../base/clock';
import type { CsvRow, CsvTable } from '../../../files/writeCsv';

/** Content of a window, as cells or as a text. */
interface ShownContent {
  readonly title: string;
  readonly locale: string;
  readonly body: { readonly rows: CsvTable; readonly note: string | undefined } | { readonly text: string };
  /** The link that saves the file from the window, where no host prevents it. */
  readonly file: {
    readonly name: string;
    readonly label: string;
    readonly content: string;
    readonly mediaType: string;
  };
}

/**
 * Shows content in a window outside of the host's frame, where it can be saved, printed and searched. Returns false
 * if no window opens, as in some hosts. Call it within a click, or browsers block it. This page fills the window,
 * since browsers partition storage inside a host, and an address can't hold a table; a long one is filled in slices.
 */
export function showInWindow(
  { title, locale, body, file }: ShownContent,
  clock: Pick<Clock, 'monotonic'>,
  opener: Window = window,
): boolean {
  try {
    const opened = opener.open('', '_blank') as (Window & typeof globalThis) | null;
    if (!opened || opened.closed) return false;
    const page = opened.document;
    page.title = title;
    page.documentElement.lang = locale;
    const link = page.createElement('a');
    link.textContent = file.label;
    link.download = file.name;
    // Created by the window, since browsers partition blob URLs inside a host; released with the window.
    link.href = opened.URL.createObjectURL(new opened.Blob([file.content], { type: file.mediaType }));
    const heading = page.createElement('h1');
    heading.textContent = title;
    const shown = 'rows' in body ? page.createElement('table') : makeText(page, 'pre', body.text);
    const note = makeText(page, 'p', ('note' in body && body.note) || '');
    page.body.replaceChildren(heading, link, note, shown);
    page.body.style.cssText = 'font: 14px system-ui, sans-serif; margin: 24px';
    if (!page.body.contains(shown)) return false;
    if ('rows' in body) {
      // The window may be closed before all rows are there.
      runInSlices(fillTable(shown, body.rows), createTimeSlicer(clock)).catch(() => undefined);
    }
    return true;
  } catch {
    // Some hosts return a cross-origin window.
    return false;
  }
}

function makeText(page: Document, name: 'p' | 'pre', text: string): HTMLElement {
  const shown = page.createElement(name);
  shown.textContent = text;
  return shown;
}

/** Fills a table whose first row is the heading. Cells are text nodes, never markup. */
function* fillTable(table: HTMLElement, rows: CsvTable): Steps<void> {
  const page = table.ownerDocument;
  table.setAttribute('border', '1');
  table.style.borderCollapse = 'collapse';
  const addRow = (row: CsvRow): void => {
    const line = page.createElement('tr');
    for (const text of row) {
      const cell = page.createElement(table.hasChildNodes() ? 'td' : 'th');
      cell.textContent = String(text);
      cell.style.padding = '2px 8px';
      cell.style.textAlign = 'start';
      line.append(cell);
    }
    table.append(line);
  };
  yield* forEachInSteps(rows, addRow);
}
