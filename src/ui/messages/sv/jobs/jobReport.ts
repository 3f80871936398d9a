import type { jobReport as english } from '../../en/jobs/jobReport';
import type { Format } from '../../format';

/** Column headings and values of the exported report of a job. */
export const jobReport = (f: Format): ReturnType<typeof english> => ({
  report: {
    name: 'Namn',
    address: 'Inloggningsnamn',
    objectId: 'Objekt-ID',
    kind: 'Typ',
    change: 'Ändring',
    product: 'Produkt',
    pool: 'SKU- eller pool-ID',
    outcome: 'Utfall',
    reason: 'Orsak',
    requestId: 'Begärande-ID',
    time: 'Tid',
    jobStarted: 'Jobbet startade',
    jobEnded: 'Jobbet slutade',
    runBy: 'Kördes av',
    unknownPerson: 'Okänd',
    line: 'Rad',
    list: 'Lista',
    steps: 'Steg',
    notMatched: 'Ingen träff',
    leftOut: 'Utelämnad',
    duplicate: 'Dubblett: en annan rad anger samma användare eller grupp.',
    severalMatched: 'Kan gälla en eller flera användare eller grupper, men ingen valdes.',
    lookAlike: 'Texten har tecken som ser lika ut eller inte syns.',
    moreLines: (count) =>
      f.plural(count, {
        one: '# rad till som jobbet inte sparade',
        other: '# rader till som jobbet inte sparade',
      }),
    user: 'Användare',
    group: 'Grupp',
    fileWord: 'licenser',
  },
  reportOutcome: {
    waiting: 'Väntar',
    started: 'Inte känt än',
    done: 'Klar',
    partly: 'Delvis klar',
    unsure: 'Klar men inte helt kontrollerad',
    pending: 'Mottagen',
    skipped: 'Ingen ändring',
    halfDone: 'Halvklar',
    failed: 'Misslyckad',
    cancelled: 'Inte påbörjad',
  },
});
