import type { ProductSeats } from '../../../../licensing/preflight/preflight';
import type { Format } from '../../format';

/** Numbers of seats of one product, to be put in a sentence. */
interface SeatWords {
  readonly given: number;
  readonly left: number;
  readonly missing: number;
  readonly certainty: ProductSeats['certainty'];
}

/** Words that count seats, and that say how to go on without any. */
export const seats = (f: Format) => ({
  willGet: (seats: number) => f.plural(seats, { other: '# will get a seat' }),
  willGetAtMost: (seats: number) => f.plural(seats, { other: 'up to # will get a seat' }),
  seatsUnknown: "we don't know the size of a group, or how many seats this takes",
  freeNotKnown: "Microsoft 365 doesn't show how many seats are free",
  seatsAvailable: (seats: number) => f.plural(seats, { other: '# available' }),
  seatsLeft: (seats: number) => f.plural(seats, { other: '# left after this' }),
  seatsLeftAtLeast: (seats: number) => f.plural(seats, { other: 'at least # left after this' }),
  seatsMissing: (seats: number) => f.plural(seats, { one: '# seat missing', other: '# seats missing' }),
  seatsMissingAtLeast: (seats: number) =>
    f.plural(seats, { one: 'at least # seat missing', other: 'at least # seats missing' }),
  seatsMissingAtMost: (seats: number) =>
    f.plural(seats, { one: 'up to # seat missing', other: 'up to # seats missing' }),
  /** Seats that the list takes of one of several products; `at-most`: a group might take fewer. */
  seatsOf: (product: string, { given, left, missing, certainty }: SeatWords) => {
    if (certainty === 'unknown')
      return `${product}: ${f.plural(given + left, { one: '# seat free', other: '# seats free' })} · we don't know how many it takes`;
    const isBound = certainty === 'at-most';
    return (
      `${product}: ${isBound ? 'up to ' : ''}${f.plural(given, { one: '# gets it', other: '# get it' })} · ` +
      (missing > 0
        ? (isBound ? 'up to ' : '') + f.plural(missing, { one: '# seat missing', other: '# seats missing' })
        : (isBound ? 'at least ' : '') + f.plural(left, { one: '# seat left', other: '# seats left' }))
    );
  },
  seatsEnough: (products: number) =>
    f.plural(products, { one: 'Enough seats of # more product', other: 'Enough seats of # more products' }),
  takes: (inMs: number) => `takes about ${f.duration(inMs)}`,
  getMore: 'Get more licenses',
  getMoreOf: (product: string) => `Get more licenses of ${product}`,
  seatsShortTitle: "If there aren't enough seats",
  seatsShortGoOn: 'Continue, and report who got none',
  seatsShortStop: 'Pause until you resume the job',
});
