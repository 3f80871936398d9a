import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { areSubscriptionsRead, subscriptionsOf } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import { Identifiers } from './Identifiers';
import { Plans } from './Plans';
import { Subscriptions } from './Subscriptions';
import { VendorLinks } from './VendorLinks';

const useStyles = makeStyles({
  sections: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    alignItems: 'start',
    paddingTop: tokens.spacingVerticalS,
  },
  wide: { gridColumn: '1 / -1' },
});

/** Plans, subscriptions, links and identifiers of a product. */
export function AboutTab({ product }: { readonly product: Product }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.sections}>
      {product.owned && (
        <div className={styles.wide}>
          <Subscriptions
            subscriptions={areSubscriptionsRead(product.owned) ? subscriptionsOf(product.owned) : undefined}
          />
        </div>
      )}
      {product.owned && <Plans product={product} />}
      <VendorLinks product={product} />
      <Identifiers product={product} />
    </div>
  );
}
