import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import type { Product } from '../../../licensing/product';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { SeatsMeter } from '../../parts/SeatsMeter';
import { visuallyHidden } from '../../parts/visuallyHidden';
import { useServices } from '../../services';
import { availableText, renewalText } from './availableText';
import { sortBy } from './licensesView';
import type { LicensesColumn, LicensesView } from './licensesView';
import { ProductName } from './ProductName';
import { RowActions } from './RowActions';
import { countsSeats } from './selectProducts';

const compact = '@media (max-width: 899px)';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    tableLayout: 'fixed',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  caption: visuallyHidden,
  heading: {
    height: '36px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  assigned: { width: '200px', [compact]: { width: '17%' } },
  available: { width: '112px', textAlign: 'right', [compact]: { width: '12%' } },
  renewal: { width: '184px', [compact]: { width: '20%' } },
  actions: { width: '80px' },
  sorter: {
    position: 'relative',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    [compact]: { paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': {
      color: tokens.colorNeutralForeground2Hover,
      backgroundColor: tokens.colorSubtleBackgroundHover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    // Beside the text, so that it takes no room until it's needed.
    '& > svg': { position: 'absolute', insetInlineStart: '100%', top: '6px', opacity: 0 },
    ':hover > svg': { opacity: 0.5 },
    ':focus-visible > svg': { opacity: 0.5 },
  },
  beforeText: { '& > svg': { insetInlineStart: 'auto', insetInlineEnd: '100%' } },
  sorted: {
    color: tokens.colorNeutralForeground1,
    '& > svg': { opacity: 1 },
    ':hover > svg': { opacity: 1 },
    ':focus-visible > svg': { opacity: 1 },
  },
  row: {
    position: 'relative',
    height: '48px',
    // With the hover tokens, every text of the row would need another color in high contrast.
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    ':not(:last-child) > *': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    // Visible as well while the menu of the row is open; always where nothing can hover.
    '@media (hover: hover)': {
      ':not(:hover):not(:focus-within):not(:has([aria-expanded=true])) .row-actions': { opacity: 0 },
    },
  },
  cell: {
    boxSizing: 'border-box',
    height: '48px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    verticalAlign: 'middle',
    [compact]: { paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
  },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  number: { fontVariantNumeric: 'tabular-nums' },
  right: { textAlign: 'right' },
  none: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  end: { paddingLeft: 0, paddingRight: tokens.spacingHorizontalS },
  soon: { color: tokens.colorStatusWarningForeground3 },
  now: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  day: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const columns = ['name', 'assigned', 'available', 'renewal'] as const satisfies readonly LicensesColumn[];

/** Props of a list of products. */
export interface ProductListProps {
  readonly products: readonly Product[];
  readonly view: LicensesView;
  readonly onViewChange: (view: LicensesView) => void;
}

/** The list of products on a wide screen. */
export function ProductTable({ products, view, onViewChange }: ProductListProps) {
  const styles = useStyles();
  const { licenses } = useCriticalMessages();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{licenses.table}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <SortHeading key={column} column={column} view={view} onViewChange={onViewChange} />
          ))}
          <th scope="col" className={mergeClasses(styles.heading, styles.actions)}>
            <span className={styles.caption}>{licenses.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <ProductRow key={product.key} product={product} />
        ))}
      </tbody>
    </table>
  );
}

interface SortHeadingProps extends Omit<ProductListProps, 'products'> {
  readonly column: (typeof columns)[number];
}

function SortHeading({ column, view, onViewChange }: SortHeadingProps) {
  const styles = useStyles();
  const { licenses } = useCriticalMessages();
  const isSorted = view.sort.column === column;
  const order = view.sort.isDescending ? 'descending' : 'ascending';
  const width = column === 'name' ? undefined : styles[column];
  return (
    <th scope="col" className={mergeClasses(styles.heading, width)} aria-sort={isSorted ? order : 'none'}>
      <button
        type="button"
        className={mergeClasses(
          styles.sorter,
          column === 'available' && styles.beforeText,
          isSorted && styles.sorted,
        )}
        onClick={() => onViewChange(sortBy(view, column))}
      >
        {licenses.columns[column]}
        {isSorted && view.sort.isDescending ? (
          <ArrowDownRegular aria-hidden />
        ) : (
          <ArrowUpRegular aria-hidden />
        )}
      </button>
    </th>
  );
}

function ProductRow({ product }: { readonly product: Product }) {
  const styles = useStyles();
  const messages = useCriticalMessages();
  const { clock } = useServices();
  const { owned } = product;
  const available = availableText(product, messages);
  const renewal = renewalText(product, messages, clock.now());
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
        <ProductName product={product} isOneLine />
      </th>
      <td className={styles.cell}>
        {owned && countsSeats(product) && (
          <SeatsMeter seats={owned.seats} isUpdating={owned.isUpdating} isShort />
        )}
      </td>
      <td className={mergeClasses(styles.cell, styles.number, styles.right, available.isNone && styles.none)}>
        {available.text}
      </td>
      <td className={mergeClasses(styles.cell, styles.number)}>
        {renewal ? (
          <>
            <div className={renewal.urgency === 'none' ? undefined : styles[renewal.urgency]}>
              {renewal.when}
            </div>
            <div className={styles.day}>{renewal.day}</div>
          </>
        ) : (
          '–'
        )}
      </td>
      <td className={mergeClasses(styles.cell, styles.end)}>
        <RowActions product={product} className="row-actions" />
      </td>
    </tr>
  );
}
