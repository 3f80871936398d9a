import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { useServices } from '../../services';
import { RenameDialog } from '../../parts/RenameDialog';

const useStyles = makeStyles({
  reason: {
    margin: 0,
    maxWidth: '240px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** A product of an unknown vendor, and the button that opens the menu. */
export interface ClassificationMenuProps {
  readonly product: Product;
  readonly children: ReactElement;
}

/** Menu that classifies a product of an unknown vendor. Opens as soon as it's loaded, and says why it asks. */
export function ClassificationMenu({ product, children }: ClassificationMenuProps) {
  const styles = useStyles();
  const { classify } = useMessages();
  const [isRenaming, setIsRenaming] = useState(false);
  const { choices } = useServices();
  const { classification, isHidden, key } = product;
  const isHiding = useRef(false);
  useEffect(() => () => (isHiding.current ? focusHeading() : undefined), []);
  const hide = (): void => {
    isHiding.current = true;
    choices.write(key, 'hidden');
  };
  const isDecided = classification.because === 'admin-choice' || isHidden;
  return (
    <>
      <Menu defaultOpen positioning="below-end" mountNode={document.querySelector<HTMLElement>('main')}>
        <MenuTrigger disableButtonEnhancement>{children}</MenuTrigger>
        <MenuPopover>
          <p className={styles.reason}>{classify.because[classification.because]}</p>
          <p className={styles.reason}>{classify.kept}</p>
          <MenuList>
            {(!isDecided || isHidden) && (
              <MenuItem onClick={() => choices.write(key, 'isv')}>{classify.treatAsIsv}</MenuItem>
            )}
            {!isHidden && <MenuItem onClick={hide}>{classify.hide}</MenuItem>}
            {isDecided && (
              <MenuItem onClick={() => choices.write(key, undefined)}>{classify.undoChoice}</MenuItem>
            )}
            <MenuItem onClick={() => setIsRenaming(true)}>{classify.rename}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isRenaming && <RenameDialog product={product} onClose={() => setIsRenaming(false)} />}
    </>
  );
}

/** Focuses the heading: hiding removes the row with the focused button. */
function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus();
}
