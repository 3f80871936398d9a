import type { CsvTable } from '../../../files/writeCsv';

/** Content of a window, as cells or as a text. */
interface ShownContent {
  readonly title: string;
  readonly locale: string;
  readonly body: { readonly rows: CsvTable; readonly note: string | undefined } | { readonly text: string };
  /** The link that saves the file from there, where no host keeps files from being saved. */
  readonly file: {
    readonly name: string;
    readonly label: string;
    readonly content: string;
    readonly mediaType: string;
  };
}

/**
 * Shows content in a window of its own, outside of the host's frame, from where it can be saved, printed and searched.
 * False where no window opens, as in hosts without windows. Call it from a click, since browsers open no window otherwise.
 * The window is filled by this page: the browser keeps the storage of a page in a host apart from that of the same page
 * outside, and an address cannot hold a table.
 */
export function showInWindow({ title, locale, body, file }: ShownContent, opener: Window = window): boolean {
  try {
    const opened = opener.open('', '_blank') as (Window & typeof globalThis) | null;
    if (!opened || opened.closed) return false;
    const page = opened.document;
    page.title = title;
    page.documentElement.lang = locale;
    const link = page.createElement('a');
    link.textContent = file.label;
    link.download = file.name;
    // Made by the window, for browsers keep the addresses of a page in a host apart from those outside; freed with it.
    link.href = opened.URL.createObjectURL(new opened.Blob([file.content], { type: file.mediaType }));
    const heading = page.createElement('h1');
    heading.textContent = title;
    const shown = 'rows' in body ? makeTable(page, body.rows) : makeText(page, 'pre', body.text);
    const note = makeText(page, 'p', ('note' in body && body.note) || '');
    page.body.replaceChildren(heading, link, note, shown);
    page.body.style.cssText = 'font: 14px system-ui, sans-serif; margin: 24px';
    return page.body.contains(shown);
  } catch {
    // Some hosts give a window that belongs to somebody else.
    return false;
  }
}

function makeText(page: Document, name: 'p' | 'pre', text: string): HTMLElement {
  const shown = page.createElement(name);
  shown.textContent = text;
  return shown;
}

/** Makes a table whose first row is the heading; cells are text, so that nothing in them is read as markup. */
export function makeTable(page: Document, rows: CsvTable): HTMLTableElement {
  const table = page.createElement('table');
  table.border = '1';
  table.style.borderCollapse = 'collapse';
  rows.forEach((row, index) => {
    const line = table.insertRow();
    for (const text of row) {
      const cell = page.createElement(index === 0 ? 'th' : 'td');
      cell.textContent = String(text);
      cell.style.padding = '2px 8px';
      cell.style.textAlign = 'start';
      line.append(cell);
    }
  });
  return table;
}
