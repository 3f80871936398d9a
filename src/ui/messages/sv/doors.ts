import type { Door } from '../../../licensing/door';
import type { DeferredMessages } from '../types';
import type { Format } from '../format';

const own: Readonly<Record<Door, string>> = {
  directory: 'Microsoft 365-katalogen',
  'cloud-licensing': 'Molnlicensieringen',
};
const others: Readonly<Record<Door, string>> = {
  directory: 'Microsoft 365-katalogen',
  'cloud-licensing': 'molnlicensieringen',
};

/** Words about where licenses are kept, and about products with several subscriptions. */
export const doors = (f: Format): DeferredMessages['doors'] => ({
  title: 'Var licenserna finns',
  name: { directory: 'Microsoft 365-katalogen', 'cloud-licensing': 'Molnlicensiering' },
  state: {
    open: 'Visas i appen',
    closed: 'Din organisation har den inte, eller så svarade den inte som väntat',
    'needs-consent': 'Behöver en behörighet till för att visas',
    unknown: 'Kunde inte läsas. Försök igen senare.',
  },
  offer: 'Licenser som leverantörer har i molnlicensieringen behöver en behörighet till för att visas.',
  givePermission: 'Ge behörighet',
  notNow: 'Inte nu',
  unread: 'Licenserna i molnlicensieringen kunde inte läsas. De kan saknas här eller vara inaktuella.',

  gone: 'Organisationens produkter i molnlicensieringen kan inte längre läsas, så de saknas här. Den svarar inte, eller så har ditt konto inte längre åtkomst till den.',

  throughTitle: 'Licenserna kommer via',
  through: (first, more) =>
    more.length === 0
      ? own[first]
      : `${own[first]}. De finns också i ${f.list(more.map((door) => others[door]))}.`,
  limit: {
    'group-processing': 'Molnlicensieringen visar inte om alla licenser i en grupp är tilldelade.',
    'assignment-dates': 'Molnlicensieringen visar inte sedan när personer har en licens.',
    issues: 'Molnlicensieringen visar inte problem med produktens licenser, bara vilka som väntar på en.',
  },

  subscription: (place, nextIso) =>
    nextIso === undefined
      ? `Prenumeration ${f.number(place)}`
      : `Prenumeration ${f.number(place)}, förnyas eller upphör ${f.date(nextIso)}`,
  used: 'Licenser',
  usedOf: (assigned, total) =>
    total === 0 && assigned > 0
      ? `${f.number(assigned)} tilldelade, inga kan användas`
      : `${f.number(assigned)} av ${f.number(total)} tilldelade`,
  assignableTo: 'Kan tilldelas',
  kinds: {
    both: 'Personer och grupper',
    user: 'Personer',
    group: 'Grupper',
    none: 'Inga personer eller grupper',
  },
  personal: 'En person köpte prenumerationen. Bara den personen kan tilldela dess licenser.',
  separate: 'Licenserna i varje prenumeration räknas för sig. En person kan ha en av varje.',
  catalogId: 'Katalog-ID',

  manageInAdminCenter:
    'Det ser ut som att din organisation har köpt produkten via Microsoft. Ändra antalet licenser i administrationscentret för Microsoft 365 (admin.microsoft.com), under Fakturering > Dina produkter.',
  manageWhere: 'Var du lägger till eller tar bort licenser beror på var din organisation köpte produkten.',
  manageMicrosoft:
    'Om ni köpte den via Microsoft ändrar du antalet i administrationscentret för Microsoft 365 (admin.microsoft.com), under Fakturering > Dina produkter.',
  manageVendor: 'Om ni köpte den av leverantören ändrar du antalet på leverantörens webbplats.',

  writePermission: (names, canConsent) =>
    `Organisationen har inte gett appen behörighet att ändra licenser i molnlicensieringen än (${names.join(', ')}). ` +
    (canConsent ? 'Du tillfrågas om den när du tilldelar.' : 'En administratör måste bevilja den först.'),

  assignFrom: 'Tilldela från',
  automatic: 'Automatiskt',
  automaticNote: (now) =>
    `Den som har tillräckligt många tillgängliga licenser och senast slutdatum.${now === undefined ? '' : ` Nu: ${now}.`}`,
  comesFrom: (place, nextIso) =>
    nextIso === undefined
      ? `Licenserna kommer från prenumeration ${f.number(place)}.`
      : `Licenserna kommer från prenumeration ${f.number(place)}, som förnyas eller upphör ${f.date(nextIso)}.`,
  onlyPeople: 'bara för personer',
  onlyGroups: 'bara för grupper',
  ofOnePerson: 'köpt av en person, som ensam kan tilldela den',
  notForGroups: 'Prenumerationens licenser kan inte tilldelas grupper.',
  notForPeople: 'Prenumerationens licenser kan inte tilldelas personer, bara grupper.',

  waits: 'Väntar på en licens',
  showLine: 'Visa kön',
  hideLine: 'Dölj kön',
  waitingFor: (product) => `Personer som väntar på en licens för ${product}`,
  exportWaiting: 'Exportera de som väntar',
  waitingNote:
    'Deras grupp har produkten, men det fanns ingen licens kvar. När en blir tillgänglig får den som är först i kön den.',
  placeInLine: (place) => `Nummer ${f.number(place)} i kön`,
  waitingSince: (date) => `Väntar sedan: ${date}`,
  moreWaiting: (count) => f.plural(count, { one: '# person till väntar.', other: '# personer till väntar.' }),
  waitingUnread: 'Vi kunde inte läsa vilka som väntar på en licens.',
  waitingCount: (count) =>
    f.plural(count, { one: '# person väntar på en licens', other: '# personer väntar på en licens' }),

  several: (count) => f.plural(count, { one: '# licens', other: '# licenser för produkten' }),
});
