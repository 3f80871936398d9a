import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { daysUntil, isRenewalUnread } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { startView, type LicensesFilter, type LicensesView } from './licensesView';
import { countsSeats, freeSeats } from './selectProducts';

const useStyles = makeStyles({
  strip: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@media (max-width: 759px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  item: { display: 'flex' },
  tile: {
    flexGrow: 1,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    alignContent: 'start',
    minWidth: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    textAlign: 'left',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  pressed: {
    boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 899px)': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  },
});

interface SummaryBarProps {
  readonly products: readonly Product[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly view: LicensesView;
  readonly onViewChange: (view: LicensesView) => void;
}

/** Four totals of all ISV products. Each one filters the list to its products. */
export function SummaryBar({ products, now, view, onViewChange }: SummaryBarProps) {
  const styles = useStyles();
  const { licenses, products: words, format } = useCriticalMessages();
  const sum = summarize(products, now);
  const show = (filters: readonly LicensesFilter[], sort = view.sort): void =>
    onViewChange({ ...startView, filters, sort });
  const only = (filter: LicensesFilter): boolean => view.filters.length === 1 && view.filters[0] === filter;
  const valueOf = (number: number | undefined): string =>
    number === undefined ? '–' : format.number(number);
  const asKnown = (hint: string, isKnown: boolean): string => (isKnown ? hint : licenses.asFarAsKnown(hint));
  const hintOf = (hint: string, isKnown: boolean, number: number | undefined): string =>
    number === undefined ? words.notKnown : asKnown(hint, isKnown);
  const byRenewal = { column: 'renewal', isDescending: false } as const;
  const tiles = [
    {
      label: licenses.seatsTotal,
      value: valueOf(sum.seats),
      hint: hintOf(licenses.seatsTotalHint(sum.products), sum.areSeatsKnown, sum.seats),
      isPressed: false,
      onClick: () => onViewChange({ ...startView }),
    },
    {
      label: licenses.unused,
      value: valueOf(sum.unused),
      hint: hintOf(licenses.unusedHint(sum.productsWithUnused), sum.areUnusedKnown, sum.unused),
      isPressed: only('unused'),
      onClick: () => show(['unused']),
    },
    {
      label: licenses.noneLeft,
      value: valueOf(sum.unused === undefined ? undefined : sum.productsWithNoneLeft),
      hint: hintOf(licenses.noneLeftHint(sum.productsWithNoneLeft), sum.areUnusedKnown, sum.unused),
      isPressed: only('noneLeft'),
      onClick: () => show(['noneLeft']),
    },
    {
      label: licenses.nextRenewal,
      value: sum.nextRenewalAt === undefined ? '–' : format.date(sum.nextRenewalAt),
      hint:
        sum.nextRenewalAt === undefined
          ? sum.areRenewalsKnown
            ? licenses.nextRenewalNone
            : words.notKnown
          : asKnown(licenses.nextRenewalIn(daysUntil(sum.nextRenewalAt, now)), sum.areRenewalsKnown),
      isPressed: view.filters.length === 0 && view.sort.column === 'renewal',
      onClick: () => show([], byRenewal),
    },
  ];
  return (
    <ul className={styles.strip} aria-label={licenses.summary}>
      {tiles.map(({ label, value, hint, isPressed, onClick }) => (
        <li key={label} className={styles.item}>
          <button
            type="button"
            className={mergeClasses(styles.tile, isPressed && styles.pressed)}
            aria-pressed={isPressed}
            onClick={onClick}
          >
            <span className={styles.label}>{label}</span> <span className={styles.value}>{value}</span>{' '}
            <span className={styles.label}>{hint}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Totals of all ISV products that aren't hidden. */
interface Summary {
  /** Usable licenses. Undefined, like `unused`, if no product's number is known. */
  readonly seats: number | undefined;
  /** Number of products with usable licenses. */
  readonly products: number;
  /** False if `seats` lacks a product because its number is unknown. */
  readonly areSeatsKnown: boolean;
  readonly unused: number | undefined;
  readonly productsWithUnused: number;
  readonly productsWithNoneLeft: number;
  /** False if `unused` lacks a product because its number is unknown. */
  readonly areUnusedKnown: boolean;
  /** ISO date-time; undefined if no renewal is known. */
  readonly nextRenewalAt: string | undefined;
  /** False if some dates couldn't be read, so that an earlier renewal is possible. */
  readonly areRenewalsKnown: boolean;
}

/** Calculates the totals. `now` is in milliseconds since 1970. */
export function summarize(products: readonly Product[], now: number): Summary {
  const counted = products.filter(
    (product) => product.classification.owner === 'isv' && !product.isHidden && countsSeats(product),
  );
  // Licenses of disabled subscriptions don't count. Unknown numbers and their products are left out.
  const totals = counted.map(({ owned, state }) => (state.kind === 'disabled' ? 0 : owned?.seats.total));
  const free = counted.map(freeSeats);
  const renewals = counted
    .flatMap(({ nextLifecycleAt }) => nextLifecycleAt ?? [])
    .filter((at) => daysUntil(at, now) >= 0)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    seats: sumOf(totals),
    products: totals.filter((total) => total !== undefined && total > 0).length,
    areSeatsKnown: !totals.includes(undefined),
    unused: sumOf(free.map((seats) => seats && Math.max(0, seats))),
    productsWithUnused: free.filter((seats) => seats !== undefined && seats > 0).length,
    productsWithNoneLeft: free.filter((seats) => seats !== undefined && seats <= 0).length,
    areUnusedKnown: !free.includes(undefined),
    nextRenewalAt: renewals[0],
    areRenewalsKnown: !counted.some(isRenewalUnread),
  };
}

/** Adds up the known numbers; undefined if all are unknown. */
function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((each) => each !== undefined);
  return known.length === 0 && numbers.length > 0 ? undefined : known.reduce((sum, each) => sum + each, 0);
}
