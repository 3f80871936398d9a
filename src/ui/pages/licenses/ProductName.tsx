import { makeStyles, MenuButton, tokens } from '@fluentui/react-components';
import type { Product } from '../../../licensing/product';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { ProductIcon } from '../../parts/ProductIcon';
import { hrefOf, routes } from '../../routes';
import { lazy, Suspense, use, useState } from 'react';
import { DeferredMessagesContext } from '../../messages/DeferredMessagesContext';
import { Loading } from '../../parts/Loading';
import { loadWhenOnline } from '../../parts/loadWhenOnline';

const useStyles = makeStyles({
  whole: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  link: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    // The whole row or card links to the product.
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
  below: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  menu: { position: 'relative', zIndex: 1 },
});

/**
 * A product's icon, name and publisher, the reason that it can't be assigned, and its classification if the vendor is
 * unknown.
 */
export function ProductName({ product }: { readonly product: Product }) {
  const styles = useStyles();
  const { products, licenses } = useCriticalMessages();
  const { classification, coverage, isHidden } = product;
  const isOpenQuestion = classification.because !== 'catalogue' || isHidden;
  const below = [
    classification.owner === 'unknown'
      ? licenses.unknownOwner
      : (product.publisher ?? products.unknownPublisher),
    isHidden ? licenses.hidden : undefined,
    product.owned?.isIncomplete ? licenses.detailsUnread : undefined,
  ].filter((text) => text !== undefined);
  return (
    <div className={styles.whole}>
      <ProductIcon name={product.name} publisher={product.publisher} />
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

const loadMenu = () => loadWhenOnline(() => import('./ClassificationMenu'));
const ClassificationMenu = lazy(async () => ({ default: (await loadMenu()).ClassificationMenu }));

/** Preloads the menu. A failure shows when the button is pressed. */
const preload = (): void => void loadMenu().catch(() => undefined);

/** Button that classifies a product of an unknown vendor. Its menu is loaded on hover or focus. */
function ClassificationButton({ product }: { readonly product: Product }) {
  const { licenses, common } = useCriticalMessages();
  const withDeferredMessages = use(DeferredMessagesContext);
  const [isAsked, setIsAsked] = useState(false);
  const button = (
    <MenuButton
      size="small"
      appearance="subtle"
      aria-haspopup="menu"
      aria-label={licenses.decideAbout(product.name)}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => setIsAsked(true)}
    >
      {licenses.decide}
    </MenuButton>
  );
  return isAsked ? (
    <Suspense
      fallback={
        <>
          {button}
          <Loading rows={0} what={common.waits.dialog} />
        </>
      }
    >
      {withDeferredMessages(<ClassificationMenu product={product}>{button}</ClassificationMenu>)}
    </Suspense>
  ) : (
    button
  );
}
