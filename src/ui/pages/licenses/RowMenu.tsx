import {
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { RenameDialog } from '../../parts/RenameDialog';
import { routes } from '../../routes';
import { useServices } from '../../services';

const ManageCountDialog = lazy(async () => ({
  default: (await loadWhenOnline(() => import('../../parts/ManageCountDialog'))).ManageCountDialog,
}));

const useStyles = makeStyles({
  reason: {
    margin: 0,
    maxWidth: '280px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface RowMenuProps {
  readonly product: Product;
  /** The person may assign licenses of this product. */
  readonly canAssign: boolean;
  /** The button that opens the menu. */
  readonly children: ReactElement;
}

/** Menu of a product in the list. Opens as soon as it's loaded. */
export function RowMenu({ product, canAssign, children }: RowMenuProps) {
  const { product: words, classify, common } = useMessages();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<'rename' | 'manage'>();
  const onHide = useFocusAfterHiding(product.isHidden);
  const share = useShare(product);
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Menu
        defaultOpen
        positioning="below-end"
        mountNode={document.querySelector<HTMLElement>('main')}
        onOpenChange={share.reset}
      >
        <MenuTrigger disableButtonEnhancement>{children}</MenuTrigger>
        <MenuPopover>
          <MenuList>
            {canAssign && (
              <MenuItem onClick={() => navigate(routes.assign(product.key))}>{words.assign}</MenuItem>
            )}
            {product.owned?.isUserScoped && (
              <MenuItem onClick={() => navigate(routes.product(product.key))}>{words.seeHolders}</MenuItem>
            )}
            <MenuItem persistOnClick onClick={share.start}>
              <span role="status">{share.isDone ? words.linkShared : classify.copyLink}</span>
            </MenuItem>
            <MenuItem onClick={() => setOpen('manage')}>{words.manageCount}</MenuItem>
            <ClassificationItems product={product} onHide={onHide} />
            <MenuItem onClick={() => setOpen('rename')}>{classify.rename}</MenuItem>
          </MenuList>
          {share.error !== undefined && <ErrorNotice error={share.error} />}
        </MenuPopover>
      </Menu>
      {open === 'rename' && <RenameDialog product={product} onClose={close} />}
      {open === 'manage' && (
        <Suspense fallback={<Loading rows={0} what={common.waits.dialog} />}>
          <ManageCountDialog product={product} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

interface ClassificationItemsProps {
  readonly product: Product;
  /** Called before the product is hidden. */
  readonly onHide: () => void;
}

/** Items that classify a product that isn't in the catalog, or show a hidden one again, and why it is asked. */
function ClassificationItems({ product, onHide }: ClassificationItemsProps) {
  const styles = useStyles();
  const { classify } = useMessages();
  const { choices } = useServices();
  const { classification, isHidden, key } = product;
  if (classification.because === 'catalogue' && !isHidden) return null;
  const isDecided = classification.because === 'admin-choice' || isHidden;
  const hide = (): void => {
    onHide();
    choices.write(key, 'hidden');
  };
  return (
    <>
      <MenuDivider />
      <p className={styles.reason}>{classify.because[classification.because]}</p>
      <p className={styles.reason}>{classify.kept}</p>
      {(!isDecided || isHidden) && (
        <MenuItem onClick={() => choices.write(key, 'isv')}>{classify.treatAsIsv}</MenuItem>
      )}
      {!isHidden && <MenuItem onClick={hide}>{classify.hide}</MenuItem>}
      {isDecided && <MenuItem onClick={() => choices.write(key, undefined)}>{classify.undoChoice}</MenuItem>}
    </>
  );
}

/** Returns what to call before a product is hidden, so that the focus goes to the heading if its row goes. */
function useFocusAfterHiding(isHidden: boolean): () => void {
  const isHiding = useRef(false);
  useEffect(() => {
    // The row stayed.
    if (isHidden) isHiding.current = false;
  }, [isHidden]);
  useEffect(
    () => () => {
      if (isHiding.current) document.querySelector<HTMLElement>('main h1')?.focus();
    },
    [],
  );
  return () => {
    isHiding.current = true;
  };
}

function useShare({ key, name }: Product) {
  const services = useServices();
  const [isDone, setIsDone] = useState(false);
  const [error, setError] = useState<unknown>();
  const reset = (): void => {
    setIsDone(false);
    setError(undefined);
  };
  return {
    isDone,
    error,
    reset,
    start: () => {
      reset();
      services.shareLink(routes.product(key), name).then(() => setIsDone(true), setError);
    },
  };
}
