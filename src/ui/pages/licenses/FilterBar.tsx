import { makeStyles } from '@fluentui/react-components';
import { ArrowSortRegular } from '@fluentui/react-icons/svg/arrow-sort';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { lazy, Suspense, useDeferredValue } from 'react';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { FilterChips } from '../../parts/FilterChips';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { DeferredMenu } from './DeferredMenu';
import { narrowBy, narrowingOf } from './licensesView';
import type { LicensesView, NarrowingFilter } from './licensesView';
import type { ProductSearchProps } from './ProductSearch';
import type { PartlyKnown } from './summarizeProducts';

const ProductSearch = lazy(async () => ({
  default: await import('./ProductSearch').then(
    (loaded) => loaded.ProductSearch,
    () => PlainSearch,
  ),
}));

const useStyles = makeStyles({
  whole: {
    flex: '1 1 160px',
    maxWidth: '320px',
    display: 'grid',
    '@media (max-width: 639px)': { maxWidth: 'none' },
  },
  search: {
    maxWidth: 'none',
    minHeight: '32px',
    boxSizing: 'border-box',
    '@media (max-width: 639px)': { minHeight: '40px' },
  },
  touch: { '@media (pointer: coarse)': { minWidth: '44px', height: '40px' } },
});

interface ViewProps {
  readonly view: LicensesView;
  readonly onViewChange: (view: LicensesView) => void;
}

interface SearchFieldProps extends ViewProps {
  /** True once there is a list to search; before, its place is kept. */
  readonly hasList: boolean;
}

/** Search over the products. */
export function SearchField({ view, onViewChange, hasList }: SearchFieldProps) {
  const styles = useStyles();
  const { licenses } = useCriticalMessages();
  return (
    <div className={styles.whole} role="search">
      <DeferredSearch
        hasList={hasList}
        className={styles.search}
        label={licenses.search}
        value={view.search}
        onChange={(search) => onViewChange({ ...view, search })}
      />
    </div>
  );
}

const loadMenu = () => loadWhenOnline(() => import('./ViewMenu'));
const ViewMenu = lazy(async () => ({ default: (await loadMenu()).ViewMenu }));

/** Button with the order of the list, and what else it shows. */
export function ViewButton(props: ViewProps) {
  const styles = useStyles();
  const { licenses } = useCriticalMessages();
  const isNarrow = useIsNarrow();
  return (
    <DeferredMenu
      className={styles.touch}
      label={licenses.viewMenu}
      text={isNarrow ? undefined : licenses.viewMenu}
      icon={isNarrow ? <ArrowSortRegular /> : <ChevronDownRegular />}
      load={loadMenu}
    >
      {(button) => <ViewMenu {...props}>{button}</ViewMenu>}
    </DeferredMenu>
  );
}

interface FilterBarProps extends ViewProps {
  /** Number of products that the search finds. */
  readonly all: PartlyKnown;
  readonly counts: Readonly<Record<NarrowingFilter, PartlyKnown>>;
}

const names = ['attention', 'noneLeft', 'renewsSoon', 'unused'] as const;

/** The filters of the list, each with the number behind it; one narrows at a time. */
export function FilterBar({ view, onViewChange, all, counts }: FilterBarProps) {
  const { licenses, products, format } = useCriticalMessages();
  const narrowing = narrowingOf(view);
  const countOf = ({ value, isKnown }: PartlyKnown) => ({
    count: isKnown ? format.number(value) : value > 0 ? `${format.number(value)}+` : products.notKnown,
    hint: isKnown ? undefined : licenses.someUnread,
  });
  return (
    <FilterChips
      label={licenses.filters}
      isOneLine
      chips={[
        { name: 'all', text: licenses.all, ...countOf(all), isOn: narrowing.length === 0 },
        ...names.map((name) => {
          const isOn = narrowing.includes(name);
          return {
            name,
            text: licenses.filterNames[name],
            ...countOf(counts[name]),
            isUrgent: name === 'attention' && counts[name].value > 0,
            isOn,
          };
        }),
      ]}
      onToggle={(name) =>
        onViewChange(narrowBy(view, name === 'all' || narrowing.includes(name) ? undefined : name))
      }
    />
  );
}

/** The search box, loaded after the list is painted: its code is a fortieth of what the start loads. */
function DeferredSearch({ hasList, ...props }: ProductSearchProps & Pick<SearchFieldProps, 'hasList'>) {
  const isPainted = useDeferredValue(hasList, false);
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
