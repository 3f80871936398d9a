import type { about as english } from '../en/about';
import type { Format } from '../format';

/** The page About this app: version, and what is kept in this browser. */
export const about = (f: Format): ReturnType<typeof english> => ({
  title: 'Om appen',
  intro: 'Versionen du använder och vad den sparar i den här webbläsaren.',
  back: 'Tillbaka till Mina appar',
  app: 'App',
  version: 'Version',
  unknownSettings: (names) =>
    `Appens config.json har ${names.length === 1 ? 'en inställning' : 'inställningar'} som den här versionen inte känner till och inte använder: ${f.list(names)}. Kontrollera stavningen med den som konfigurerade appen.`,

  keptTitle: 'Sparat i den här webbläsaren',
  keptText: 'Informationen stannar på den här enheten. Andra webbläsare och andra konton ser den inte.',
  blocked: 'Ingenting kan sparas i den här webbläsaren. Det du väljer gäller tills du stänger fliken.',
  full: 'Webbläsaren har inget utrymme kvar för appen. Det du väljer nu gäller tills du stänger fliken. Ta bort det du inte behöver.',
  emptyTitle: 'Inget är sparat ännu',
  emptyText: 'När du har tagit ställning till en produkt eller kört ett jobb visas det här.',
  columnWhat: 'Vad',
  columnKeptFor: 'För',
  columnSaved: 'Sparat',
  columnLifetime: 'Finns kvar tills',
  columnSize: 'Storlek',
  what: (kind, count) =>
    ({
      decisions: f.plural(count, { one: '# val om en produkt', other: '# val om produkter' }),
      drafts: f.plural(count, { one: '# utkast till en lista', other: '# utkast till listor' }),
      settings: f.plural(count, { one: '# inställning', other: '# inställningar' }),
      jobs: f.plural(count, { one: '# jobb', other: '# jobb' }),
      'unreadable-jobs': f.plural(count, {
        one: '# jobb som inte kan läsas',
        other: '# jobb som inte kan läsas',
      }),
      quota: 'Använd del av anropsgränsen',
      'earlier-decisions': 'Val från en tidigare version',
      session: 'Din inloggning',
      damaged: 'Information som inte kan läsas',
      newer: 'Information från en annan version av appen',
      others: f.plural(count, { one: '# post för andra konton', other: '# poster för andra konton' }),
    })[kind],
  details: {
    decisions: 'Behandla som ISV-app, Dölj och egna namn',
    drafts: 'Personer och grupper som du tänkte tilldela licenser',
    settings: 'Hur länge slutförda jobb sparas',
    jobs: 'Namn, inloggningsnamn och ID för dem som fick eller förlorade en licens, och hur det ångras',
    'unreadable-jobs': 'Exportera eller radera dem under Jobb.',
    quota: 'Hindrar flikarna i webbläsaren från att skicka för mycket',
    'earlier-decisions': 'Varje konto som använder webbläsaren får en kopia.',
    session: undefined,
    damaged: 'Lagd åt sidan. Den följer med i en export.',
    newer: 'Läs in appen på nytt för att få den senaste versionen. Informationen följer med i en export.',
    others: 'Bara de kontona kan se och ta bort dem.',
  },
  keptFor: { account: 'Ditt konto', tenant: 'Din organisation', others: 'Andra konton' },
  untilDeleted: 'Du tar bort det',
  daysAfterEnd: (days) =>
    f.plural(days, { one: '# dag efter att jobbet är klart', other: '# dagar efter att jobbet är klart' }),
  untilOthersDelete: 'De tar bort det',
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
      ? 'Tills jag tar bort dem'
      : days === 365
        ? '1 år'
        : f.plural(days, { one: '# dag', other: '# dagar' }),
  retentionNote:
    'Jobb som är pausade, inte har startats eller inte kan läsas finns kvar tills du tar bort dem.',
  retentionTitle: (count) => f.plural(count, { one: 'Ta bort # jobb nu?', other: 'Ta bort # jobb nu?' }),
  retentionText: (count) =>
    f.plural(count, {
      one: '# slutfört jobb är äldre än så. Rapporten tas bort från webbläsaren och jobbet går inte längre att ångra. Licenserna ändras inte.',
      other:
        '# slutförda jobb är äldre än så. Rapporterna tas bort från webbläsaren och jobben går inte längre att ångra. Licenserna ändras inte.',
    }),

  export: 'Exportera',
  exportNote:
    'En export innehåller dina val och utkast. Rapporten för ett jobb exporterar du från jobbets sida.',
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
      action: 'Rätta de här ställena, eller exportera filen igen:',
    },
  },

  deleteEverything: 'Ta bort allt som är sparat här',
  deleteTitle: 'Ta bort allt som är sparat här?',
  deleteText:
    'Dina val, utkast och jobb med rapporter tas bort från den här webbläsaren. Pausade jobb avslutas. Du kan behöva logga in igen. Licenserna ändras inte. Det går inte att ångra.',
  deleteOthersStay: 'Information för andra konton finns kvar.',
  pauseFirst: (jobs) =>
    f.plural(jobs, {
      one: '# jobb körs. Pausa det först, under Jobb.',
      other: '# jobb körs. Pausa dem först, under Jobb.',
    }),
  delete: 'Ta bort',
  deleting: 'Tar bort …',
  deleted: 'Allt som var sparat här är borttaget.',
  deletedExcept: (jobs) =>
    f.plural(jobs, {
      one: 'Borttaget, utom # jobb som körs eller inte kan kontrolleras nu. Försök igen senare.',
      other: 'Borttaget, utom # jobb som körs eller inte kan kontrolleras nu. Försök igen senare.',
    }),
});
