import type { DeferredMessages } from '../types';
import type { Format } from '../format';

/** Words of the dialog that exports a table or another text. */
export const exporting = (f: Format): DeferredMessages['exporting'] => ({
  title: 'Exportera',
  file: (name, rows) =>
    rows === undefined ? name : `${name}, ${f.plural(rows, { one: '# rad', other: '# rader' })}`,
  hint: 'Teams kanske bara sparar en fil tills du läser in appen på nytt, och ingen på en telefon. Om du inte får filen kan du kopiera eller öppna den i webbläsaren.',
  preparing: 'Förbereder tabellen …',
  download: 'Ladda ned',
  copyTable: 'Kopiera som tabell',
  copyText: 'Kopiera',
  open: 'Öppna i webbläsaren',
  downloaded: 'Filen laddas ned. Om du inte får den kan du kopiera eller öppna den i webbläsaren.',
  downloadedAgain:
    'Ingen fil? Teams kanske bara sparar en tills du läser in appen på nytt. Kopiera eller öppna den i webbläsaren i stället.',
  copiedTable: 'Kopierad. Klistra in den i ett kalkylblad eller ett dokument.',
  copiedText: 'Kopierad.',
  shown: (rows, all) => `${f.number(rows)} av ${f.number(all)} rader visas. Filen innehåller alla.`,
  opened: 'Öppnad i ett nytt fönster.',
  notOpened: 'Fönstret öppnades inte. Kopiera i stället.',
});
