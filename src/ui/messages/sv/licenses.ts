import type { licenses as english } from '../en/licenses';
import type { Format } from '../format';

/** The start page: every product of the tenant. */
export const licenses = (f: Format): ReturnType<typeof english> => ({
  title: 'Licenser',
  intro: 'Appar som organisationen har köpt från andra programleverantörer än Microsoft.',
  summary: 'Sammanfattning',
  seatsTotal: 'Platser',
  seatsTotalHint: (products) =>
    f.plural(products, { one: 'i # produkt med platser', other: 'i # produkter med platser' }),
  unused: 'Oanvända',
  unusedHint: (products) => f.plural(products, { one: 'i # produkt', other: 'i # produkter' }),
  noneLeft: 'Inga kvar',
  noneLeftHint: (products) => f.plural(products, { one: 'produkt', other: 'produkter' }),
  nextRenewal: 'Nästa förnyelse/slut',
  nextRenewalNone: 'Ingen planerad',
  renewalsUnread: 'Datum för förnyelse kunde inte läsas.',
  someRenewalsUnread: 'Vissa datum för förnyelse kunde inte läsas.',
  nextRenewalIn: (days, isUnsure) =>
    (days <= 0 ? 'i dag' : f.plural(days, { one: 'om # dag', other: 'om # dagar' })) +
    (isUnsure ? ', såvitt känt' : ''),
  search: 'Sök produkter',
  filters: 'Filter',
  filterNames: {
    noneLeft: 'Inga kvar',
    unused: 'Oanvända platser',
    renewsSoon: 'Förnyas inom 30 dagar',
    microsoft: 'Visa Microsoft-produkter',
    hidden: 'Visa dolda',
  },
  clearFilters: 'Rensa filter',
  table: 'Produkter',
  columns: {
    name: 'Produkt',
    assigned: 'Tilldelade',
    available: 'Tillgängliga',
    state: 'Status',
    renewal: 'Förnyelse/slut',
  },
  sortBy: 'Sortera efter',
  ascending: 'Sortera stigande',
  descending: 'Sortera fallande',
  found: (count) => f.plural(count, { one: '# produkt', other: '# produkter' }),
  foundOf: (count, total) => `${f.number(count)} av ${f.number(total)} produkter`,
  renewsOn: (day) => `Förnyas eller upphör ${day}`,
  noneUsable: 'Inga kan användas',
  notCounted: 'Räknas inte',
  decide: 'Välj',
  decideAbout: (product) => `Välj för ${product}`,
  hidden: 'Dold',
  unknownOwner: 'Okänd leverantör',
  goToVendor: 'Gå till leverantören',
  goToVendorOf: (product) => `Gå till leverantören av ${product}`,
  elsewhereTitle: 'Hanteras på annat håll',
  elsewhereText: 'Du ser produkterna här, men deras licenser tilldelas inte genom Microsoft 365.',
  emptyTitle: 'Inga ISV-produkter än',
  emptyText:
    'När organisationen köper en app från en annan programleverantör visas den här. Du kan också visa de Microsoft-produkter som ni äger.',
  nothingFoundTitle: 'Ingen produkt matchar',
  nothingFoundText: 'Prova ett annat ord eller rensa filtren.',
  readerNote: 'Du kan se allt här. Din roll omfattar inte att tilldela licenser.',
  groupsOnlyNote: 'Din roll gäller grupper: du kan tilldela och ta bort licenser för grupper.',
});
