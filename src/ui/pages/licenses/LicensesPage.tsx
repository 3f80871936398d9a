import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { isRenewalUnread } from '../../../licensing/catalogue/productState';
import type { Product } from '../../../licensing/product';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { PageHeader } from '../../parts/PageHeader';
import { Refresh } from '../../parts/Refresh';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { keys } from '../../queries/keys';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { FilterBar } from './FilterBar';
import { startView, type LicensesView } from './licensesView';
import { ProductTable, type ProductListProps } from './ProductTable';
import { SummaryBar } from './SummaryBar';
import { selectProducts } from './selectProducts';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { ProductIcon } from '../../parts/ProductIcon';
import { useListStyles } from './listStyles';

const ProductCards = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./ProductCards'))).ProductCards,
}));

const LateLists = lazy(async () => ({
  default: await import('./DeferredLists').then(
    (loaded) => loaded.DeferredLists,
    // If the code can't be loaded, products to classify are shown in a table, where each can be classified.
    () => (props: ProductListProps) => props.products.length > 0 && <ProductTable {...props} />,
  ),
}));

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  header: { '> *': { marginBottom: 0 } },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Search, filters and order of the list, kept by the caller. */
export interface LicensesPageProps {
  readonly view: LicensesView;
  readonly onViewChange: (view: LicensesView) => void;
}

/** The start page: one row a product of the tenant. */
export function LicensesPage(props: LicensesPageProps) {
  const styles = useStyles();
  const { licenses, common } = useCriticalMessages();
  const { me } = useServices();
  const { products, error, refresh } = useProducts();
  const denial = evaluatePermission(me, { kind: 'change-licenses-of', principal: { kind: 'user' } });
  return (
    <div className={styles.page}>
      <div className={styles.header}>
        <PageHeader
          title={licenses.title}
          intro={licenses.intro}
          actions={<Refresh of={[keys.products]} />}
        />
      </div>
      {denial === 'read-only' && <p className={styles.note}>{licenses.readerNote}</p>}
      {denial === 'groups-only' && <p className={styles.note}>{licenses.groupsOnlyNote}</p>}
      {error && <ErrorNotice error={error} onRetry={refresh} />}
      {products ? (
        <ProductList {...props} products={products} />
      ) : (
        !error && <Loading rows={8} what={common.waits.products} />
      )}
    </div>
  );
}

function ProductList({
  products,
  view,
  onViewChange,
}: LicensesPageProps & { readonly products: readonly Product[] }) {
  const styles = useStyles();
  const { licenses, format } = useCriticalMessages();
  const { clock } = useServices();
  const isNarrow = useIsNarrow();
  const now = clock.now();
  const [unlisted, setUnlisted] = useState({ found: 0, total: 0 });
  const { listed, undecided, elsewhere, ...all } = selectProducts(products, view, format.locale, now);
  const found = listed.length + undecided.length + elsewhere.length + unlisted.found;
  const total = all.total + unlisted.total;
  // Deferred until the list is painted.
  const isPainted = useDeferredValue(true, false);
  const List = isNarrow ? ProductCards : ProductTable;
  const reset = (): void => onViewChange({ ...startView, sort: view.sort });
  return (
    <>
      <SummaryBar products={products} now={now} view={view} onViewChange={onViewChange} />
      <FilterBar view={view} onViewChange={onViewChange} found={found} total={total} />
      {products.some(isRenewalUnread) && (
        <p className={styles.note}>
          {products.some(({ nextLifecycleAt }) => nextLifecycleAt)
            ? licenses.someRenewalsUnread
            : licenses.renewalsUnread}
        </p>
      )}
      {listed.length > 0 && (
        <Suspense fallback={<Loading rows={8} />}>
          <List products={listed} view={view} onViewChange={onViewChange} />
        </Suspense>
      )}
      {found === 0 && total > 0 && (
        <EmptyState title={licenses.nothingFoundTitle} text={licenses.nothingFoundText}>
          <Button onClick={reset}>{licenses.clearFilters}</Button>
        </EmptyState>
      )}
      {total === 0 && (
        <EmptyState title={licenses.emptyTitle} text={licenses.emptyText}>
          <Button onClick={() => onViewChange({ ...startView, filters: ['microsoft'] })}>
            {licenses.filterNames.microsoft}
          </Button>
        </EmptyState>
      )}
      {isPainted && (
        <Suspense>
          <LateLists products={undecided} view={view} onViewChange={onViewChange} onCount={setUnlisted} />
        </Suspense>
      )}
      {elsewhere.length > 0 && <UnassignableProducts products={elsewhere} />}
    </>
  );
}

const ExternalLinkDialog = lazy(async () => ({
  default: (await loadWhenOnline(() => import('../../parts/ExternalLinkDialog'))).ExternalLinkDialog,
}));

const useUnassignableProductsStyles = makeStyles({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { flex: '1 1 200px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** Products that Graph doesn't list: the reason, and a link to the vendor. */
function UnassignableProducts({ products }: { readonly products: readonly Product[] }) {
  const styles = { ...useListStyles(), ...useUnassignableProductsStyles() };
  const { licenses, products: words, common } = useCriticalMessages();
  const [leaving, setLeaving] = useState<string>();
  return (
    <section className={styles.section} aria-labelledby="elsewhere">
      <h2 id="elsewhere" className={styles.title}>
        {licenses.elsewhereTitle}
      </h2>
      <p className={styles.text}>{licenses.elsewhereText}</p>
      <ul className={styles.list}>
        {products.map(({ key, name, publisher, coverage, links }) => {
          const url = links.manage ?? links.website;
          return (
            <li key={key} className={styles.item}>
              <ProductIcon name={name} publisher={publisher} />
              <div className={styles.words}>
                <div className={styles.name}>{name}</div>
                <div className={styles.below}>{publisher ?? words.unknownPublisher}</div>
                {coverage.kind !== 'assignable' && (
                  <div className={styles.below}>{words.coverage[coverage.because]}</div>
                )}
              </div>
              {url && (
                <Button
                  icon={<OpenRegular />}
                  aria-label={licenses.goToVendorOf(name)}
                  onClick={() => setLeaving(url)}
                >
                  {licenses.goToVendor}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {leaving !== undefined && (
        <Suspense fallback={<Loading rows={0} what={common.waits.dialog} />}>
          <ExternalLinkDialog url={leaving} onClose={() => setLeaving(undefined)} />
        </Suspense>
      )}
    </section>
  );
}
