import type { updates as english } from '../en/updates';
import type { Format } from '../format';

/** Words for changes that Microsoft 365 doesn't show yet, and for jobs that end on another page. */
export const updates = (f: Format): ReturnType<typeof english> => ({
  updating: 'Uppdateras. Det kan ta några minuter innan Microsoft 365 visar alla ändringar.',
  updatingShort: 'Ändringar syns om några minuter.',
  seatsUpdating: (products) =>
    `Uppdateras: licenser för ${f.list(products)}. Det kan ta några minuter innan Microsoft 365 visar alla ändringar.`,
  differsTitle: 'Microsoft 365 visar något annat',
  notAssigned: (names) => `Tilldelades eller ändrades här, men visas inte där: ${names}.`,
  notRemoved: (names) => `Togs bort här, men visas fortfarande där: ${names}.`,
  seatsDiffer: (expected, shown) =>
    `${f.plural(expected, { one: '# tilldelad licens', other: '# tilldelade licenser' })} väntades, men ${f.number(shown)} visas.`,
  differsAction: 'Någon annan kan ha ändrat det sedan dess. Uppdatera. Försök igen om det inte hjälper.',
  others: (count) => f.plural(count, { one: '# till', other: '# till' }),
  jobDone: (title, summary) => `Klart: ${title}. ${summary}`,
  jobPaused: (title) => `Pausat: ${title}`,
  jobResumed: (title) => `Återupptaget: ${title}`,
  jobsEnded: (count) => f.plural(count, { one: '# jobb att kontrollera', other: '# jobb att kontrollera' }),
});
