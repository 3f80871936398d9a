import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Product } from '../../../licensing/product';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { ProductIcon } from '../../parts/ProductIcon';
import { StateBadge } from '../../parts/StateBadge';
import { hrefOf, routes } from '../../routes';

const useStyles = makeStyles({
  whole: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: {
    minWidth: 0,
    flexGrow: 1,
    // The whole of the second line, over its neighbors, while the row is pointed at or its link has the focus.
    '&:hover > * > div, &:has(:focus-visible) > * > div': {
      position: 'relative',
      zIndex: 1,
      overflow: 'visible',
      pointerEvents: 'none',
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  link: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outlineStyle: 'none' },
    // The whole row or card links to the product.
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusMedium },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  oneLine: { '> a': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } },
  below: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

interface ProductNameProps {
  readonly product: Product;
  /** The name and state take one line, in which a longer name is cut off. Default is false. */
  readonly isOneLine?: boolean;
}

/** A product's icon, name, state where it's no ordinary one, publisher, and what is to know about it in one line. */
export function ProductName({ product, isOneLine = false }: ProductNameProps) {
  const styles = useStyles();
  const { products, licenses } = useCriticalMessages();
  const { classification, coverage, isHidden, state } = product;
  const below = [
    product.owned?.isIncomplete ? licenses.detailsUnread : undefined,
    isHidden ? licenses.hidden : undefined,
    classification.owner === 'unknown'
      ? licenses.unknownOwner
      : (product.publisher ?? products.unknownPublisher),
    coverage.kind === 'assignable' ? undefined : products.coverage[coverage.because],
  ].filter((text) => text !== undefined);
  // That it renews or ends soon stands in a column of its own.
  const badge = state.kind !== 'expiring' && <StateBadge state={state} />;
  return (
    <div className={styles.whole}>
      <ProductIcon name={product.name} publisher={product.publisher} />
      <div className={styles.words}>
        <div className={mergeClasses(styles.line, isOneLine && styles.oneLine)}>
          <a className={styles.link} href={hrefOf(routes.product(product.key))}>
            {product.name}
          </a>
          {isOneLine && badge}
        </div>
        <div className={styles.line}>
          {!isOneLine && badge}
          <div className={styles.below}>{below.join(' · ')}</div>
        </div>
      </div>
    </div>
  );
}
