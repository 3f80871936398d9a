import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { Component, Suspense, use, useEffect, useState, type ReactNode } from 'react';
import { DeferredMessagesContext } from '../../messages/DeferredMessagesContext';
import { useMessages } from '../../messages/MessagesContext';
import { hrefOf, routes } from '../../routes';
import { useServices } from '../../services';
import { useListStyles } from './listStyles';
import { ProductTable, type ProductListProps } from './ProductTable';
import { UnassignableProducts, type UnassignableProductsProps } from './UnassignableProducts';
import type { ProductKey } from '../../../licensing/keys';
import type { ProductChoice } from '../../../licensing/catalogue/types';
import type { Product } from '../../../licensing/product';
import type { SeatCount } from '../../../licensing/types';
import type { Messages } from '../../messages/types';
import { DoorNotice } from '../../parts/DoorNotice';
import { useMissingDoor } from '../../queries/useDoors';
import { RenameDialog } from '../../parts/RenameDialog';

/** Props of the lists below the products. */
export interface DeferredListsProps extends UnassignableProductsProps {
  /** Products of unknown vendors, to classify. */
  readonly undecided: readonly Product[];
  /** True if there is no product at all. */
  readonly isEmpty: boolean;
  /** Called with whether there may be products that couldn't be read. */
  readonly onPartial: (isPartial: boolean) => void;
}

/** The lists that load after the list of products is painted. */
export function DeferredLists({ undecided, isEmpty, onPartial, ...props }: DeferredListsProps): ReactNode {
  const { unassignable, view, onViewChange } = props;
  const withDeferredMessages = use(DeferredMessagesContext);
  const missing = useMissingDoor();
  const isPartial = missing === 'unread' || (missing === 'needs-consent' && isEmpty);
  useEffect(() => onPartial(isPartial), [onPartial, isPartial]);
  const notice = (
    <WithoutMessages fallback={null}>
      <Suspense>{withDeferredMessages(<DoorNotice isDismissible={!isEmpty} />)}</Suspense>
    </WithoutMessages>
  );
  return (
    <>
      {isEmpty && notice}
      <WithoutMessages
        fallback={
          unassignable.length > 0 && <ProductTable {...{ view, onViewChange }} products={unassignable} />
        }
      >
        <Suspense>
          {withDeferredMessages(
            <UnassignableProducts {...props} isAlone={props.isAlone && undecided.length === 0} />,
          )}
        </Suspense>
      </WithoutMessages>
      {/* Below the lists, which it would move. */}
      {!isEmpty && notice}
      {undecided.length > 0 && (
        <Suspense>{withDeferredMessages(<ClassifyList products={undecided} />)}</Suspense>
      )}
    </>
  );
}

interface WithoutMessagesProps {
  readonly children: ReactNode;
  readonly fallback: ReactNode;
}

/** Renders the fallback if the messages of its children couldn't be loaded. */
class WithoutMessages extends Component<WithoutMessagesProps, { readonly isLeftOut: boolean }> {
  override state = { isLeftOut: false };

  static getDerivedStateFromError(): { readonly isLeftOut: boolean } {
    return { isLeftOut: true };
  }

  override render(): ReactNode {
    return this.state.isLeftOut ? this.props.fallback : this.props.children;
  }
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
function ClassifyList({ products }: Pick<ProductListProps, 'products'>): ReactNode {
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
