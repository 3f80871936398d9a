import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Product } from '../../../licensing/product';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { SeatsMeter } from '../../parts/SeatsMeter';
import { useServices } from '../../services';
import { availableText, renewalLine, renewalText } from './availableText';
import { ProductName } from './ProductName';
import type { ProductListProps } from './ProductTable';
import { RowActions } from './RowActions';
import { countsSeats } from './selectProducts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  card: {
    position: 'relative',
    boxSizing: 'border-box',
    minHeight: '72px',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    alignContent: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  facts: {
    gridColumnStart: 1,
    gridColumnEnd: 3,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    // In line with the name, beside the icon.
    paddingLeft: '44px',
    paddingRight: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  seats: {
    flex: '1 1 96px',
    // The bar stands beside its words.
    '& > div': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: tokens.spacingHorizontalS,
    },
    '& > div > [aria-hidden]': { flex: '1 1 40px', maxWidth: '96px' },
  },
  none: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
  soon: { color: tokens.colorStatusWarningForeground3 },
  now: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
});

/** The list of products on a phone: cards. */
export function ProductCards({ products }: Pick<ProductListProps, 'products'>) {
  const styles = useStyles();
  const { licenses } = useCriticalMessages();
  return (
    <ul className={styles.list} aria-label={licenses.table}>
      {products.map((product) => (
        <ProductCard key={product.key} product={product} />
      ))}
    </ul>
  );
}

function ProductCard({ product }: { readonly product: Product }) {
  const styles = useStyles();
  const messages = useCriticalMessages();
  const { clock } = useServices();
  const { owned } = product;
  const available = availableText(product, messages);
  const renewal = renewalText(product, messages, clock.now());
  return (
    <li className={styles.card}>
      <ProductName product={product} />
      <RowActions product={product} />
      <div className={styles.facts}>
        {owned && countsSeats(product) && (
          <div className={mergeClasses(styles.seats, available.isNone && styles.none)}>
            <SeatsMeter seats={owned.seats} isUpdating={owned.isUpdating} isShort />
          </div>
        )}
        {!isDifference(product) && (
          <span>
            {messages.licenses.columns.available}: {available.text}
          </span>
        )}
        {renewal && (
          <span className={renewal.urgency === 'none' ? undefined : styles[renewal.urgency]}>
            {renewalLine(renewal, messages.licenses)}
          </span>
        )}
      </div>
    </li>
  );
}

/** True if the meter shows how many seats are available: those that aren't assigned, or none of none. */
function isDifference(product: Product): boolean {
  const { total, assigned, available } = product.owned?.seats ?? {};
  if (!countsSeats(product)) return false;
  if (total === undefined || assigned === undefined) return false;
  if (total === 0 && assigned > 0) return true;
  return product.state.kind !== 'disabled' && available === total - assigned;
}
