import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { Loading } from '../../parts/Loading';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { ProductIcon } from '../../parts/ProductIcon';
import { seatsWords } from '../../parts/SeatsMeter';
import { StateBadge } from '../../parts/StateBadge';
import { useUnlistedProducts } from '../../queries/useUnlistedProduct';
import { hrefOf, routes } from '../../routes';
import { useServices } from '../../services';
import { renewalLine, renewalText } from './availableText';
import { narrowBy, narrowingOf, toggleFilter } from './licensesView';
import { useListStyles } from './listStyles';
import { RowActions } from './RowActions';
import type { ProductListProps } from './ProductTable';
import { countsSeats, selectProducts } from './selectProducts';

const ExternalLinkDialog = lazy(async () => ({
  default: (await loadWhenOnline(() => import('../../parts/ExternalLinkDialog'))).ExternalLinkDialog,
}));

const useStyles = makeStyles({
  group: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '40px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    textAlign: 'left',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    '@media (pointer: coarse)': { minHeight: '44px' },
  },
  button: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  count: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  rows: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) 160px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    minHeight: '48px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    '& > :last-child': { justifySelf: 'end' },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  first: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  why: {
    '@media (max-width: 639px)': {
      gridRowStart: 2,
      gridColumnStart: 1,
      gridColumnEnd: 3,
      paddingLeft: '44px',
    },
  },
});

/** Numbers of the products that are no longer listed. */
interface UnlistedCount {
  /** Those that the view shows. */
  readonly found: number;
  /** Those without narrowing filters. */
  readonly searched: number;
  /** Those without search and narrowing filters. */
  readonly total: number;
}

/** Props of the group of products of which nothing can be assigned. */
export interface UnassignableProductsProps extends Omit<ProductListProps, 'products'> {
  /** Products of which nothing can be assigned. */
  readonly unassignable: readonly Product[];
  /** True if no product is shown above. */
  readonly isAlone: boolean;
  readonly onCount: (unlisted: UnlistedCount) => void;
}

/**
 * Group of the products of which nothing can be assigned, with the reason of each: those of the tenant, those that
 * only the catalog knows, and those that the tenant no longer lists. Closed at first, unless the view looks for something.
 */
export function UnassignableProducts(props: UnassignableProductsProps): ReactNode {
  const { view, onViewChange, unassignable, isAlone, onCount } = props;
  const styles = { ...useListStyles(), ...useStyles() };
  const { classify, licenses, format } = useMessages();
  const { clock } = useServices();
  const { products, groups, isUnread } = useUnlistedProducts();
  const isNarrowed = narrowingOf(view).length > 0;
  const all = selectProducts(isUnread ? [] : products, narrowBy(view, undefined), format.locale, clock.now());
  const searched = [...all.listed, ...all.undecided, ...all.unassignable];
  // None of them is what a filter looks for.
  const unlisted = isNarrowed ? [] : searched;
  const [found, findable, total] = [unlisted.length, searched.length, all.total];
  useEffect(() => onCount({ found, searched: findable, total }), [onCount, found, findable, total]);
  const count = unassignable.length + unlisted.length;
  const isLooking = view.search !== '' || isNarrowed || isAlone;
  const isOpen = isLooking || view.filters.includes('unassignable');
  const reasons = new Set(
    [...unassignable, ...unlisted].flatMap(({ coverage }) =>
      coverage.kind === 'assignable' ? [] : [classify.shortReasons[coverage.because]],
    ),
  );
  const title = (
    <>
      <span className={styles.count}>{classify.unassignable(count)}</span>
      <span className={styles.below}>{format.list([...reasons])}</span>
    </>
  );
  return (
    <>
      {isUnread && <p className={styles.text}>{classify.unlistedUnread}</p>}
      {count > 0 && (
        <section className={styles.group} aria-labelledby="unassignable">
          <h2 id="unassignable" className={styles.heading}>
            {isLooking ? (
              <span className={styles.head}>{title}</span>
            ) : (
              <button
                type="button"
                className={mergeClasses(styles.head, styles.button)}
                aria-expanded={isOpen}
                onClick={() => onViewChange(toggleFilter(view, 'unassignable'))}
              >
                {isOpen ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
                {title}
              </button>
            )}
          </h2>
          {isOpen && (
            <ul className={styles.rows} aria-label={licenses.table}>
              {unassignable.map((product) => (
                <UnassignableRow key={product.key} product={product} />
              ))}
              {unlisted.map((product) => (
                <UnassignableRow
                  key={product.key}
                  product={product}
                  holders={classify.unlistedHeldBy(
                    product.owned?.seats.assigned,
                    groups.get(product.key) ?? 0,
                  )}
                />
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}

interface UnassignableRowProps {
  readonly product: Product;
  /** Text about those who still have a license of a product that is no longer listed. Default is none. */
  readonly holders?: string;
}

function UnassignableRow({ product, holders }: UnassignableRowProps): ReactNode {
  const styles = { ...useListStyles(), ...useStyles() };
  const messages = useMessages();
  const { classify, products: words, licenses, common } = messages;
  const { clock } = useServices();
  const { key, name, publisher, coverage, links, owned, isHidden, state } = product;
  const [leaving, setLeaving] = useState<string>();
  const url = links.manage ?? links.website;
  const why = [
    holders ?? seatsText(product, words),
    coverage.kind === 'assignable' ? undefined : words.coverage[coverage.because],
    // The subscriptions of a product that is no longer listed are gone with it.
    holders === undefined ? renewalLine(renewalText(product, messages, clock.now()), licenses) : undefined,
  ];
  const below = [
    owned?.isIncomplete ? licenses.detailsUnread : undefined,
    isHidden ? licenses.hidden : undefined,
    publisher ?? words.unknownPublisher,
  ];
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <ProductIcon name={name} publisher={publisher} />
        <div className={styles.words}>
          <div className={styles.first}>
            {owned ? (
              <a className={styles.link} href={hrefOf(routes.product(key))}>
                {name}
              </a>
            ) : (
              <span className={styles.link}>{name}</span>
            )}
            {/* The reason beside it says that it's disabled. */}
            {state.kind !== 'disabled' && <StateBadge state={state} />}
          </div>
          <div className={styles.below}>{joined(below)}</div>
        </div>
      </div>
      <div className={mergeClasses(styles.below, styles.why)}>{joined(why)}</div>
      {owned ? (
        <RowActions product={product} />
      ) : (
        url && (
          <Button
            size="small"
            icon={<OpenRegular />}
            aria-label={classify.goToVendorOf(name)}
            onClick={() => setLeaving(url)}
          >
            {classify.goToVendor}
          </Button>
        )
      )}
      {leaving !== undefined && (
        <Suspense fallback={<Loading rows={0} what={common.waits.dialog} />}>
          <ExternalLinkDialog url={leaving} onClose={() => setLeaving(undefined)} />
        </Suspense>
      )}
    </li>
  );
}

/** Returns how many seats are assigned; undefined if they aren't counted. */
function seatsText(product: Product, words: Messages['products']): string | undefined {
  const { owned, state } = product;
  if (!owned || !countsSeats(product)) return undefined;
  const { assigned = 0 } = owned.seats;
  return state.kind === 'disabled' && assigned > 0
    ? words.noneUsable(assigned)
    : seatsWords(owned.seats, false, words);
}

function joined(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join(' · ');
}
