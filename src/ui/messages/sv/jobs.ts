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
    'free-seat': (job) => `Frigör en andra licens för ${f.list(job.products)} hos ${who(job)}`,
    move: (job) => `Flytta ${who(job)} från ${job.products[0] ?? ''} till ${job.products[1] ?? ''}`,
    'replace-plans': (job) => `Ändra appar i ${f.list(job.products)} för ${who(job)}`,
    'through-group': (job) =>
      `Tilldela ${f.list(job.products)} till ${who(job)} via ${job.group ?? 'en grupp'}`,
    'leave-groups': (job) => `Ta bort ${f.list(job.products)} från ${who(job)}, med gruppmedlemskap`,
    'migrate-to-group': (job) =>
      `Migrera ${f.list(job.products)} för ${who(job)} till ${job.group ?? 'en grupp'}`,
    'usage-location': (job) => `Ange användningsplatsen ${job.country ?? 'ett land'} för ${who(job)}`,
    reprocess: (job) => `Bearbeta ${f.list(job.products)} på nytt för ${who(job)}`,
  };
};

/** Words of jobs: the panel of one, the page of all, and the bar that offers an interrupted one again. */
export const jobs = (f: Format): ReturnType<typeof english> => ({
  ...jobOutcomes(f),
  ...jobReport(f),
  intro: 'Licenser som du har tilldelat, flyttat och tagit bort i den här webbläsaren, det senaste först.',
  backToJobs: 'Tillbaka till Aktivitet',
  emptyTitle: 'Ingen aktivitet ännu',
  goToLicenses: 'Gå till licenser',
  emptyText:
    'När du tilldelar eller tar bort licenser ser du här vem som fick vad och hur det gick, och du kan ångra det.',
  onlyWhileOpen:
    'Webbläsaren kan inte spara jobb, så listan försvinner när du stänger appen. Exportera det du behöver.',
  notFoundTitle: 'Jobbet hittades inte',
  notFoundText: 'Det kan ha raderats från listan eller ha körts i en annan webbläsare.',

  title: (job) => titles(f)[job.kind](job),
  people: (users, groups) =>
    f.list([
      ...(users > 0 ? [f.plural(users, { one: '# användare', other: '# användare' })] : []),
      ...(groups > 0 ? [f.plural(groups, { one: '# grupp', other: '# grupper' })] : []),
    ]),
  undoTitle: (title) => `Ångra: ${title}`,
  throughCloudLicensing: 'Via molnlicensieringen',
  loading: 'Läser in jobbet …',
  history: 'Jobb i den här webbläsaren',
  columnWhat: 'Jobb',
  columnState: 'Status',
  columnOutcomes: 'Utfall',
  columnMore: 'Mer',
  moreOf: (title) => `Mer: ${title}`,
  planned: (iso, name) => (name === undefined ? f.dateTime(iso) : `${f.dateTime(iso)} av ${name}`),
  forget: 'Radera',
  deleteJob: (title) => `Radera från listan: ${title}`,
  deleteTitle: 'Radera jobbet från listan?',
  deleteText: 'Rapporten raderas och du kan inte längre ångra jobbet. Licenserna ändras inte.',

  status: {
    planned: 'Inte startat',
    running: 'Körs',
    paused: 'Pausat',
    cancelling: 'Stoppas',
    following: 'Väntar på Microsoft 365',
    finished: 'Klart',
  },
  interrupted: 'Avbrutet',
  elsewhere: 'Körs i en annan flik',
  settledOf: (settled, all) => `${f.number(settled)} av ${f.number(all)} klara`,
  finishedWithFailures: (failed, halfDone) =>
    [
      'Klart',
      ...(halfDone > 0 ? [f.plural(halfDone, { one: '# halvklar', other: '# halvklara' })] : []),
      ...(failed > 0 ? [`${f.number(failed)} misslyckades`] : []),
    ].join(', '),
  endedAt: (inMs, isRecent) => `Klart ${isRecent ? f.time(inMs) : f.dateTime(new Date(inMs).toISOString())}`,
  accepted: (count) => f.plural(count, { one: '# mottagen', other: '# mottagna' }),
  rate: (itemsAMinute) => `ungefär ${f.number(itemsAMinute)} i minuten`,
  timeLeft: (inMs, error) => {
    if (!Number.isFinite(error)) return `minst ${f.duration(inMs)} kvar`;
    const [least, most] = [f.duration(inMs * (1 - error)), f.duration(inMs * (1 + error))];
    return least === most ? `ungefär ${most} kvar` : `${least} till ${most} kvar`;
  },

  stateText: {
    planned: 'Ingenting har skickats ännu.',
    running: 'Ha fliken öppen, annars pausas jobbet.',
    resumed: 'Återupptaget. Ha fliken öppen, annars pausas jobbet.',
    finishing: 'Slutför …',
    cancelling: 'Stoppar. Det som redan har skickats hinner bli klart.',
    arriving:
      'Något var på väg när jobbet avbröts och kan fortfarande träda i kraft. Det kontrolleras inom en halv minut. Sedan fortsätter jobbet.',
    elsewhere: 'Jobbet körs i en annan flik. Du kan följa det här.',
  },
  following: (count) =>
    f.plural(count, {
      one: 'Allt är skickat. Microsoft 365 arbetar fortfarande med #.',
      other: 'Allt är skickat. Microsoft 365 arbetar fortfarande med #.',
    }),
  pause: {
    asked: 'Pausat. Ingenting skickas förrän du återupptar.',
    interrupted:
      'Avbrutet eftersom fliken stängdes eller datorn stannade. När du återupptar kontrolleras först det som var på väg, så att inget görs två gånger.',
    offline: 'Du är offline. Jobbet fortsätter när anslutningen är tillbaka.',
    goesOnByItself: 'Jobbet fortsätter om en stund.',
    resume: 'Inget mer skickas förrän du återupptar. Inget går förlorat.',
    roleMissing: (isThroughGroup) =>
      `Ditt konto har inte rollen som jobbet kräver: ${isThroughGroup ? 'användaradministratör eller gruppadministratör' : 'licensadministratör'}. Om din roll måste aktiveras: aktivera den. Be annars en global administratör om rollen.`,
  },
  goesOnAt: (iso) => `Jobbet fortsätter ${f.dateTime(iso)}.`,
  halted: (reason) => `Pausat av den här orsaken: ${reason}. Resten väntar tills du återupptar.`,
  undoneAlready: 'Ett senare jobb har ångrat det här.',

  start: 'Starta',
  starting: 'Startar …',
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
      one: '# användare eller grupp som inte har påbörjats lämnas som den är. Slutförda ändringar ångras inte.',
      other:
        '# användare och grupper som inte har påbörjats lämnas som de är. Slutförda ändringar ångras inte.',
    }),
  stopAnyway: 'Stoppa jobbet',
  keepGoing: 'Fortsätt',

  undoQuestion: 'Ångra jobbet?',
  undoing: {
    assign: 'Alla som fick en licens av jobbet förlorar den.',
    remove: 'Alla som förlorade en licens får den tillbaka, med samma appar inaktiverade som förut.',
    'free-seat':
      'Alla vars andra licens frigjordes får tillbaka den, med samma appar inaktiverade som förut.',
    move: 'Alla som flyttades får tillbaka den tidigare produkten, med samma appar inaktiverade som förut, och förlorar den nya.',
    'replace-plans': 'Appar och tjänster aktiveras och inaktiveras som före jobbet.',
    'through-group': 'Alla som jobbet lade till tas bort från gruppen.',
    'leave-groups':
      'Alla som förlorade en licens får den tillbaka, med samma appar inaktiverade som förut, och alla som togs bort från en grupp läggs till i den igen.',
    'migrate-to-group':
      'Alla som migrerades får tillbaka den direkta licensen, med samma appar inaktiverade som förut. De som jobbet lade till i gruppen tas sedan bort från den.',
    'usage-location': 'Alla som hade en annan användningsplats får tillbaka den.',
    reprocess: 'Ny bearbetning kan inte ångras.',
    undo: 'De ändringar som ångrades görs igen.',
  },
  undoCount: (undone) => f.plural(undone, { one: '# ångras.', other: '# ångras.' }),
  undoLeft: (left) =>
    f.plural(left, {
      one: '# lämnas som den är, eftersom den inte kan eller inte behöver ångras.',
      other: '# lämnas som de är, eftersom de inte kan eller inte behöver ångras.',
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
    'needs-free-seats':
      'Varje person behöver en ledig licens. Om inga licenser finns kvar får personen inte tillbaka sin.',
    'app-data': 'Data som leverantörens app raderar när en licens upphör återställs inte.',
    'group-stays': 'Gruppen och dess licens finns kvar.',
    'first-location-stays':
      'De som saknade användningsplats behåller den nya. Du kan ändra den men inte tömma den.',
    'usage-location-stays': 'Om Microsoft Entra har angett en användningsplats under tiden finns den kvar.',
  },
  undoNothing: 'Inget i jobbet kan ångras.',
  /** Follows "waiting for". */
  undoWait: 'listan över det som kan ångras',
  undoReading: 'Kontrollerar vad som kan ångras …',

  notKeptHere:
    'Webbläsaren kan inte spara jobb här. Ett jobb upphör när du stänger fliken, och du kan inte återuppta eller ångra det senare.',
  withoutKeeping: 'Fortsätt utan att spara',
  withoutKeepingText:
    'Jobbet upphör då när du stänger fliken, och du kan inte återuppta eller ångra det senare. Exportera rapporten innan du stänger appen.',

  interruptedTitle: (count) => f.plural(count, { one: 'Ett jobb avbröts', other: '# jobb avbröts' }),
  moreInterrupted: 'Alla jobb',
  interruptedText: (title, settled, all) => `${title}: ${f.number(settled)} av ${f.number(all)} klara.`,
  viewJob: 'Visa jobbet',
  discard: 'Ignorera',
  discardTitle: 'Ignorera resten av jobbet?',
  discardText: (count) =>
    f.plural(count, {
      one: '# användare eller grupp som inte är klar lämnas som den är. Det som var på väg kontrolleras först. Slutförda ändringar ångras inte.',
      other:
        '# användare och grupper som inte är klara lämnas som de är. Det som var på väg kontrolleras först. Slutförda ändringar ångras inte.',
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
    'Uppgifterna om jobbets ändringar raderas, och du kan inte ångra dem. Licenserna ändras inte. Du kan inte ångra raderingen.',

  unresolvedNote: (count) =>
    f.plural(count, {
      one: '# rad i dina listor utelämnades. Du hittar den i den exporterade rapporten.',
      other: '# rader i dina listor utelämnades. Du hittar dem i den exporterade rapporten.',
    }),
});
