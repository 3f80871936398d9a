import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { AppsAddInRegular } from '@fluentui/react-icons/svg/apps-add-in';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { useRef, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { touch } from './layouts';

const useStyles = makeStyles({
  button: { flexShrink: 0, [touch]: { minWidth: '44px', minHeight: '44px', marginBlock: '-2px' } },
  item: { maxWidth: 'none', [touch]: { minHeight: '44px' } },
});

interface ProductMenuProps {
  /** Reason that the product can't be installed; undefined if it can. */
  readonly installReason: string | undefined;
  readonly onInstall: () => void;
  readonly onCopyLink: () => void;
  /** Undefined where a button of its own does it. */
  readonly onManageCount?: (() => void) | undefined;
}

/** Menu of a product's less frequent actions. */
export function ProductMenu(props: ProductMenuProps): ReactNode {
  const { installReason, onInstall, onCopyLink, onManageCount } = props;
  const styles = useStyles();
  const { product: words } = useMessages();
  const trigger = useRef<HTMLButtonElement>(null);
  // A dialog gives the focus back to the button: the item is gone by then.
  const from = (action: () => void) => () => {
    trigger.current?.focus();
    action();
  };
  return (
    <Menu positioning="below-end" mountNode={document.querySelector<HTMLElement>('main')}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={trigger}
          className={styles.button}
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={words.moreActions}
          title={words.moreActions}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {onManageCount && (
            <MenuItem className={styles.item} icon={<OpenRegular />} onClick={from(onManageCount)}>
              {words.manageCount}
            </MenuItem>
          )}
          <MenuItem
            className={styles.item}
            icon={<AppsAddInRegular />}
            disabled={installReason !== undefined}
            subText={installReason}
            onClick={from(onInstall)}
          >
            {words.install}
          </MenuItem>
          <MenuItem className={styles.item} icon={<LinkRegular />} onClick={from(onCopyLink)}>
            {words.copyLink}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
