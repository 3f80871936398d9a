import type { DeferredMessages } from '../types';
import type { Format } from '../format';

/** Swedish of the dialog that hands a table or another text out of the app. */
export const exporting = (f: Format): DeferredMessages['exporting'] => ({
  title: 'Exportera',
  file: (name, rows) =>
    rows === undefined ? name : `${name}, ${f.plural(rows, { one: '# rad', other: '# rader' })}`,
  hint: 'Teams kanske bara sparar en fil tills du läser in appen på nytt, och ingen på en telefon. Om inget kommer kan du kopiera eller öppna i webbläsaren.',
  preparing: 'Tabellen förbereds…',
  download: 'Ladda ned',
  copyTable: 'Kopiera som tabell',
  copyText: 'Kopiera',
  open: 'Öppna i webbläsaren',
  downloaded:
    'Filen är på väg till dina hämtade filer. Om den inte kommer kan du kopiera eller öppna i webbläsaren.',
  downloadedAgain:
    'Sparades inget? Teams kanske bara sparar en fil tills du läser in appen på nytt. Kopiera eller öppna i webbläsaren i stället.',
  copiedTable: 'Kopierad. Klistra in den i ett kalkylblad eller ett dokument.',
  copiedText: 'Kopierad.',
  shown: (rows, all) => `${f.number(rows)} av ${f.number(all)} rader visas. Filen innehåller alla.`,
  opened: 'Öppnad i ett nytt fönster.',
  notOpened: 'Fönstret öppnades inte här. Kopiera i stället.',
});
