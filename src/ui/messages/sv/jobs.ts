import type { jobs as english, JobTitle } from '../en/jobs';
import { jobOutcomes } from './jobs/jobOutcomes';
import { jobReport } from './jobs/jobReport';
import type { Format } from '../format';

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
  ...jobOutcomes(f),
  ...jobReport(f),
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
});
