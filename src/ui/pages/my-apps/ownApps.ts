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

/**
 * Returns apps that the person still has a license for although the organization no longer owns them. Only those that
 * the catalogue or the admin names: of others only an id is known, and they may be Microsoft's.
 */
export function unlistedApps(
  products: readonly Product[],
  seats: readonly Seat[],
  { catalogue, choices }: Pick<Services, 'catalogue' | 'choices'>,
): readonly Product[] {
  const listed = new Set(products.map(({ key }) => key));
  const poolOf = new Map(
    seats.filter(({ product }) => !listed.has(product)).map(({ product, pool }) => [product, pool]),
  );
  return [...poolOf].flatMap(([key, pool]) => {
    const found = describeUnlisted({ key, pool, assigned: undefined }, catalogue, undefined, choices.read());
    return found?.classification.owner === 'isv' ? [found] : [];
  });
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
