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
import { Refresh } from '../../parts/Refresh';
import { SeatsBar } from '../../parts/SeatsMeter';
import { useDocumentTitle } from '../../parts/useDocumentTitle';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { visuallyHidden } from '../../parts/visuallyHidden';
import { keys } from '../../queries/keys';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { FilterBar, SearchField, ViewButton } from './FilterBar';
import { startView, type LicensesView } from './licensesView';
import { ProductTable } from './ProductTable';
import { searchProducts, selectProducts } from './selectProducts';
import { countFilters, sumSeats } from './summarizeProducts';
import type { DeferredListsProps } from './DeferredLists';

const ProductCards = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./ProductCards'))).ProductCards,
}));

const LateLists = lazy(async () => ({
  default: await import('./DeferredLists').then(
    (loaded) => loaded.DeferredLists,
    // If the code can't be loaded, the products of these lists are shown in a table.
    () =>
      ({ undecided, unassignable, view, onViewChange }: DeferredListsProps) => {
        const products = [...undecided, ...unassignable];
        return products.length > 0 && <ProductTable {...{ products, view, onViewChange }} />;
      },
  ),
}));

const narrow = '@media (max-width: 639px)';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
    [narrow]: { minHeight: '40px' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    // Gets the focus after navigation so that screen readers read it; it's no control.
    ':focus': { outline: 'none' },
    // The navigation says it there.
    [narrow]: visuallyHidden,
  },
  end: {
    marginInlineStart: 'auto',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    [narrow]: { marginInlineStart: 0 },
  },
  filters: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    minHeight: '32px',
  },
  usage: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& > [aria-hidden]': { width: '80px', '@media (max-width: 1023px)': { display: 'none' } },
  },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  words: visuallyHidden,
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
  const isNarrow = useIsNarrow();
  useDocumentTitle(licenses.title);
  const denial = evaluatePermission(me, { kind: 'change-licenses-of', principal: { kind: 'user' } });
  const age = <Refresh of={[keys.products]} />;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title} tabIndex={-1}>
          {licenses.title}
        </h1>
        <SearchField {...props} hasList={products !== undefined} />
        <div className={styles.end}>
          {!isNarrow && age}
          <ViewButton {...props} />
        </div>
      </header>
      {denial === 'read-only' && <p className={styles.note}>{licenses.readerNote}</p>}
      {denial === 'groups-only' && <p className={styles.note}>{licenses.groupsOnlyNote}</p>}
      {error && <ErrorNotice error={error} onRetry={refresh} />}
      {products ? (
        <ProductList {...props} products={products} />
      ) : (
        !error && (
          <>
            <div className={styles.filters} />
            <Loading variant="products" what={common.waits.products} />
          </>
        )
      )}
      {isNarrow && age}
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
  const [unlisted, setUnlisted] = useState({ found: 0, searched: 0, total: 0 });
  const { listed, undecided, unassignable, ...all } = selectProducts(products, view, format.locale, now);
  const searched = searchProducts(products, view, format.locale);
  const found = listed.length + undecided.length + unassignable.length + unlisted.found;
  const total = all.total + unlisted.total;
  // Deferred until the list is painted.
  const isPainted = useDeferredValue(true, false);
  const List = isNarrow ? ProductCards : ProductTable;
  const shared = { view, onViewChange };
  const [isPartial, setIsPartial] = useState(false);
  const usage = <SeatUsage products={searched} isPartial={isPartial} />;
  const count = found === total ? licenses.found(total) : licenses.foundOf(found, total);
  return (
    <>
      <div className={styles.filters}>
        <FilterBar
          {...shared}
          all={{ value: searched.length + unlisted.searched, isKnown: !isPartial }}
          counts={countFilters(searched, now, isPartial)}
        />
        {!isNarrow && usage}
      </div>
      <p className={styles.words} role="status">
        {isPartial ? licenses.asFarAsKnown(count) : count}
      </p>
      {products.some(isRenewalUnread) && (
        <p className={styles.note}>
          {products.some(({ nextLifecycleAt }) => nextLifecycleAt)
            ? licenses.someRenewalsUnread
            : licenses.renewalsUnread}
        </p>
      )}
      {listed.length > 0 && (
        <Suspense fallback={<Loading variant="products" />}>
          <List products={listed} {...shared} />
        </Suspense>
      )}
      {/* Nothing is said of none where a notice says that there may be some. */}
      {(total > 0 || !isPartial) && <NoProducts {...shared} found={found} total={total} />}
      {isPainted && (
        <Suspense>
          <LateLists
            {...shared}
            {...{ undecided, unassignable }}
            isAlone={listed.length === 0}
            isEmpty={total === 0}
            onPartial={setIsPartial}
            onCount={setUnlisted}
          />
        </Suspense>
      )}
      {isNarrow && usage}
    </>
  );
}

interface NoProductsProps extends LicensesPageProps {
  readonly found: number;
  readonly total: number;
}

/** Says why the list is empty, with a way out. */
function NoProducts({ found, total, view, onViewChange }: NoProductsProps) {
  const { licenses } = useCriticalMessages();
  if (total === 0) {
    return (
      <EmptyState title={licenses.emptyTitle} text={licenses.emptyText}>
        <Button onClick={() => onViewChange({ ...startView, filters: ['microsoft'] })}>
          {licenses.filterNames.microsoft}
        </Button>
      </EmptyState>
    );
  }
  if (found > 0) return null;
  return (
    <EmptyState title={licenses.nothingFoundTitle} text={licenses.nothingFoundText}>
      <Button onClick={() => onViewChange({ ...startView, sort: view.sort })}>{licenses.clearFilters}</Button>
    </EmptyState>
  );
}

interface SeatUsageProps {
  readonly products: readonly Product[];
  /** True if there may be more products. */
  readonly isPartial: boolean;
}

/** The share of the seats that is assigned, of the same products as the numbers of the filters. */
function SeatUsage({ products, isPartial }: SeatUsageProps) {
  const styles = useStyles();
  const { licenses, format } = useCriticalMessages();
  const { seats, used, ...sum } = sumSeats(products);
  const isKnown = sum.isKnown && !isPartial;
  if (seats === 0) return !isKnown && <div className={styles.usage}>{licenses.usageUnknown}</div>;
  // Neither "0 %" nor "100 %" of what is only nearly so.
  const share = used === 0 || used === seats ? used / seats : Math.min(0.99, Math.max(0.01, used / seats));
  const text = licenses.usage(format.percent(share), seats);
  return (
    <div className={styles.usage}>
      {isKnown ? text : licenses.asFarAsKnown(text)}
      <SeatsBar total={seats} assigned={used} />
    </div>
  );
}
