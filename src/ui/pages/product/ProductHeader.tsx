import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import type { ReactNode } from 'react';
import { isRenewalUnread } from '../../../licensing/catalogue/productState';
import { isGivenByVendor } from '../../../licensing/isAssignable';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ProductIcon } from '../../parts/ProductIcon';
import { SeatsMeter } from '../../parts/SeatsMeter';
import { StateBadge } from '../../parts/StateBadge';
import { UpdatingLine } from '../../parts/UpdatesNote';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { useUpdates } from '../../queries/useUpdates';
import { compact, phone, touch } from './layouts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalXL}`,
    minHeight: '44px',
    [phone]: { minHeight: '40px' },
    [compact]: { flexWrap: 'wrap' },
  },
  who: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    [phone]: { flexBasis: '100%' },
  },
  back: {
    flexShrink: 0,
    // Aligns the arrow with the page's edge.
    marginInlineStart: '-6px',
    // Reaches over the line, which is less high.
    [touch]: { minWidth: '44px', minHeight: '44px', marginBlock: '-2px' },
  },
  // The phone's line has room for the name alone.
  icon: { display: 'flex', [phone]: { display: 'none' } },
  names: { minWidth: 0, flexGrow: 1 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // Gets the focus after navigation so that screen readers read it; it's no control.
    '&:focus': { outlineStyle: 'none' },
  },
  second: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  publisher: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalXL}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [phone]: { gap: `0 ${tokens.spacingHorizontalM}` },
  },
  meter: { minWidth: '160px', [phone]: { minWidth: '120px' } },
});

interface ProductHeaderProps {
  readonly product: Product;
  readonly onBack: () => void;
  /** Menu at the end of the line, on a phone. */
  readonly children?: ReactNode;
}

/** Name, publisher, seats, state and next renewal of a product, on one line where they fit. */
export function ProductHeader({ product, onBack, children }: ProductHeaderProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { product: words, products, updates } = messages;
  const isUpdating = useUpdates().some((update) => update.product === product.key && update.isUpdating);
  const isNarrow = useIsNarrow();
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={words.back}
          title={words.back}
          onClick={onBack}
        />
        <span className={styles.icon}>
          <ProductIcon name={product.name} publisher={product.publisher} isLarge />
        </span>
        <div className={styles.names}>
          <h1 className={styles.title} tabIndex={-1}>
            {product.name}
          </h1>
          <div className={styles.second}>
            {/* A phone has no room for all, so what is new there takes the place of what can wait. */}
            {(!isNarrow || !isUpdating) && (
              <p className={styles.publisher}>{product.publisher ?? products.unknownPublisher}</p>
            )}
            <UpdatingLine
              text={isUpdating ? (isNarrow ? updates.updatingShort : updates.updating) : undefined}
            />
          </div>
        </div>
        {children}
      </div>
      {product.owned && (
        <div className={styles.facts}>
          {product.owned.isUserScoped && (
            <div className={styles.meter}>
              <SeatsMeter seats={product.owned.seats} isLarge />
            </div>
          )}
          <StateBadge state={product.state} />
          {availableText(product, messages).map((text) => (
            <span key={text}>{text}</span>
          ))}
          {renewalTexts(product, words).map((text) => (
            <span key={text}>{text}</span>
          ))}
        </div>
      )}
    </header>
  );
}

/** Returns when the product renews or ends, and what isn't known of it. */
function renewalTexts(product: Product, words: Messages['product']): readonly string[] {
  const { owned, nextLifecycleAt } = product;
  if (!owned) return [];
  const unread = nextLifecycleAt ? words.earlierRenewalUnread : words.renewalUnread;
  return [
    ...(nextLifecycleAt ? [words.renews(nextLifecycleAt)] : []),
    ...(isRenewalUnread(product) ? [unread] : []),
  ];
}

/**
 * Returns the number of available licenses as text, unless the state says it. Like the list, counts neither disabled
 * subscriptions nor those of the whole organization, nor what only the vendor gives.
 */
function availableText(product: Product, { licenses, products }: Messages): string[] {
  const { owned, state, coverage } = product;
  if (coverage.kind === 'visible-only' && coverage.because === 'organization-wide')
    return [licenses.notCounted];
  if (state.kind === 'disabled') return [licenses.noneUsable];
  if (isGivenByVendor(product)) return [];
  if (state.kind === 'over-allocated') return [];
  const available = owned?.seats.available;
  if (available === undefined) return [products.notKnown];
  return [available < 0 ? products.overAllocatedBy(-available) : products.available(available)];
}
