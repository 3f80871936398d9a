import type { jobs as english, JobTitle, WordKind } from '../en/jobs';
import type { Format, PluralForms } from '../format';

const doneForms: Record<WordKind, PluralForms> = {
  assign: { one: '# tilldelad', other: '# tilldelade' },
  remove: { one: '# borttagen', other: '# borttagna' },
  move: { one: '# flyttad', other: '# flyttade' },
  'replace-plans': { one: '# ändrad', other: '# ändrade' },
  'through-group': { one: '# tilldelad', other: '# tilldelade' },
  'usage-location': { one: '# angiven', other: '# angivna' },
  undo: { one: '# återställd', other: '# återställda' },
};

const titles = (f: Format): Record<JobTitle['kind'], (job: JobTitle) => string> => {
  const who = ({ count, people }: JobTitle): string => {
    if (!people) return f.plural(count, { one: '# användare eller grupp', other: '# användare och grupper' });
    const { users, groups, name } = people;
    const parts = [
      ...(users > 0 ? [f.plural(users, { one: '# användare', other: '# användare' })] : []),
      ...(groups > 0 ? [f.plural(groups, { one: '# grupp', other: '# grupper' })] : []),
    ];
    return name ?? f.list(parts);
  };
  return {
    assign: (job) => `Tilldela ${f.list(job.products)} till ${who(job)}`,
    remove: (job) => `Ta bort ${f.list(job.products)} från ${who(job)}`,
    move: (job) => `Flytta ${who(job)} från ${job.products[0] ?? ''} till ${job.products[1] ?? ''}`,
    'replace-plans': (job) => `Ändra appar i ${f.list(job.products)} för ${who(job)}`,
    'through-group': (job) =>
      `Tilldela ${f.list(job.products)} till ${who(job)} genom ${job.group ?? 'en grupp'}`,
    'usage-location': (job) => `Ange användningsplatsen ${job.country ?? 'ett land'} för ${who(job)}`,
  };
};

/** Words of jobs: the panel of one, the page of all, and the bar that offers an interrupted one again. */
export const jobs = (f: Format): ReturnType<typeof english> => ({
  intro: 'Det som har tilldelats, flyttats och tagits bort med den här webbläsaren, det senaste först.',
  backToJobs: 'Tillbaka till Jobb',
  emptyTitle: 'Inga jobb ännu',
  emptyText:
    'Allt du tilldelar eller tar bort finns kvar här: vem som fick vad, hur det gick och hur det kan ångras.',
  onlyWhileOpen:
    'Webbläsaren sparar ingenting, så listan försvinner när appen stängs. Exportera det du behöver.',
  notFoundTitle: 'Jobbet finns inte i den här webbläsaren',
  notFoundText: 'Det kan ha tagits bort från listan eller ha körts i en annan webbläsare.',

  title: (job) => titles(f)[job.kind](job),
  undoTitle: (title) => `Ångra: ${title}`,
  loading: 'Läser jobbet …',
  history: 'Jobb i den här webbläsaren',
  columnWhat: 'Jobb',
  columnProducts: 'Produkt',
  columnState: 'Status',
  columnOutcomes: 'Utfall',
  columnActions: 'Ta bort',
  planned: (iso, name) => (name === undefined ? f.dateTime(iso) : `${f.dateTime(iso)} av ${name}`),
  forget: 'Ta bort',
  forgetJob: (title) => `Ta bort ur listan: ${title}`,
  forgetTitle: 'Ta bort jobbet ur listan?',
  forgetText: 'Rapporten försvinner och jobbet kan inte längre ångras härifrån. Licenserna ändras inte.',

  status: {
    planned: 'Inte startat',
    running: 'Körs',
    paused: 'Pausat',
    cancelling: 'Stoppas',
    following: 'Entra arbetar',
    finished: 'Klart',
  },
  interrupted: 'Avbrutet',
  elsewhere: 'Körs i en annan flik',
  settledOf: (settled, all) => `${f.number(settled)} av ${f.number(all)} klara`,
  accepted: (count) => f.plural(count, { one: '# mottagen', other: '# mottagna' }),
  rate: (itemsAMinute) => `ungefär ${f.number(itemsAMinute)} i minuten`,
  timeLeft: (inMs, error) => {
    if (!Number.isFinite(error)) return `minst ${f.duration(inMs)} kvar`;
    const [least, most] = [f.duration(inMs * (1 - error)), f.duration(inMs * (1 + error))];
    return least === most ? `ungefär ${most} kvar` : `${least} till ${most} kvar`;
  },

  stateText: {
    planned: 'Ingenting har skickats ännu.',
    running: 'Ha fliken öppen. Om du lämnar den pausas jobbet, och du kan återuppta det senare.',
    finishing: 'Slutför …',
    cancelling: 'Stoppar. Det som redan har skickats väntas in.',
    arriving:
      'Det som var på väg när jobbet avbröts kan fortfarande få verkan. Efter högst en halv minut kontrolleras det, och jobbet fortsätter.',
    elsewhere: 'En annan flik kör jobbet. Du kan följa det här.',
  },
  following: (count) =>
    f.plural(count, {
      one: 'Allt är skickat. Entra arbetar fortfarande med #.',
      other: 'Allt är skickat. Entra arbetar fortfarande med #.',
    }),
  pause: {
    asked: 'Pausat. Ingenting skickas förrän du återupptar.',
    interrupted:
      'Avbrutet, eftersom fliken stängdes eller datorn stannade. Det som var på väg kontrolleras först när du återupptar, så att ingen görs två gånger.',
    offline: 'Du är offline. Jobbet fortsätter av sig självt när anslutningen är tillbaka.',
    goesOnByItself: 'Jobbet fortsätter av sig självt om en stund.',
    resume: 'Inget mer skickas förrän du återupptar; ingen går förlorad.',
    roleMissing: (isThroughGroup) =>
      `Ditt konto har inte rollen som jobbet kräver: ${isThroughGroup ? 'användaradministratör eller gruppadministratör' : 'licensadministratör'}. Om du aktiverar dina roller: aktivera din. Be annars en global administratör om rollen.`,
  },
  goesOnAt: (iso) => `Jobbet fortsätter av sig självt ${f.dateTime(iso)}.`,
  halted: (reason) => `Pausat av den här orsaken: ${reason}. Resten väntar tills du återupptar.`,
  undoneAlready: 'Ett senare jobb har ångrat det här.',

  start: 'Starta',
  pauseJob: 'Pausa',
  pausing: 'Pausar …',
  resume: 'Återuppta',
  stop: 'Stoppa',
  stopping: 'Stoppar …',
  retryFailed: 'Försök igen med misslyckade',
  undo: 'Ångra',
  exportReport: 'Exportera',

  stopTitle: 'Stoppa jobbet?',
  stopText: (count) =>
    f.plural(count, {
      one: '# användare eller grupp har inte påbörjats och lämnas som den är. Det som är gjort förblir gjort.',
      other:
        '# användare och grupper har inte påbörjats och lämnas som de är. Det som är gjort förblir gjort.',
    }),
  stopAnyway: 'Stoppa jobbet',
  keepGoing: 'Fortsätt',

  undoQuestion: 'Ångra jobbet?',
  undoing: {
    assign: 'Alla som fick en licens av jobbet förlorar den igen.',
    remove: 'Alla som förlorade en licens får den tillbaka, med samma appar avstängda som förut.',
    move: 'Alla som flyttades får den tidigare produkten tillbaka, med samma appar avstängda som förut, och förlorar den nya.',
    'replace-plans': 'Appar och tjänster ställs in som de var före jobbet.',
    'through-group': 'Alla som jobbet lade till lämnar gruppen igen.',
    'usage-location': 'Alla som hade en annan användningsplats får tillbaka den.',
    undo: 'Det som återställdes görs igen.',
  },
  undoCount: (undone) => f.plural(undone, { one: '# återställs.', other: '# återställs.' }),
  undoLeft: (left) =>
    f.plural(left, {
      one: '# kan eller behöver inte återställas och lämnas som den är.',
      other: '# kan eller behöver inte återställas och lämnas som de är.',
    }),
  undoRefused: (products, count) =>
    `Licenser för ${f.list(products)} kan inte tilldelas nu, eftersom prenumerationen är pausad eller har upphört. ` +
    (count === undefined
      ? 'Du kan ångra jobbet när prenumerationen har förnyats.'
      : f.plural(count, {
          one: '# användare eller grupp får ingenting tillbaka.',
          other: '# användare och grupper får ingenting tillbaka.',
        })),
  undoLimit: {
    'needs-free-seats': 'Var och en behöver en ledig plats igen. Där ingen finns kvar blir personen utan.',
    'app-data': 'Det som leverantörens app raderar när en licens upphör kommer inte tillbaka.',
    'group-stays': 'Gruppen och dess licens finns kvar.',
    'first-location-stays':
      'De som saknade användningsplats behåller den nya: den kan ändras, men aldrig bli tom igen.',
    'usage-location-stays': 'En användningsplats som Entra har satt under tiden finns kvar.',
  },
  undoNothing: 'Inget i jobbet kan ångras.',
  /** Follows "waiting for". */
  undoWait: 'listan över det som kan ångras',
  undoReading: 'Ser efter vad som kan ångras …',

  summary: (kind, { done, partly = 0, unsure = 0, pending, skipped, failed, cancelled }) =>
    f.list([
      ...(done > partly + unsure || done + pending === 0
        ? [f.plural(done - partly - unsure, doneForms[kind])]
        : []),
      ...(partly > 0 ? [f.plural(partly, { one: '# delvis klar', other: '# delvis klara' })] : []),
      ...(unsure > 0
        ? [
            f.plural(unsure, {
              one: '# klar men inte helt kontrollerad',
              other: '# klara men inte helt kontrollerade',
            }),
          ]
        : []),
      ...(pending > 0 ? [f.plural(pending, { one: '# mottagen', other: '# mottagna' })] : []),
      ...(skipped > 0
        ? [f.plural(skipped, { one: '# lämnad som den var', other: '# lämnade som de var' })]
        : []),
      ...(failed > 0 ? [f.plural(failed, { one: '# misslyckad', other: '# misslyckade' })] : []),
      ...(cancelled > 0 ? [f.plural(cancelled, { one: '# inte påbörjad', other: '# inte påbörjade' })] : []),
    ]) + '.',
  done: {
    assign: 'Licens tilldelad',
    remove: 'Licens borttagen',
    move: 'Licens flyttad',
    'replace-plans': 'Appar ändrade',
    'through-group': 'Licens tilldelad genom gruppen',
    'usage-location': 'Användningsplatsen är angiven',
    undo: 'Återställd',
  },
  pending: {
    assign: 'Mottaget. Entra ger medlemmarna licensen nu.',
    remove: 'Mottaget. Entra tar bort licensen från medlemmarna nu.',
    move: 'Mottaget. Entra genomför det nu.',
    'replace-plans': 'Mottaget. Entra genomför det nu.',
    'through-group': 'Med i gruppen. Entra tilldelar licensen nu.',
    'usage-location': 'Mottagen. Entra tillämpar den nu.',
    undo: 'Mottaget. Entra genomför det nu.',
  },
  doneInPart: 'Klart för gruppen, men inte för alla medlemmar',
  doneUnsure: 'Klart för gruppen',
  shortfall: (members) =>
    f.plural(members, {
      one: '# medlem fick den inte. Produktens sida säger varför.',
      other: '# medlemmar fick den inte. Produktens sida säger varför.',
    }),
  shortfallAtLeast: (members) =>
    f.plural(members, {
      one: 'Minst # medlem fick den inte. Produktens sida säger varför. Det gick inte att läsa om andra fick den.',
      other:
        'Minst # medlemmar fick den inte. Produktens sida säger varför. Det gick inte att läsa om andra fick den.',
    }),
  shortfallUnknown: 'Det gick inte att läsa om alla medlemmar fick den. Titta på produktens sida senare.',
  aGroup: 'en grupp',
  inheritedFrom: (groups) => ({
    title: `Tilldelad via ${f.list(groups)}, inte direkt`,
    action:
      groups.length === 1
        ? 'Ändra vad gruppen ger, eller ta bort personen från den.'
        : 'Ändra vad grupperna ger, eller ta bort personen från dem.',
  }),
  hasThrough: (groups) => ({
    title: `Har den redan via ${f.list(groups)}`,
    action: 'Inget skickades.',
  }),
  waiting: 'Väntar',
  started: 'Arbetar …',
  unsettled: 'Inte avgjort än. Det kontrolleras först när jobbet fortsätter.',
  cancelled: 'Inte påbörjad, eftersom du stoppade',
  requestId: (id) => `Begärande-ID ${id}`,

  outcomesTable: 'Utfall för varje användare och grupp',
  columnWho: 'Användare eller grupp',
  columnOutcome: 'Utfall',
  filters: 'Visa bara',
  filterName: {
    waiting: 'Väntar',
    done: 'Klara',
    partly: 'Delvis klara',
    unsure: 'Klara men inte helt kontrollerade',
    pending: 'Mottagna',
    skipped: 'Lämnade som de var',
    cancelled: 'Inte påbörjade',
  },
  filterCount: (name, count) => `${name} (${f.number(count)})`,
  search: 'Sök bland utfallen',
  searchHint: 'Namn eller adress',
  clearSearch: 'Rensa sökningen',
  shown: (shown, all) => `${f.number(shown)} av ${f.number(all)} visas`,
  noneShown: 'Inget utfall matchar sökningen och filtren.',

  notKeptHere:
    'Webbläsaren kan inte spara jobb här: ett jobb upphör med den här fliken och kan inte återupptas eller ångras senare.',
  withoutKeeping: 'Fortsätt utan att spara',
  withoutKeepingText:
    'Du kan fortsätta ändå. Jobbet upphör då med den här fliken och kan inte återupptas eller ångras senare: exportera rapporten innan du stänger appen.',

  interruptedTitle: (count) => f.plural(count, { one: 'Ett jobb avbröts', other: '# jobb avbröts' }),
  moreInterrupted: 'Alla jobb',
  interruptedText: (title, settled, all) => `${title}: ${f.number(settled)} av ${f.number(all)} klara.`,
  lookAtIt: 'Titta på det',
  discard: 'Kasta',
  discardTitle: 'Kasta resten av jobbet?',
  discardText: (count) =>
    f.plural(count, {
      one: '# användare eller grupp är inte klar och lämnas som den är. Det som var på väg kontrolleras först; det som är gjort förblir gjort.',
      other:
        '# användare och grupper är inte klara och lämnas som de är. Det som var på väg kontrolleras först; det som är gjort förblir gjort.',
    }),

  unreadableTitle: (count) =>
    f.plural(count, { one: '# jobb kan inte läsas', other: '# jobb kan inte läsas' }),
  unreadableText: (count) =>
    f.plural(count, {
      one: 'En annan version av appen sparade det, eller så är det skadat. Läs in appen på nytt för att få den senaste versionen. Du kan exportera det som är sparat och undersöka det senare.',
      other:
        'En annan version av appen sparade dem, eller så är de skadade. Läs in appen på nytt för att få den senaste versionen. Du kan exportera det som är sparat och undersöka det senare.',
    }),
  unreadableList: 'Jobb som inte kan läsas',
  unreadablePlanned: (iso) => (iso === undefined ? 'Okänt datum' : `Planerat ${f.dateTime(iso)}`),
  unreadableExport: (when) => `Exportera det som är sparat: ${when}`,
  unreadableDelete: (when) => `Radera jobbet: ${when}`,
  unreadableFile: (day) => `isv-licenser-jobb-${day}.json`,
  unreadableDeleteTitle: 'Vill du radera jobbet som inte kan läsas?',
  unreadableDeleteText:
    'Det som jobbet gjorde finns inte längre antecknat här och går inte att ångra. Licenserna ändras inte. Det går inte att ångra raderingen.',

  unresolvedNote: (count) =>
    f.plural(count, {
      one: '# rad i dina listor matchade ingen. Du hittar den i den exporterade rapporten.',
      other: '# rader i dina listor matchade ingen. Du hittar dem i den exporterade rapporten.',
    }),

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
    notMatched: 'Ingen träff',
    severalMatched: 'Flera användare eller grupper matchar.',
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
    started: 'Inte avgjort än',
    done: 'Klar',
    partly: 'Delvis klar',
    unsure: 'Klar men inte helt kontrollerad',
    pending: 'Mottagen',
    skipped: 'Lämnad som den var',
    failed: 'Misslyckad',
    cancelled: 'Inte påbörjad',
  },
});
