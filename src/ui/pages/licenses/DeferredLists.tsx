import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { Component, Suspense, use, useEffect, useState, type ReactNode } from 'react';
import { DeferredMessagesContext } from '../../messages/DeferredMessagesContext';
import { useMessages } from '../../messages/MessagesContext';
import { useCriticalMessages } from '../../messages/CriticalMessagesContext';
import { useUnlistedProducts } from '../../queries/useUnlistedProduct';
import { hrefOf, routes } from '../../routes';
import { useServices } from '../../services';
import { useListStyles } from './listStyles';
import type { ProductListProps } from './ProductTable';
import { selectProducts } from './selectProducts';
import type { ProductKey } from '../../../licensing/keys';
import type { ProductChoice } from '../../../licensing/catalogue/types';
import type { Product } from '../../../licensing/product';
import type { SeatCount } from '../../../licensing/types';
import type { Messages } from '../../messages/types';
import { RenameDialog } from '../../parts/RenameDialog';

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    overflowWrap: 'anywhere',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
});

interface DeferredListsProps extends ProductListProps {
  /**
   * Called with the number of products no longer listed: those shown, and those without search and narrowing filters.
   */
  readonly onCount: (unlisted: { readonly found: number; readonly total: number }) => void;
}

/** The lists that load after the list of products is painted. `products` are those to classify. */
export function DeferredLists({ onCount, ...props }: DeferredListsProps): ReactNode {
  const { view } = props;
  const withDeferredMessages = use(DeferredMessagesContext);
  return (
    <>
      {props.products.length > 0 && <Suspense>{withDeferredMessages(<ClassifyList {...props} />)}</Suspense>}
      <HiddenWithoutMessages>
        <Suspense>{withDeferredMessages(<UnlistedList view={view} onCount={onCount} />)}</Suspense>
      </HiddenWithoutMessages>
    </>
  );
}

/** Renders nothing if the messages of its children couldn't be loaded. */
class HiddenWithoutMessages extends Component<
  { readonly children: ReactNode },
  { readonly isLeftOut: boolean }
> {
  override state = { isLeftOut: false };

  static getDerivedStateFromError(): { readonly isLeftOut: boolean } {
    return { isLeftOut: true };
  }

  override render(): ReactNode {
    return !this.state.isLeftOut && this.props.children;
  }
}

/** Products that the tenant no longer lists, but users still hold. */
function UnlistedList({ view, onCount }: Pick<DeferredListsProps, 'view' | 'onCount'>): ReactNode {
  const styles = { ...useListStyles(), ...useStyles() };
  const { classify } = useMessages();
  const { format } = useCriticalMessages();
  const { clock } = useServices();
  const { products, groups, isUnread } = useUnlistedProducts();
  const { listed, undecided, total } = selectProducts(products, view, format.locale, clock.now());
  const shown = [...listed, ...undecided];
  const found = isUnread ? 0 : shown.length;
  useEffect(() => onCount({ found, total: isUnread ? 0 : total }), [onCount, found, total, isUnread]);
  if (isUnread) return <p className={styles.text}>{classify.unlistedUnread}</p>;
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="unlisted">
      <h2 id="unlisted" className={styles.title}>
        {classify.unlistedTitle}
      </h2>
      <p className={styles.text}>{classify.unlistedText}</p>
      <ul className={styles.list}>
        {shown.map(({ key, name, owned }) => {
          const people = owned?.seats.assigned;
          return (
            <li key={key} className={styles.item}>
              <a className={styles.link} href={hrefOf(routes.product(key))}>
                {name}
              </a>
              <div className={styles.below}>{classify.unlistedHeldBy(people, groups.get(key) ?? 0)}</div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const useClassifyListStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

/** Products of unknown vendors, which can be classified together. */
function ClassifyList({ products }: ProductListProps): ReactNode {
  const styles = { ...useListStyles(), ...useClassifyListStyles() };
  const { classify } = useMessages();
  const { choices } = useServices();
  const [ticked, setTicked] = useState<ReadonlySet<ProductKey>>(new Set());
  const selected = products.filter(({ key }) => ticked.has(key));
  const decide = (choice: ProductChoice): void => {
    for (const { key } of selected) choices.write(key, choice);
    setTicked(new Set());
    // The focused row is gone.
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  const isAll = selected.length === products.length;
  return (
    <section className={styles.section} aria-labelledby="classify">
      <h2 id="classify" className={styles.title}>
        {classify.title}
      </h2>
      <p className={styles.text}>{classify.text}</p>
      <div className={styles.actions}>
        <Checkbox
          label={classify.selectAll}
          checked={isAll ? true : selected.length > 0 ? 'mixed' : false}
          onChange={() => setTicked(new Set(isAll ? [] : products.map(({ key }) => key)))}
        />
        <Button disabled={selected.length === 0} onClick={() => decide('isv')}>
          {classify.treatSelectedAsIsv}
        </Button>
        <Button disabled={selected.length === 0} onClick={() => decide('hidden')}>
          {classify.hide}
        </Button>
        <span>{selected.length > 0 && classify.selected(selected.length)}</span>
      </div>
      <ul className={styles.list}>
        {products.map((product) => (
          <ClassifyItem
            key={product.key}
            product={product}
            isTicked={ticked.has(product.key)}
            onTick={(isTicked) =>
              setTicked((before) => {
                const after = new Set(before);
                if (isTicked) after.add(product.key);
                else after.delete(product.key);
                return after;
              })
            }
          />
        ))}
      </ul>
      <p className={styles.below}>{classify.kept}</p>
    </section>
  );
}

interface ClassifyItemProps {
  readonly product: Product;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

function ClassifyItem({ product, isTicked, onTick }: ClassifyItemProps): ReactNode {
  const styles = { ...useListStyles(), ...useClassifyListStyles() };
  const { classify, products: words } = useMessages();
  const [isRenaming, setIsRenaming] = useState(false);
  const { key, name, owned } = product;
  const seats = owned?.seats;
  const below = [owned?.identifiers.partNumber, seats && seatsText(seats, words)];
  return (
    <li className={styles.item}>
      <Checkbox
        aria-label={classify.select(name)}
        checked={isTicked}
        onChange={(_event, { checked }) => onTick(checked === true)}
      />
      <div className={styles.words}>
        <a className={styles.link} href={hrefOf(routes.product(key))}>
          {name}
        </a>
        <div className={styles.below}>{below.filter((text) => text !== undefined).join(' · ')}</div>
      </div>
      <Button size="small" aria-label={classify.renameProduct(name)} onClick={() => setIsRenaming(true)}>
        {classify.rename}
      </Button>
      {isRenaming && <RenameDialog product={product} onClose={() => setIsRenaming(false)} />}
    </li>
  );
}

function seatsText({ assigned, total }: SeatCount, words: Messages['products']): string {
  return assigned === undefined || total === undefined
    ? words.partOfSeats(assigned, total)
    : words.assignedOfTotal(assigned, total);
}
