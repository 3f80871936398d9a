import {
  makeStyles,
  tokens,
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useId, useState, type ReactNode, useEffect, useMemo, useRef, type RefObject } from 'react';
import { defaultPool, poolToGiveFrom } from '../../../licensing/pools';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { useServices } from '../../services';
import { PlanSwitches } from './PlanSwitches';
import { PoolPicker, chosenPoolOf } from './PoolPicker';
import type { Assignees } from './useAssignees';
import { withPool, type AssignOptionsState, type EditedOptions } from './useAssignOptions';
import { visuallyHidden } from '../../parts/visuallyHidden';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { AddRegular } from '@fluentui/react-icons/svg/add';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  spoken: visuallyHidden,
});

interface ProductSectionProps {
  readonly list: Assignees;
  readonly assignable: readonly AssignableProduct[];
  readonly options: EditedOptions;
  readonly onChange: AssignOptionsState['change'];
}

/** The products to assign with their apps, and the menu that adds more. */
export function ProductSection({ list, assignable, options, onChange }: ProductSectionProps): ReactNode {
  const { disabledPlanIds, chosenPools } = options;
  const styles = useStyles();
  const { assign } = useMessages();
  const { licensing } = useServices();
  const { products, addProduct, removeProduct } = list;
  const licenses = products.map(({ owned }) => ({ ...defaultPool(owned), disabledPlanIds: [] }));
  const isOneStep = licensing.isOneStep({ principal: { kind: 'user', id: '' }, add: licenses, remove: [] });
  const [spoken, setSpoken] = useState('');
  const { section, willRemove } = useFocusAfterProductRemoval(products);
  const [only, ...others] = products;
  const id = useId();

  function add({ key, name }: AssignableProduct): void {
    addProduct(key);
    setSpoken(assign.productAdded(name));
  }

  function remove({ key, name }: AssignableProduct): void {
    willRemove(products.findIndex((product) => product.key === key));
    removeProduct(key);
    // A product that's added again starts with all of its apps, and any of its pools.
    onChange({ disabledPlanIds: { ...disabledPlanIds, [key]: [] }, ...withPool(options, key, undefined) });
    setSpoken(assign.productDropped(name));
  }

  const switches = (product: AssignableProduct, nameId?: string): ReactNode => (
    <>
      <PoolPicker
        {...{ product, nameId }}
        chosen={chosenPoolOf(product, chosenPools)?.key}
        onChange={(pool) => onChange(withPool(options, product.key, pool))}
      />
      <PlanSwitches
        {...{ product, nameId }}
        disabledPlanIds={disabledPlanIds[product.key] ?? []}
        onChange={(ids) => onChange({ disabledPlanIds: { ...disabledPlanIds, [product.key]: ids } })}
      />
    </>
  );

  return (
    <section ref={section} className={styles.section}>
      {only && others.length === 0 ? (
        switches(only)
      ) : (
        <>
          <h3 className={styles.title}>{assign.productsTitle}</h3>
          <p className={styles.note}>{assign.productsNote(isOneStep)}</p>
          <ul className={styles.list}>
            {products.map((product, index) => {
              const nameId = `${id}-${index}`;
              return (
                <ProductCard
                  key={product.key}
                  {...{ product, nameId }}
                  onRemove={index > 0 ? () => remove(product) : undefined}
                >
                  {switches(product, nameId)}
                </ProductCard>
              );
            })}
          </ul>
        </>
      )}
      <AlsoAssign {...{ products, assignable }} onChoose={add} />
      <div role="status" className={styles.spoken}>
        {spoken}
      </div>
    </section>
  );
}

const useChosenProductStyles = makeStyles({
  product: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  seats: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface ProductCardProps {
  readonly product: AssignableProduct;
  /** Id of the heading with the product's name. */
  readonly nameId: string;
  /** Undefined for the product of the pane, which can't be removed. */
  readonly onRemove: (() => void) | undefined;
  /** Options of the product. */
  readonly children: ReactNode;
}

/** One of several products, with its available licenses and a button that removes it. */
function ProductCard({ product, nameId, onRemove, children }: ProductCardProps): ReactNode {
  const styles = useChosenProductStyles();
  const { assign, product: words } = useMessages();
  const { name, owned } = product;
  return (
    <li className={styles.product}>
      <div className={styles.head}>
        <div>
          <h4 id={nameId} className={styles.name}>
            {name}
          </h4>
          <span className={styles.seats}>{words.availableOf(poolToGiveFrom(owned).seats)}</span>
        </div>
        {onRemove && (
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={assign.dropProduct(name)}
            data-drop
            onClick={onRemove}
          />
        )}
      </div>
      {children}
    </li>
  );
}

const useAlsoAssignStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  reason: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  seats: { whiteSpace: 'nowrap' },
  menu: { maxWidth: 'min(28rem, calc(100vw - 2rem))', maxHeight: 'min(24rem, 60dvh)', overflowY: 'auto' },
});

interface AlsoAssignProps {
  /** Products chosen already. */
  readonly products: readonly AssignableProduct[];
  readonly assignable: readonly AssignableProduct[];
  readonly onChoose: (product: AssignableProduct) => void;
}

/** The menu **Also assign** with the other assignable products, if there are any. */
function AlsoAssign({ products, assignable, onChoose }: AlsoAssignProps): ReactNode {
  const styles = useAlsoAssignStyles();
  const { assign, product: words } = useMessages();
  const reasonId = useId();
  const others = useMemo(() => othersThan(products, assignable), [products, assignable]);
  const isDisabled = others.length === 0;
  const row = useRef<HTMLDivElement>(null);
  const hasChosen = useRef(false);
  // The chosen product is added above the focused button and moves it down.
  useEffect(() => {
    if (hasChosen.current) row.current?.scrollIntoView?.({ block: 'nearest' });
    hasChosen.current = false;
  }, [products]);

  function choose(product: AssignableProduct): void {
    hasChosen.current = true;
    onChoose(product);
  }

  if (isDisabled && products.length < 2) return undefined;
  return (
    <div className={styles.row} ref={row}>
      <Menu positioning="above-start">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            icon={<AddRegular />}
            disabledFocusable={isDisabled}
            aria-describedby={isDisabled ? reasonId : undefined}
            data-also
          >
            {assign.alsoAssign}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover className={styles.menu}>
          <MenuList>
            {others.map((product) => (
              <MenuItem
                key={product.key}
                secondaryContent={{
                  className: styles.seats,
                  children: words.availableOf(product.owned.seats),
                }}
                onClick={() => choose(product)}
              >
                {product.name}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {isDisabled && (
        <span id={reasonId} className={styles.reason}>
          {assign.noneToAdd}
        </span>
      )}
    </div>
  );
}

/** Returns the assignable products that aren't chosen yet and aren't hidden, by name. */
export function othersThan(
  products: readonly AssignableProduct[],
  assignable: readonly AssignableProduct[],
): readonly AssignableProduct[] {
  const chosen = new Set(products.map(({ key }) => key));
  return assignable
    .filter(({ key, isHidden }) => !chosen.has(key) && !isHidden)
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** Moves the focus when a product is removed. */
interface FocusAfterProductRemoval {
  /** The section with the products and the menu **Also assign**. */
  readonly section: RefObject<HTMLElement | null>;
  /** Call it with the index of the product before it's removed. */
  readonly willRemove: (index: number) => void;
}

/** Moves the focus to the product after the removed one, or to **Also assign** if it was the last. */
function useFocusAfterProductRemoval(products: readonly unknown[]): FocusAfterProductRemoval {
  const section = useRef<HTMLElement>(null);
  const removedAt = useRef<number>(undefined);
  useEffect(() => {
    if (removedAt.current === undefined) return;
    // The first product has no remove button.
    const index = removedAt.current - 1;
    removedAt.current = undefined;
    const buttons = section.current?.querySelectorAll<HTMLElement>('[data-drop]');
    (buttons?.[index] ?? section.current?.querySelector<HTMLElement>('[data-also]'))?.focus();
  }, [products]);
  return {
    section,
    willRemove(index) {
      removedAt.current = index;
    },
  };
}
