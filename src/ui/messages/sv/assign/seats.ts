import type { seats as english } from '../../en/assign/seats';
import type { Format } from '../../format';

/** Words that count seats, and that say how to go on without any. */
export const seats = (f: Format): ReturnType<typeof english> => ({
  willGet: (seats) => f.plural(seats, { one: '# får en plats', other: '# får en plats' }),
  willGetAtMost: (seats) => f.plural(seats, { other: 'Högst # får en plats' }),
  seatsUnknown: 'En grupps storlek är inte känd, så det går inte att säga hur många platser som går åt',
  freeNotKnown: 'Microsoft 365 anger inte hur många platser som är lediga',
  seatsFree: (seats) => f.plural(seats, { one: '# ledig plats nu', other: '# lediga platser nu' }),
  seatsLeft: (seats) => f.plural(seats, { one: '# plats kvar efter det', other: '# platser kvar efter det' }),
  seatsLeftAtLeast: (seats) =>
    f.plural(seats, { one: 'minst # plats kvar efter det', other: 'minst # platser kvar efter det' }),
  seatsMissing: (seats) => f.plural(seats, { one: '# plats saknas', other: '# platser saknas' }),
  seatsMissingAtLeast: (seats) =>
    f.plural(seats, { one: 'minst # plats saknas', other: 'minst # platser saknas' }),
  seatsMissingAtMost: (seats) =>
    f.plural(seats, { one: 'högst # plats saknas', other: 'högst # platser saknas' }),
  seatsOf: (product, { given, left, missing, certainty }) => {
    if (certainty === 'unknown')
      return `${product}: ${f.plural(given + left, { one: '# ledig plats', other: '# lediga platser' })} · hur många som går åt är inte känt`;
    const isBound = certainty === 'at-most';
    return (
      `${product}: ${isBound ? 'högst ' : ''}${f.plural(given, { other: '# får den' })} · ` +
      (missing > 0
        ? (isBound ? 'högst ' : '') + f.plural(missing, { one: '# plats saknas', other: '# platser saknas' })
        : (isBound ? 'minst ' : '') + f.plural(left, { one: '# plats kvar', other: '# platser kvar' }))
    );
  },
  takes: (inMs) => `tar ungefär ${f.duration(inMs)}`,
  takesInAll: (inMs) => `Tar ungefär ${f.duration(inMs)}`,
  getMore: 'Skaffa fler licenser',
  getMoreOf: (product) => `Skaffa fler licenser för ${product}`,
  seatsShortTitle: 'När ingen plats finns kvar',
  seatsShortGoOn: 'Fortsätt, och säg vilka som inte fick någon',
  seatsShortStop: 'Stanna, och låt resten vänta tills du återupptar',
});
