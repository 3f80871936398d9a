import { describeUnlisted } from '../../../licensing/catalogue/describeUnlisted';
import type { Product } from '../../../licensing/product';
import type { Seat, SeatPath } from '../../../licensing/types';
import type { Services } from '../../services';

/** Whether the person can use what they hold. */
export type SeatState = 'active' | 'problem' | 'off';

/** A product that the person holds, by one or more paths. */
export interface OwnApp {
  readonly product: Product;
  readonly paths: readonly SeatPath[];
  readonly state: SeatState;
}

/** What the person holds and what else the organization owns; Microsoft's own and hidden products are left out. */
interface OwnApps {
  readonly licensed: readonly OwnApp[];
  readonly available: readonly Product[];
}

/** Joins the person's seats with the products of the tenant, both by name. */
export function ownApps(products: readonly Product[], seats: readonly Seat[], locale: string): OwnApps {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const shown = products
    .filter(({ verdict }) => verdict.owner !== 'microsoft')
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
 * Apps that the person still holds although the organization no longer owns them. Only those that the catalogue or the admin
 * names as a vendor's: of the others nothing is known but an id, and they may be Microsoft's.
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
    return found?.verdict.owner === 'isv' ? [found] : [];
  });
}

/** One working path is enough, unless the whole subscription is off. */
function stateOf({ state: { kind } }: Product, seats: readonly Seat[]): SeatState {
  if (kind === 'disabled') return 'off';
  if (seats.some(({ state }) => state === 'active')) return 'active';
  return seats.every(({ state }) => state === 'disabled') ? 'off' : 'problem';
}

function canBeAskedFor({ verdict, coverage, isHidden }: Product): boolean {
  return verdict.owner === 'isv' && !isHidden && coverage.kind === 'assignable';
}
