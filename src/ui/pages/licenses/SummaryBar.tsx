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

/** What is summed up, and how the list is looked at. */
interface SummaryBarProps {
  readonly products: readonly Product[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly view: LicensesView;
  readonly onView: (view: LicensesView) => void;
}

/** Four numbers over all ISV products; each leads to the products behind it. */
export function SummaryBar({ products, now, view, onView }: SummaryBarProps) {
  const styles = useStyles();
  const { licenses, products: words, format } = useCriticalMessages();
  const sum = summarize(products, now);
  const show = (filters: readonly LicensesFilter[], sort = view.sort): void =>
    onView({ ...startView, filters, sort });
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
      onClick: () => onView({ ...startView }),
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

/** The few numbers above the list: over everything that is known or decided to be an ISV app, and not hidden. */
interface Summary {
  /** Seats that work; this and the next number of seats are undefined where some are not known and none are. */
  readonly seats: number | undefined;
  /** Products that have seats that work. */
  readonly products: number;
  /** False where a product is in no number of seats, since its own is not known. */
  readonly areSeatsKnown: boolean;
  readonly unused: number | undefined;
  readonly productsWithUnused: number;
  readonly productsWithNoneLeft: number;
  /** False where a product is in no number of seats that are free. */
  readonly areUnusedKnown: boolean;
  /** ISO date-time; undefined where nothing is planned, as far as is known. */
  readonly nextRenewalAt: string | undefined;
  /** False where an earlier one may be planned, since not all dates could be read. */
  readonly areRenewalsKnown: boolean;
}

/** Sums products up. `now` is in milliseconds since 1970. */
export function summarize(products: readonly Product[], now: number): Summary {
  const counted = products.filter(
    (product) => product.verdict.owner === 'isv' && !product.isHidden && countsSeats(product),
  );
  // Seats that don't work are none. What is not known is in no sum, and its product is not counted there either.
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

/** Sum of the numbers that are known; undefined where there are numbers and none is. */
function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((each) => each !== undefined);
  return known.length === 0 && numbers.length > 0 ? undefined : known.reduce((sum, each) => sum + each, 0);
}
