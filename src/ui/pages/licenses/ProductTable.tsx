import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import type { Product } from '../../../licensing/product';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { SeatsMeter } from '../../parts/SeatsMeter';
import { StateBadge } from '../../parts/StateBadge';
import { availableText, renewalText } from './availableText';
import { sortBy } from './licensesView';
import { countsSeats } from './selectProducts';
import type { LicensesColumn, LicensesView } from './licensesView';
import { ProductName } from './ProductName';
import { visuallyHidden } from '../../parts/visuallyHidden';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    tableLayout: 'fixed',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  caption: visuallyHidden,
  heading: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  sorter: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    '@media (max-width: 899px)': {
      paddingLeft: tokens.spacingHorizontalXS,
      paddingRight: tokens.spacingHorizontalXS,
    },
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
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
  },
  sorted: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  row: {
    position: 'relative',
    // With the hover tokens, every text of the row would need another color in high contrast.
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    ':not(:last-child) > *': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    verticalAlign: 'middle',
    '@media (max-width: 899px)': {
      paddingLeft: tokens.spacingHorizontalS,
      paddingRight: tokens.spacingHorizontalS,
    },
  },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  number: { fontVariantNumeric: 'tabular-nums' },
  none: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
});

const columns: readonly { readonly column: LicensesColumn; readonly width: string }[] = [
  { column: 'name', width: '34%' },
  { column: 'assigned', width: '17%' },
  { column: 'available', width: '12%' },
  { column: 'state', width: '21%' },
  { column: 'renewal', width: '16%' },
];

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
          {columns.map(({ column, width }) => (
            <SortHeading key={column} column={column} width={width} view={view} onViewChange={onViewChange} />
          ))}
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
  readonly column: LicensesColumn;
  readonly width: string;
}

function SortHeading({ column, width, view, onViewChange }: SortHeadingProps) {
  const styles = useStyles();
  const { licenses } = useCriticalMessages();
  const isSorted = view.sort.column === column;
  const order = view.sort.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={styles.heading} style={{ width }} aria-sort={isSorted ? order : 'none'}>
      <button
        type="button"
        className={mergeClasses(styles.sorter, isSorted && styles.sorted)}
        onClick={() => onViewChange(sortBy(view, column))}
      >
        {licenses.columns[column]}
        {isSorted &&
          (view.sort.isDescending ? <ArrowDownRegular aria-hidden /> : <ArrowUpRegular aria-hidden />)}
      </button>
    </th>
  );
}

function ProductRow({ product }: { readonly product: Product }) {
  const styles = useStyles();
  const messages = useCriticalMessages();
  const { owned, state } = product;
  const available = availableText(product, messages);
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
        <ProductName product={product} />
      </th>
      <td className={styles.cell}>
        {owned && countsSeats(product) && (
          <SeatsMeter seats={owned.seats} isUpdating={owned.isUpdating} isShort />
        )}
      </td>
      <td className={mergeClasses(styles.cell, styles.number, available.isNone && styles.none)}>
        {available.text}
      </td>
      <td className={styles.cell}>
        <StateBadge state={state} />
      </td>
      <td className={mergeClasses(styles.cell, styles.number)}>{renewalText(product, messages) ?? '–'}</td>
    </tr>
  );
}
