import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useEffect, useId, useMemo, useRef, type ReactNode } from 'react';
import type { AssignableProduct } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  reason: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  seats: { whiteSpace: 'nowrap' },
  menu: { maxWidth: 'min(28rem, calc(100vw - 2rem))', maxHeight: 'min(24rem, 60dvh)', overflowY: 'auto' },
});

/** What can be chosen besides what is. */
interface AlsoAssignProps {
  /** Those that are chosen. */
  readonly products: readonly AssignableProduct[];
  readonly assignable: readonly AssignableProduct[];
  readonly onChoose: (product: AssignableProduct) => void;
}

/** Offers the other products that can be assigned; nothing is shown where the organization has no other. */
export function AlsoAssign({ products, assignable, onChoose }: AlsoAssignProps): ReactNode {
  const styles = useStyles();
  const { assign, product: words } = useMessages();
  const reasonId = useId();
  const others = useMemo(() => othersThan(products, assignable), [products, assignable]);
  const isDisabled = others.length === 0;
  const row = useRef<HTMLDivElement>(null);
  const hasChosen = useRef(false);
  // What was chosen stands above the button with the focus, and has pushed it down.
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

function othersThan(
  products: readonly AssignableProduct[],
  assignable: readonly AssignableProduct[],
): readonly AssignableProduct[] {
  const chosen = new Set(products.map(({ key }) => key));
  return assignable
    .filter(({ key, isHidden }) => !chosen.has(key) && !isHidden)
    .sort((one, other) => one.name.localeCompare(other.name));
}
