import type { Format } from '../format';

/** Words of the dialog that exports a table or another text. */
export const exporting = (f: Format) => ({
  title: 'Export',
  file: (name: string, rows: number | undefined) =>
    rows === undefined ? name : `${name}, ${f.plural(rows, { one: '# row', other: '# rows' })}`,
  hint: "Teams might save only one file until you reload the app, and none on a phone. If you don't get the file, copy it or open it in the browser.",
  preparing: 'Preparing the table…',
  download: 'Download',
  copyTable: 'Copy as table',
  copyText: 'Copy',
  open: 'Open in the browser',
  downloaded: "The file is downloading. If you don't get it, copy it or open it in the browser.",
  downloadedAgain:
    'No file? Teams might save only one until you reload the app. Copy it or open it in the browser instead.',
  copiedTable: 'Copied. Paste it into a spreadsheet or a document.',
  copiedText: 'Copied.',
  shown: (rows: number, all: number) =>
    `Showing ${f.number(rows)} of ${f.number(all)} rows. The file has them all.`,
  opened: 'Opened in a new window.',
  notOpened: "The window didn't open. Copy it instead.",
});
