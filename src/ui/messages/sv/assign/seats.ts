import type { seats as english } from '../../en/assign/seats';
import type { Format } from '../../format';

/** Words that count seats, and that say how to go on without any. */
export const seats = (f: Format): ReturnType<typeof english> => ({
  willGet: (seats) => f.plural(seats, { other: '# får en licens' }),
  willGetAtMost: (seats) => f.plural(seats, { other: 'högst # får en licens' }),
  seatsUnknown: 'vi vet inte hur stor en grupp är eller hur många licenser som går åt',
  freeNotKnown: 'Microsoft 365 visar inte hur många licenser som är lediga',
  seatsAvailable: (seats) => f.plural(seats, { one: '# tillgänglig', other: '# tillgängliga' }),
  seatsLeft: (seats) => f.plural(seats, { other: '# kvar efter det här' }),
  seatsLeftAtLeast: (seats) => f.plural(seats, { other: 'minst # kvar efter det här' }),
  seatsMissing: (seats) => f.plural(seats, { one: '# licens saknas', other: '# licenser saknas' }),
  seatsMissingAtLeast: (seats) =>
    f.plural(seats, { one: 'minst # licens saknas', other: 'minst # licenser saknas' }),
  seatsMissingAtMost: (seats) =>
    f.plural(seats, { one: 'högst # licens saknas', other: 'högst # licenser saknas' }),
  seatsOf: (product, { given, left, missing, certainty }) => {
    if (certainty === 'unknown')
      return `${product}: ${f.plural(given + left, { one: '# ledig licens', other: '# lediga licenser' })} · vi vet inte hur många som går åt`;
    const isBound = certainty === 'at-most';
    return (
      `${product}: ${isBound ? 'högst ' : ''}${f.plural(given, { other: '# får den' })} · ` +
      (missing > 0
        ? (isBound ? 'högst ' : '') +
          f.plural(missing, { one: '# licens saknas', other: '# licenser saknas' })
        : (isBound ? 'minst ' : '') + f.plural(left, { one: '# licens kvar', other: '# licenser kvar' }))
    );
  },
  seatsEnough: (products) =>
    f.plural(products, {
      one: 'Licenserna räcker för # produkt till',
      other: 'Licenserna räcker för # produkter till',
    }),
  takes: (inMs) => `tar ungefär ${f.duration(inMs)}`,
  getMore: 'Skaffa fler licenser',
  getMoreOf: (product) => `Skaffa fler licenser för ${product}`,
  seatsShortTitle: 'Om licenserna inte räcker',
  seatsShortGoOn: 'Fortsätt, och rapportera vilka som inte fick någon',
  seatsShortStop: 'Pausa tills du återupptar jobbet',
});
