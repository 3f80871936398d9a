import type { about as english } from '../en/about';
import type { Format } from '../format';

/** Words of the page About this app: the version, and the data kept in this browser. */
export const about = (f: Format): ReturnType<typeof english> => ({
  title: 'Om appen',
  intro: 'Versionen du använder och de data som den sparar i webbläsaren.',
  back: 'Tillbaka till Mina appar',
  app: 'App',
  version: 'Version',
  unknownSettings: (names) =>
    `Appens config.json har ${names.length === 1 ? 'en inställning' : 'inställningar'} som den här versionen inte känner till eller använder: ${f.list(names)}. Be den som konfigurerade appen att kontrollera stavningen.`,

  keptTitle: 'Sparat i den här webbläsaren',
  keptText: 'Dina data stannar på den här enheten. Andra webbläsare och andra konton ser dem inte.',
  blocked: 'Webbläsaren kan inte spara data för appen. Dina val gäller tills du stänger fliken.',
  full: 'Webbläsaren har inget utrymme kvar för appen. Nya val gäller bara tills du stänger fliken. Radera data som du inte behöver.',
  emptyTitle: 'Inga data ännu',
  emptyText: 'När du klassificerar en produkt eller kör ett jobb ser du det här.',
  columnWhat: 'Data',
  columnKeptFor: 'För',
  columnSaved: 'Sparat',
  columnLifetime: 'Finns kvar tills',
  columnSize: 'Storlek',
  what: (kind, count) =>
    ({
      decisions: f.plural(count, { one: '# val om en produkt', other: '# val om produkter' }),
      drafts: f.plural(count, { one: '# utkast till en lista', other: '# utkast till listor' }),
      settings: f.plural(count, { one: '# inställning', other: '# inställningar' }),
      columns: f.plural(count, { one: 'Kolumner i # lista', other: 'Kolumner i # listor' }),
      jobs: f.plural(count, { one: '# jobb', other: '# jobb' }),
      'unreadable-jobs': f.plural(count, {
        one: '# jobb som inte kan läsas',
        other: '# jobb som inte kan läsas',
      }),
      quota: 'Använd del av anropsgränsen',
      doors: 'Var licenserna finns',
      'earlier-decisions': 'Val från en tidigare version',
      session: 'Din inloggning',
      damaged: 'Data som inte kan läsas',
      newer: 'Data från en annan version av appen',
      others: f.plural(count, { one: '# post för andra konton', other: '# poster för andra konton' }),
    })[kind],
  details: {
    decisions: 'Behandla som ISV-app, Dölj och namn som du har gett',
    drafts: 'Personer och grupper som du tänkte tilldela licenser',
    settings: 'Hur länge slutförda jobb sparas',
    columns: 'Kolumnerna som du har valt att visa',
    jobs: 'Namn, inloggningsnamn och ID för dem som fick eller förlorade en licens, och hur det ångras',
    'unreadable-jobs': 'Exportera eller radera dem under Jobb.',
    doors: 'Visar licenserna i molnlicensieringen tillsammans med de andra när appen öppnas',
    quota: 'Hindrar webbläsarens flikar från att skicka för många förfrågningar',
    'earlier-decisions': 'Varje konto i webbläsaren får en kopia.',
    session: undefined,
    damaged: 'Sparas separat. Följer med i en export.',
    newer: 'Läs in appen på nytt för att få den senaste versionen. Dessa data följer med i en export.',
    others: 'Bara de kontona kan se och radera dem.',
  },
  keptFor: { account: 'Ditt konto', tenant: 'Din organisation', others: 'Andra konton' },
  untilDeleted: 'Du raderar det',
  daysAfterEnd: (days) =>
    f.plural(days, { one: '# dag efter att jobbet är klart', other: '# dagar efter att jobbet är klart' }),
  untilOthersDelete: 'De raderar det',
  untilTabCloses: 'Du stänger fliken',
  notKnown: 'Inte känt',
  size: (bytes) =>
    bytes < 1_000
      ? f.plural(bytes, { one: '# byte', other: '# byte' })
      : `${f.number(Math.round(bytes / 100) / 10)} kB`,
  covers: (items) => f.plural(items, { one: '# användare eller grupp', other: '# användare och grupper' }),

  retention: 'Spara slutförda jobb i',
  retentionChoice: (days) =>
    days === 'forever'
      ? 'Tills jag raderar dem'
      : days === 365
        ? '1 år'
        : f.plural(days, { one: '# dag', other: '# dagar' }),
  retentionNote:
    'Jobb som är pausade, inte har startats eller inte kan läsas finns kvar tills du raderar dem.',
  retentionTitle: (count) => f.plural(count, { one: 'Radera # jobb nu?', other: 'Radera # jobb nu?' }),
  retentionText: (count) =>
    f.plural(count, {
      one: '# slutfört jobb är äldre än så. Rapporten raderas från webbläsaren och du kan inte längre ångra jobbet. Licenserna ändras inte.',
      other:
        '# slutförda jobb är äldre än så. Rapporterna raderas från webbläsaren och du kan inte längre ångra jobben. Licenserna ändras inte.',
    }),

  export: 'Exportera',
  exportNote: 'En export innehåller dina val och utkast. Öppna ett jobb för att exportera dess rapport.',
  fileName: (day) => `isv-licenser-${day}.json`,

  import: 'Importera',
  importTitle: 'Importera filen?',
  importChoices: (added) =>
    f.plural(added, { one: 'Lägger till # val om en produkt.', other: 'Lägger till # val om produkter.' }),
  importDrafts: (added) =>
    f.plural(added, {
      one: 'Lägger till # utkast till en lista.',
      other: 'Lägger till # utkast till listor.',
    }),
  importReplaces: 'Ersätter:',
  decision: { isv: 'Behandla som ISV-app', hidden: 'Dölj', none: 'Inget val' },
  named: (name) => `namnet ${name}`,
  replacedChoice: (product, before, after) => `${product}: ${after} i stället för ${before}`,
  replacedDraft: (product) => `Utkast för ${product}`,
  importUnchanged: (count) =>
    f.plural(count, { one: '# post är redan likadan.', other: '# poster är redan likadana.' }),
  importNothing: 'Allt i filen finns redan i den här webbläsaren.',
  imported: 'Importerat.',
  importProblems: {
    'too-large': {
      title: 'Filen är för stor',
      action: 'Välj en fil som du har exporterat här. Den kan vara högst 5 MB.',
    },
    unreadable: { title: 'Filen kan inte öppnas', action: 'Kontrollera att den finns kvar och försök igen.' },
    'not-json': {
      title: 'Filen är inte en hel export',
      action: 'Välj .json-filen som du exporterade, eller exportera den igen.',
    },
    'other-file': {
      title: 'Filen kommer inte från den här appen',
      action: 'Välj en fil som du har exporterat på den här sidan.',
    },
    'newer-version': {
      title: 'Filen kommer från en nyare version av appen',
      action: 'Läs in appen på nytt för att få den senaste versionen och importera filen igen.',
    },
    'other-tenant': {
      title: 'Filen kommer från en annan organisation',
      action: 'Dess produkter och personer är andra än dina. Välj en fil från din organisation.',
    },
    invalid: {
      title: 'Filen har ändrats och är inte giltig',
      action: 'Rätta de här posterna, eller exportera filen igen:',
    },
  },

  deleteEverything: 'Radera allt som är sparat här',
  deleteTitle: 'Radera allt som är sparat här?',
  deleteText:
    'Dina val, utkast och jobb med rapporter raderas från webbläsaren. Pausade jobb avslutas. Du kan behöva logga in igen. Licenserna ändras inte. Det går inte att ångra.',
  deleteOthersStay: 'Data för andra konton raderas inte.',
  pauseFirst: (jobs) =>
    f.plural(jobs, {
      one: '# jobb körs. Pausa det först, under Jobb.',
      other: '# jobb körs. Pausa dem först, under Jobb.',
    }),
  delete: 'Radera',
  deleting: 'Raderar …',
  deleted: 'Allt som var sparat här har raderats.',
  deletedExcept: (jobs) =>
    f.plural(jobs, {
      one: 'Raderat, utom # jobb som körs eller inte kan kontrolleras nu. Försök igen senare.',
      other: 'Raderat, utom # jobb som körs eller inte kan kontrolleras nu. Försök igen senare.',
    }),
});
