import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { Product } from '../../../licensing/product';
import { useStartMessages } from '../../messages/StartMessagesContext';
import { useServices } from '../../services';

const useStyles = makeStyles({
  reason: {
    margin: 0,
    maxWidth: '240px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** A product of an unknown vendor, and the button that was pressed for its menu. */
export interface VerdictMenuProps {
  readonly product: Product;
  readonly children: ReactElement;
}

/** Lets the admin decide whose a product is that neither Graph nor the catalogue knows; open at once, and says why it is asked. */
export function VerdictMenu({ product, children }: VerdictMenuProps) {
  const styles = useStyles();
  const { licenses, products } = useStartMessages();
  const { choices } = useServices();
  const { verdict, isHidden, key } = product;
  const isHiding = useRef(false);
  useEffect(() => () => (isHiding.current ? focusHeading() : undefined), []);
  const hide = (): void => {
    isHiding.current = true;
    choices.write(key, 'hidden');
  };
  const isDecided = verdict.because === 'admin-choice' || isHidden;
  return (
    <Menu defaultOpen positioning="below-end" mountNode={document.querySelector<HTMLElement>('main')}>
      <MenuTrigger disableButtonEnhancement>{children}</MenuTrigger>
      <MenuPopover>
        <p className={styles.reason}>{products.verdicts[verdict.because]}</p>
        <p className={styles.reason}>{licenses.decisionKept}</p>
        <MenuList>
          {(!isDecided || isHidden) && (
            <MenuItem onClick={() => choices.write(key, 'isv')}>{licenses.treatAsIsv}</MenuItem>
          )}
          {!isHidden && <MenuItem onClick={hide}>{licenses.hide}</MenuItem>}
          {isDecided && (
            <MenuItem onClick={() => choices.write(key, undefined)}>{licenses.undecide}</MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Hiding takes the row away with the button that had the focus. */
function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus();
}
