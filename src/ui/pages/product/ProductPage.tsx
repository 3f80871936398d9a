import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import type { HolderFilter } from '../../parts/HolderGrid/HolderGrid.types';
import { Loading } from '../../parts/Loading';
import { useFollowGroups } from '../../queries/useFollowGroups';
import { useProducts } from '../../queries/useProducts';
import type { ProductTab } from '../../routes';
import { useServices } from '../../services';
import { AccessNote } from './AccessNote';
import { ProductActions } from './ProductActions';
import { ProductHeader } from './ProductHeader';
import { ProductTabs } from './ProductTabs';
import { reasonsOff } from './reasonsOff';
import { UnassignDialog } from './UnassignDialog';
import { useSelection } from './useSelection';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
});

/** Which product, which of its tabs, and the ways from here. */
export interface ProductPageProps {
  readonly productKey: string;
  readonly tab: ProductTab;
  readonly onTab: (tab: ProductTab) => void;
  readonly onAssign: () => void;
  readonly onInstall: () => void;
  readonly onBack: () => void;
}

/** The page of one product: who holds it, which groups carry it, and what can be done with it. */
export function ProductPage(props: ProductPageProps): ReactNode {
  const { product: words } = useMessages();
  const { products, error, refresh } = useProducts();
  const product = products?.find(({ key }) => key === props.productKey);
  if (product) return <LoadedPage {...props} product={product} />;
  if (products) return <EmptyState title={words.notFoundTitle} text={words.notFoundBody} />;
  return error ? <ErrorNotice error={error} onRetry={refresh} /> : <Loading />;
}

function LoadedPage(props: ProductPageProps & { readonly product: Product }): ReactNode {
  const { product, tab, onTab, onAssign, onInstall, onBack } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { me } = useServices();
  const selection = useSelection();
  const [filters, setFilters] = useState<ReadonlySet<HolderFilter>>(new Set());
  const [isUnassigning, setIsUnassigning] = useState(false);
  useFollowGroups(product.sku?.skuId);
  const reasons = reasonsOff(me, product, selection.principals, messages);

  function showIssues(): void {
    setFilters(new Set(['issues']));
    onTab('users');
  }

  return (
    <div className={styles.page}>
      <ProductHeader product={product} onBack={onBack} />
      <ProductActions
        {...{ product, reasons, onAssign, onInstall }}
        onUnassign={() => setIsUnassigning(true)}
      />
      <AccessNote product={product} />
      <ProductTabs
        {...{ product, tab, onTab, selection, filters }}
        onFilters={setFilters}
        onShowIssues={showIssues}
      />
      {isUnassigning && product.sku && (
        <UnassignDialog
          product={product}
          skuId={product.sku.skuId}
          principals={selection.principals}
          onClose={(hasRun) => {
            setIsUnassigning(false);
            if (hasRun) selection.clear();
          }}
        />
      )}
    </div>
  );
}
