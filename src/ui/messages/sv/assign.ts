import type { assign as english } from '../en/assign';
import { listImport } from './assign/listImport';
import { preflight } from './assign/preflight';
import { seats } from './assign/seats';
import { assignmentMethod } from './assign/assignmentMethod';
import type { Format } from '../format';

/** Names two products, or one and the number of the others. */
function shortList(f: Format, products: readonly string[]): string {
  const [first = '', ...others] = products;
  if (others.length < 2) return f.list(products);
  return f.list([first, f.plural(others.length, { other: '# produkter till' })]);
}

/** Words of the assign pane, and of the people picker. */
export const assign = (f: Format): ReturnType<typeof english> => ({
  ...listImport(f),
  ...preflight(f),
  ...seats(f),
  ...assignmentMethod(f),
  title: (products) => `Tilldela ${shortList(f, products)}`,
  closePane: 'Stäng fönsterrutan',
  assign: 'Tilldela',
  starting: 'Startar …',
  assignTo: (users, groups) =>
    `till ${f.list([
      ...(users > 0 ? [f.plural(users, { one: '# person', other: '# personer' })] : []),
      ...(groups > 0 ? [f.plural(groups, { one: '# grupp', other: '# grupper' })] : []),
    ])}`,

  pickerLabel: 'Användare och grupper',
  pickerHint: 'Ange ett namn eller en e-postadress',
  pickerListHint: 'Ange ett namn eller en e-postadress, eller klistra in en lista',
  pickerResults: 'Användare och grupper som matchar',
  /** Follows "waiting for", as `unfinishedWait` does. */
  searchWait: 'sökresultaten',
  unfinishedWait: 'din påbörjade lista',
  searching: 'Söker …',
  nothingFound: (text) => `Inga användare eller grupper matchar ”${text}”.`,
  found: (count) =>
    f.plural(count, {
      one: '# träff. Välj med piltangenterna.',
      other: '# träffar. Välj med piltangenterna.',
    }),
  kindUser: 'Användare',
  kindGroup: 'Grupp',
  alreadyInList: 'Finns i din lista',
  hasDirect: 'Har den redan',
  hasVia: (groups) => `Har den via ${f.list(groups)}`,
  hasProduct: (product) => `Har redan ${product}`,
  hasProductVia: (product, groups) => `Har ${product} via ${f.list(groups)}`,
  aGroup: 'en grupp',
  added: (count, name) => `${count === 1 ? name : f.number(count)} har lagts till i listan.`,
  removed: (count, name) => `${count === 1 ? name : f.number(count)} har tagits bort från listan.`,

  unfinished: (count, isPeople, time) =>
    `Du har en oavslutad lista med ${
      isPeople
        ? f.plural(count, { one: '# person', other: '# personer' })
        : f.plural(count, { one: '# användare eller grupp', other: '# användare och grupper' })
    } från ${time}.`,
  unfinishedName: 'Oavslutad lista',
  continueList: 'Fortsätt',
  continuing: 'Slår upp listan …',
  discardList: 'Ignorera',
  discardListTitle: 'Ignorera listan?',
  discardListText: 'Webbläsaren låter inte appen spara listan. Om du stänger nu försvinner den.',
  discardReadingTitle: 'Sluta lägga till listan?',
  discardReadingText: (name) =>
    `${name} har inte lagts till i din lista än. Om du stänger nu måste du lägga till den igen.`,
  discardReading: 'Sluta',
  keepEditing: 'Fortsätt att redigera',

  listTitle: 'Din lista',
  listCount: (count) => f.plural(count, { one: '# i listan', other: '# i listan' }),
  listEmpty: 'Listan är tom. Sök efter användare och grupper ovan.',
  listEmptyHint:
    'Du kan också klistra in en lista med adresser, eller släppa en Excel-, CSV- eller textfil här.',
  removeFromList: (name) => `Ta bort ${name} från listan`,
  lineFilters: {
    all: 'Alla',
    fix: 'Åtgärda',
    checking: 'Kontrolleras',
    sent: 'Redo',
    licensed: 'Har licens',
    stopped: 'Kan inte tilldelas',
    duplicates: 'Dubbletter',
  },
  lineReasons: {
    'no-seat': 'Inga licenser kvar',
    'no-location': 'Ingen användningsplats',
    blocked: 'Blockerade',
    guest: 'Gäster',
  },
  reasonMenu: 'Filtrera efter orsak',
  reasonAny: 'Alla orsaker',
  lineFilter: (name, count) => `${name} (${f.number(count)})`,
  attentionSection: (lines) => f.plural(lines, { one: '# behöver åtgärdas', other: '# behöver åtgärdas' }),
  listSection: (count) =>
    f.plural(count, { one: '# användare eller grupp', other: '# användare och grupper' }),
  duplicateSection: (lines) => f.plural(lines, { one: '# dubblett', other: '# dubbletter' }),
  searchList: 'Sök i listan',
  listNoneShown: 'Inga användare eller grupper i listan matchar sökningen.',
  removeAll: (count) => f.plural(count, { one: 'Ta bort #', other: 'Ta bort alla #' }),
  removeAllSpoken: (count, filter) =>
    f.plural(count, { one: `Ta bort # (${filter})`, other: `Ta bort alla # (${filter})` }),
  fromHereNoSeat: 'Härifrån finns inga licenser kvar',
  fromHereMayLack: 'Härifrån finns det kanske inga licenser kvar',
  fromHereNoSeatOf: (products) => `Härifrån finns inga licenser kvar för ${f.list(products)}`,
  fromHereMayLackOf: (products) => `Härifrån finns det kanske inga licenser kvar för ${f.list(products)}`,
  checking: 'Kontrollerar …',
  checkFailed: 'Det gick inte att läsa vilka licenser användarna och grupperna har nu.',

  nothingToSend: 'Det finns inget att tilldela i listan.',

  plansTitle: 'Aktivera eller inaktivera appar och tjänster',
  plansNote: 'Gäller personer som får produkten nu. De som redan har den behåller sina appar som de är.',
  plansOn: (on, all) => ` · ${f.number(on)} av ${f.number(all)} på`,
  plansNoneOn: 'Låt minst en app eller tjänst vara på.',
  plansNoneOnOf: (product) => `Låt minst en app eller tjänst i ${product} vara på.`,

  options: 'Alternativ',
  optionsBack: 'Tillbaka till listan',
  optionDirect: 'Direkt',
  optionGroup: 'Via en grupp',
  optionApps: (on, all) =>
    on === all
      ? f.plural(all, { one: '# app på', other: '# appar på' })
      : `${f.number(on)} av ${f.plural(all, { one: '# app', other: '# appar' })} på`,
  optionProducts: (count) => f.plural(count, { one: '# produkt', other: '# produkter' }),
  optionPauses: 'pausar när licenserna tar slut',

  alsoAssign: 'Tilldela även',
  noneToAdd: 'Du har redan lagt till alla produkter som kan tilldelas.',
  productsTitle: 'Produkter att tilldela',
  productsNote: (isOneStep) =>
    isOneStep
      ? 'Varje person får alla produkter i ett steg. Om någon inte kan tilldelas får personen ingen av dem.'
      : 'Varje person får produkterna en efter en. Om en inte kan tilldelas tas de andra tillbaka. Om inte heller det går visar jobbet vilka som är halvklara.',
  productAdded: (product) => `${product} har lagts till.`,
  productDropped: (product) => `${product} har tagits bort.`,
  dropProduct: (product) => `Tilldela inte ${product}`,

  reasonEmpty: 'Lägg till minst en användare eller grupp.',
  reasonReading: 'Lägg till hela listan först, eller avbryt.',
  reasonChecking: 'Vänta tills hela listan har kontrollerats.',

  assignMore: 'Tilldela fler',
  columnWho: 'Användare eller grupp',

  countryMissing: (count) =>
    f.plural(count, {
      one: '# person saknar användningsplats.',
      other: '# personer saknar användningsplats.',
    }),
  countrySet: 'Ange användningsplats',
  countryTitle: 'Ange användningsplats',
  countryIntro:
    'Microsoft 365 behöver veta i vilket land eller vilken region varje person använder produkten, eftersom alla produkter inte är tillgängliga överallt.',
  countryLabel: 'Land eller region',
  countryChoose: 'Välj land eller region',
  countryPeople: 'Personer utan användningsplats',
  countrySelect: (name) => `Markera ${name}`,
  countrySelectAll: 'Markera alla',
  countryWho: 'Användare',
  countryForever: 'Det går inte att ångra: du kan ändra en användningsplats senare, men inte tömma den.',
  countrySum: (count, country) =>
    f.plural(count, { one: `# person får ${country}.`, other: `# personer får ${country}.` }),
  countryNoPeople: 'Välj minst en person.',
  countryNone: 'Välj land eller region först.',
  countryPermission:
    'Om organisationen inte har gett behörigheten än ber appen om behörighet att ändra användare (User.ReadWrite.All).',
});
