import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Product } from '../../../licensing/product';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { ProductIcon } from '../../parts/ProductIcon';
import { StateBadge } from '../../parts/StateBadge';
import { hrefOf, routes } from '../../routes';

const roomy = '@media (min-width: 900px)';

const useStyles = makeStyles({
  whole: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: {
    flexGrow: 1,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, auto) auto minmax(0, 1fr)',
    alignItems: 'center',
    // The whole of the last line, over its neighbors, while the row is pointed at or its link has the focus.
    '&:hover > div, &:has(:focus-visible):focus-within > div': {
      position: 'relative',
      zIndex: 1,
      overflow: 'visible',
      width: 'max-content',
      minWidth: '100%',
      paddingInlineEnd: tokens.spacingHorizontalS,
      pointerEvents: 'none',
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
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
  // With room for it, the state stands beside the name, else below.
  name: { minWidth: 0, gridColumnStart: 1, gridColumnEnd: -1, [roomy]: { gridColumnEnd: 2 } },
  oneLine: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  state: {
    gridColumnStart: 1,
    display: 'flex',
    minWidth: 0,
    [roomy]: { gridColumnStart: 2, minWidth: 'auto' },
  },
  apart: {
    marginInlineEnd: tokens.spacingHorizontalXS,
    [roomy]: { marginInlineStart: tokens.spacingHorizontalS },
  },
  below: {
    gridColumnStart: 2,
    gridColumnEnd: -1,
    [roomy]: { gridColumnStart: 1 },
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
  return (
    <div className={styles.whole}>
      <ProductIcon name={product.name} publisher={product.publisher} />
      <div className={styles.words}>
        <span className={mergeClasses(styles.name, isOneLine && styles.oneLine)}>
          <a className={styles.link} href={hrefOf(routes.product(product.key))}>
            {product.name}
          </a>
        </span>
        {/* That it renews or ends soon stands in a column of its own. */}
        {state.kind !== 'expiring' && (
          <span className={mergeClasses(styles.state, state.kind !== 'active' && styles.apart)}>
            <StateBadge state={state} />
          </span>
        )}
        <div className={styles.below}>{below.join(' · ')}</div>
      </div>
    </div>
  );
}
