import type { DeferredMessages } from '../types';
import type { Format } from '../format';

/** Words of lists that are exported, filtered by value, and shown with columns of choice. */
export const lists = (f: Format): DeferredMessages['lists'] => ({
  export: 'Exportera',
  exportShown: (count) => f.plural(count, { one: 'Exportera # som visas', other: 'Exportera # som visas' }),
  exportMatching: 'Exportera alla som matchar',
  exportAll: (count) => (count === undefined ? 'Exportera alla' : `Exportera alla ${f.number(count)}`),
  exportAllProducts: (count) => `Exportera alla ${f.number(count)} produkter`,
  exportShownProducts: (count) =>
    f.plural(count, { one: 'Exportera # produkt som visas', other: 'Exportera # produkter som visas' }),
  waitText: (loaded, total) =>
    total === undefined
      ? `Filen ska innehålla alla. ${f.number(loaded)} har lästs in hittills …`
      : `Filen ska innehålla alla. ${f.number(loaded)} av ${f.number(total)} har lästs in …`,
  waitFailed: 'Resten av listan kunde inte läsas in, så det finns ingen fil än.',
  missing: (count) =>
    f.plural(count, {
      one: 'Ofullständig: # post kunde inte läsas och finns inte i filen.',
      other: 'Ofullständig: # poster kunde inte läsas och finns inte i filen.',
    }),
  missingIssues: 'Ofullständig: alla med fel kunde inte läsas, så några saknas i filen.',
  missingUnknown: (count) =>
    f.plural(count, {
      one: '# person finns inte i filen, eftersom uppgifterna att filtrera på inte är kända.',
      other: '# personer finns inte i filen, eftersom uppgifterna att filtrera på inte är kända.',
    }),
  unlistedUnread: 'Ofullständig: produkter som inte längre listas kunde inte läsas.',
  cloudUnread: 'Kan vara ofullständig: produkter som bara finns i molnlicensieringen kunde inte läsas.',
  fileWords: {
    users: 'användare',
    groups: 'grupper',
    products: 'produkter',
    waiting: 'väntar',
    jobs: 'aktivitet',
  },
  columns: {
    department: 'Avdelning',
    company: 'Företag',
    location: 'Användningsplats',
    account: 'Konto',
    jobTitle: 'Befattning',
    apps: 'Avstängda appar',
    signInName: 'Inloggningsnamn',
    address: 'E-post',
    id: 'Objekt-ID',
  },
  filter: 'Filtrera',
  filterTitle: 'Filtrera användare',
  filterBy: (count) => (count === 0 ? 'Filtrera' : `Filtrera, ${f.number(count)} aktiva`),
  filterCount: (count) => `Filtrera (${f.number(count)})`,
  searchValues: 'Sök avdelningar, länder …',
  countedAll: (people) =>
    f.plural(people, { one: 'Antalen gäller # person.', other: 'Antalen gäller alla # personer.' }),
  countedSoFar: (people, total) =>
    total === undefined
      ? `Antalen gäller de ${f.number(people)} personer som har lästs in hittills.`
      : `Antalen gäller de ${f.number(people)} personer som har lästs in hittills, av ${f.number(total)}.`,
  kinds: {
    department: 'Avdelning',
    location: 'Användningsplats',
    company: 'Företag',
    account: 'Inloggning',
    userType: 'Användartyp',
    group: 'Tilldelad via grupp',
    issue: 'Problem',
  },
  activeValue: (kind, value) => `${kind}: ${value}`,
  removeFilter: 'Välj för att ta bort filtret',
  notSet: 'Inte angivet',
  member: 'Medlem',
  unnamedGroup: (id) => `Grupp ${id}`,
  moreValues: (count) => `Visa ${f.number(count)} till`,
  searchForMore: (count) =>
    f.plural(count, { one: '# till. Sök för att hitta det.', other: '# till. Sök för att hitta dem.' }),
  showPeople: (count, isComplete) =>
    isComplete
      ? f.plural(count, { one: 'Visa # person', other: 'Visa # personer' })
      : f.plural(count, { one: 'Visa # person hittills', other: 'Visa # personer hittills' }),
  clearValues: 'Rensa',
  selectMatching: (count) =>
    f.plural(count, { one: 'Markera # som matchar', other: 'Markera alla # som matchar' }),
  selectingMatching: 'Markerar alla som matchar …',
  columnsMenu: 'Kolumner',
  resetColumns: 'Återställ kolumner',
  signInAllowed: 'Inloggning tillåten',
  signInBlocked: 'Inloggning blockerad',
  heads: {
    productKey: 'Produkt-ID',
    skuPartNumber: 'SKU-artikelnummer',
    publisher: 'Utgivare',
    total: 'Användbara platser',
    state: 'Status',
    description: 'Beskrivning',
    withIssues: 'Personer med problem',
    place: 'Plats i kön',
    pool: 'SKU- eller pool-ID',
    started: 'Planerad',
    runBy: 'Kördes av',
    jobId: 'Jobb-ID',
  },
});
