import { describeUnlisted } from '../../../licensing/catalogue/describeUnlisted';
import type { Product } from '../../../licensing/product';
import type { Seat, SeatPath } from '../../../licensing/types';
import type { Services } from '../../services';

/** State of the person's license. */
export type SeatState = 'active' | 'problem' | 'off';

/** A product that the person has a license for, by one or more paths. */
export interface OwnApp {
  readonly product: Product;
  readonly paths: readonly SeatPath[];
  readonly state: SeatState;
}

/** Apps of the person and of the organization, without Microsoft's own and hidden products. */
interface OwnApps {
  readonly licensed: readonly OwnApp[];
  readonly available: readonly Product[];
}

/** Splits the tenant's products by whether the person has a license, sorted by name. */
export function ownApps(products: readonly Product[], seats: readonly Seat[], locale: string): OwnApps {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const shown = products
    .filter(({ classification }) => classification.owner !== 'microsoft')
    .sort((a, b) => compare(a.name, b.name));
  const seatsOf = ({ key }: Product): readonly Seat[] => seats.filter(({ product }) => product === key);
  return {
    licensed: shown
      .map((product) => ({ product, own: seatsOf(product) }))
      .filter(({ own }) => own.length > 0)
      .map(({ product, own }) => ({
        product,
        paths: own.map(({ path }) => path),
        state: stateOf(product, own),
      })),
    available: shown.filter((product) => canBeAskedFor(product) && seatsOf(product).length === 0),
  };
}

/** Licenses of the person of which the organization's list has no product. */
interface OtherLicenses {
  /**
   * Apps that the person still has a license for although the organization no longer owns them. Only those that the catalogue
   * or the admin names.
   */
  readonly unlisted: readonly Product[];
  /** Number of products of which only an id is known: the organization may not list them to this person, or they are Microsoft's. */
  readonly unnamed: number;
}

/** Returns what the person has a license for and `products` doesn't list. */
export function otherLicenses(
  products: readonly Product[],
  seats: readonly Seat[],
  { catalogue, choices }: Pick<Services, 'catalogue' | 'choices'>,
): OtherLicenses {
  const listed = new Set(products.map(({ key }) => key));
  const poolOf = new Map(
    seats.filter(({ product }) => !listed.has(product)).map(({ product, pool }) => [product, pool]),
  );
  const found = [...poolOf].map(([key, pool]) =>
    describeUnlisted({ key, pool, assigned: undefined }, catalogue, undefined, choices.read()),
  );
  const ownerOf = (product: Product | undefined) => product?.classification.owner ?? 'unknown';
  return {
    unlisted: found.flatMap((product) => (product && ownerOf(product) === 'isv' ? [product] : [])),
    unnamed: found.filter((product) => ownerOf(product) === 'unknown').length,
  };
}

/** Returns the state of the license. One working path is enough, unless the subscription is disabled. */
function stateOf({ state: { kind } }: Product, seats: readonly Seat[]): SeatState {
  if (kind === 'disabled') return 'off';
  if (seats.some(({ state }) => state === 'active')) return 'active';
  return seats.every(({ state }) => state === 'disabled') ? 'off' : 'problem';
}

function canBeAskedFor({ classification, coverage, isHidden }: Product): boolean {
  return classification.owner === 'isv' && !isHidden && coverage.kind === 'assignable';
}
