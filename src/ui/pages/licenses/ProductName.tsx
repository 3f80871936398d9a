import { makeStyles, tokens } from '@fluentui/react-components';
import type { Product } from '../../../licensing/product';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { ProductIcon } from '../../parts/ProductIcon';
import { hrefOf, routes } from '../../routes';
import { ClassificationButton } from './ClassificationButton';

const useStyles = makeStyles({
  whole: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  link: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    // The whole row or card leads where its name leads.
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
  below: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  menu: { position: 'relative', zIndex: 1 },
});

/** A product's icon, name and publisher, why it cannot be assigned, and whose it is where nobody knows. */
export function ProductName({ product }: { readonly product: Product }) {
  const styles = useStyles();
  const { products, licenses } = useCriticalMessages();
  const { verdict, coverage, isHidden } = product;
  const isOpenQuestion = verdict.because !== 'catalogue' || isHidden;
  const below = [
    verdict.owner === 'unknown' ? licenses.unknownOwner : (product.publisher ?? products.unknownPublisher),
    isHidden ? licenses.hidden : undefined,
    product.owned?.isIncomplete ? licenses.detailsUnread : undefined,
  ].filter((text) => text !== undefined);
  return (
    <div className={styles.whole}>
      <ProductIcon name={product.name} />
      <div className={styles.words}>
        <a className={styles.link} href={hrefOf(routes.product(product.key))}>
          {product.name}
        </a>
        <div className={styles.below}>{below.join(' · ')}</div>
        {coverage.kind !== 'assignable' && (
          <div className={styles.below}>{products.coverage[coverage.because]}</div>
        )}
      </div>
      {isOpenQuestion && (
        <div className={styles.menu}>
          <ClassificationButton product={product} />
        </div>
      )}
    </div>
  );
}
