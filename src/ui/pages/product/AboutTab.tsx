import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { areSubscriptionsRead, subscriptionsOf } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { RenameDialog } from '../../parts/RenameDialog';
import { Identifiers } from './Identifiers';
import { Plans } from './Plans';
import { Section } from './Section';
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
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
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
      {/* The catalogue's own names stay as they are, here as in the list; a name chosen before can always be taken back. */}
      {(product.verdict.because !== 'catalogue' || product.isHidden || product.defaultName !== undefined) && (
        <Name product={product} />
      )}
    </div>
  );
}

/** The product's name, which the admin can change. */
function Name({ product }: { readonly product: Product }): ReactNode {
  const styles = useStyles();
  const { classify } = useMessages();
  const [isRenaming, setIsRenaming] = useState(false);
  return (
    <Section title={classify.name}>
      <div className={styles.name}>
        <span className={styles.words}>{product.name}</span>
        <Button
          size="small"
          aria-label={classify.renameProduct(product.name)}
          onClick={() => setIsRenaming(true)}
        >
          {classify.rename}
        </Button>
      </div>
      {isRenaming && <RenameDialog product={product} onClose={() => setIsRenaming(false)} />}
    </Section>
  );
}
