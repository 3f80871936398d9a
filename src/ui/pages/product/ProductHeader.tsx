import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import type { ReactNode } from 'react';
import { isRenewalUnread } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ProductIcon } from '../../parts/ProductIcon';
import { SeatsMeter } from '../../parts/SeatsMeter';
import { StateBadge } from '../../parts/StateBadge';
import { useDocumentTitle } from '../../parts/useDocumentTitle';
import { lowWindow } from './lowWindow';

const useStyles = makeStyles({
  header: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    [lowWindow]: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    },
  },
  back: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    justifySelf: 'start',
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    // Its parts wrap together with the back link.
    [lowWindow]: { display: 'contents' },
  },
  who: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
    flex: '1 1 260px',
    // The icon only repeats the name's first letter.
    [lowWindow]: { flex: '0 1 auto', '> span': { display: 'none' } },
  },
  names: {
    [lowWindow]: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: tokens.spacingHorizontalS,
    },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    [lowWindow]: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
    // Gets the focus after navigation so that screen readers read it; it's no control.
    '&:focus': { outlineStyle: 'none' },
  },
  publisher: { margin: 0, color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    flex: '0 1 260px',
    minWidth: '220px',
    [lowWindow]: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: tokens.spacingHorizontalM,
      flex: '0 1 auto',
      // The meter is beside its text.
      '> :first-child': { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
      '> :first-child > [aria-hidden]': { width: '64px' },
    },
  },
  state: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

interface ProductHeaderProps {
  readonly product: Product;
  readonly onBack: () => void;
}

/** Name, publisher, seats, state and next renewal of a product. */
export function ProductHeader({ product, onBack }: ProductHeaderProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { product: words, products } = messages;
  useDocumentTitle(product.name);
  return (
    <header className={styles.header}>
      <Link as="button" className={styles.back} onClick={onBack}>
        <ChevronLeftRegular aria-hidden />
        {words.back}
      </Link>
      <div className={styles.top}>
        <div className={styles.who}>
          <ProductIcon name={product.name} publisher={product.publisher} isLarge />
          <div className={styles.names}>
            <h1 className={styles.title} tabIndex={-1}>
              {product.name}
            </h1>
            <p className={styles.publisher}>{product.publisher ?? products.unknownPublisher}</p>
          </div>
        </div>
        {product.owned && (
          <div className={styles.facts}>
            {product.owned.isUserScoped && <SeatsMeter seats={product.owned.seats} />}
            <div className={styles.state}>
              <StateBadge state={product.state} />
              {availableText(product, messages)}
            </div>
            {product.nextLifecycleAt && (
              <div className={styles.state}>{words.renews(product.nextLifecycleAt)}</div>
            )}
            {isRenewalUnread(product) && (
              <div className={styles.state}>
                {product.nextLifecycleAt ? words.earlierRenewalUnread : words.renewalUnread}
              </div>
            )}
          </div>
        )}
      </div>
    </header>
  );
}

/**
 * Returns the number of available licenses as text. Like the list, counts neither disabled subscriptions nor those of
 * the whole organization.
 */
function availableText({ owned, state, coverage }: Product, { licenses, products }: Messages): string {
  if (coverage.kind === 'visible-only' && coverage.because === 'organization-wide')
    return licenses.notCounted;
  if (state.kind === 'disabled') return licenses.noneUsable;
  const available = owned?.seats.available;
  if (available === undefined) return products.notKnown;
  return available < 0 ? products.overAllocatedBy(-available) : products.available(available);
}
