import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useDeferredValue } from 'react';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { FilterChips } from '../../parts/FilterChips';
import { startView, toggleFilter } from './licensesView';
import type { LicensesFilter, LicensesView } from './licensesView';
import type { ProductSearchProps } from './ProductSearch';

const ProductSearch = lazy(async () => ({
  default: await import('./ProductSearch').then(
    (loaded) => loaded.ProductSearch,
    () => PlainSearch,
  ),
}));

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  search: {
    flex: '0 1 280px',
    minWidth: '200px',
    minHeight: '32px',
    boxSizing: 'border-box',
    '@media (max-width: 639px)': { flexBasis: '100%', maxWidth: 'none' },
  },
  filters: {
    '@media (max-width: 1023px)': { flexBasis: '100%', order: 1 },
  },
  count: { margin: 0, marginLeft: 'auto', color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

const filters: readonly LicensesFilter[] = ['noneLeft', 'unused', 'renewsSoon', 'microsoft', 'hidden'];

interface FilterBarProps {
  readonly view: LicensesView;
  readonly onViewChange: (view: LicensesView) => void;
  readonly found: number;
  readonly total: number;
}

/** Search, filters and the number of products found. */
export function FilterBar({ view, onViewChange, found, total }: FilterBarProps) {
  const styles = useStyles();
  const { licenses } = useCriticalMessages();
  const isNarrowed = view.search !== '' || view.filters.length > 0;
  return (
    <div className={styles.bar} role="search">
      <DeferredSearch
        className={styles.search}
        label={licenses.search}
        value={view.search}
        onChange={(search) => onViewChange({ ...view, search })}
      />
      <FilterChips
        className={styles.filters}
        label={licenses.filters}
        chips={filters.map((name) => ({
          name,
          text: licenses.filterNames[name],
          isOn: view.filters.includes(name),
        }))}
        onToggle={(name) => onViewChange(toggleFilter(view, name))}
      >
        {isNarrowed && found > 0 && (
          <Button
            size="small"
            appearance="transparent"
            onClick={() => onViewChange({ ...startView, sort: view.sort })}
          >
            {licenses.clearFilters}
          </Button>
        )}
      </FilterChips>
      <p className={styles.count} role="status">
        {found === total ? licenses.found(total) : licenses.foundOf(found, total)}
      </p>
    </div>
  );
}

/** The search box, loaded after the list is painted: its code is a fortieth of what the start loads. */
function DeferredSearch(props: ProductSearchProps) {
  const isPainted = useDeferredValue(true, false);
  const space = <div className={props.className} />;
  return isPainted ? (
    <Suspense fallback={space}>
      <ProductSearch {...props} />
    </Suspense>
  ) : (
    space
  );
}

/** Plain search box, used if the code of the search couldn't be loaded. */
function PlainSearch({ className, label, value, onChange }: ProductSearchProps) {
  return (
    <input
      type="search"
      className={className}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
