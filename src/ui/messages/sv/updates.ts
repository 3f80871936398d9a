import type { updates as english } from '../en/updates';
import type { Format } from '../format';

/** Words for changes that Microsoft 365 doesn't show yet, and for jobs that end out of view, in Swedish. */
export const updates = (f: Format): ReturnType<typeof english> => ({
  updating: 'Uppdateras. Det kan ta några minuter innan Microsoft 365 visar alla ändringar.',
  seatsUpdating: (products) =>
    `Uppdateras: platser i ${f.list(products)}. Det kan ta några minuter innan Microsoft 365 visar alla ändringar.`,
  differsTitle: 'Microsoft 365 visar fortfarande något annat',
  notAssigned: (names) => `Tilldelades eller ändrades här, men visas inte: ${names}.`,
  notRemoved: (names) => `Togs bort här, men visas fortfarande: ${names}.`,
  seatsDiffer: (expected, shown) =>
    `${f.plural(expected, { one: '# tilldelad plats', other: '# tilldelade platser' })} väntades, men ${f.number(shown)} visas.`,
  differsAction: 'Någon annan kan ha ändrat det sedan dess. Uppdatera, och försök igen om det består.',
  others: (count) => f.plural(count, { one: '# till', other: '# till' }),
  jobDone: (title, summary) => `Klart: ${title}. ${summary}`,
  jobPaused: (title) => `Pausat: ${title}`,
  jobsEnded: (count) => f.plural(count, { one: '# jobb att titta på', other: '# jobb att titta på' }),
});
