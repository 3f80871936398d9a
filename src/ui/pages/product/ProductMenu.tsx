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
import type { ReactNode } from 'react';
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
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
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
            <MenuItem className={styles.item} icon={<OpenRegular />} onClick={onManageCount}>
              {words.manageCount}
            </MenuItem>
          )}
          <MenuItem
            className={styles.item}
            icon={<AppsAddInRegular />}
            disabled={installReason !== undefined}
            subText={installReason}
            onClick={onInstall}
          >
            {words.install}
          </MenuItem>
          <MenuItem className={styles.item} icon={<LinkRegular />} onClick={onCopyLink}>
            {words.copyLink}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
