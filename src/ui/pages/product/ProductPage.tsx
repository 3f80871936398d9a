import { Button, makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { isOwned } from '../../../licensing/isAssignable';
import type { ProductKey } from '../../../licensing/keys';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { AssignableProduct, Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { issuesIn, wholeView } from '../../parts/HolderGrid/HolderGrid.types';
import { DoorNotice } from '../../parts/DoorNotice';
import { DropHint } from '../../parts/list-import/DropHint';
import { Loading } from '../../parts/Loading';
import { Wall } from '../../parts/Wall';
import { loadWhenOnline } from '../../parts/loadWhenOnline';
import { Notice } from '../../parts/Notice';
import { roomyWindow } from '../../parts/roomyWindow';
import { ProductDifferences } from '../../parts/UpdatesNote';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { useMissingDoor } from '../../queries/useDoors';
import { useFollowGroups } from '../../queries/useGroups';
import { useProducts } from '../../queries/useProducts';
import { useUnlistedProduct } from '../../queries/useUnlistedProduct';
import { hrefOf, routes, type ProductTab } from '../../routes';
import { useServices } from '../../services';
import { canRemove, disabledReasons, isOneWay, isUnlisted } from './disabledReasons';
import { tallPhone, useIsCompact } from './layouts';
import { ManageCountDialog } from '../../parts/ManageCountDialog';
import { ProductCommands } from './ProductCommands';
import { ProductHeader } from './ProductHeader';
import { ProductMenu } from './ProductMenu';
import { moveTargets } from './moveTargets';
import { ProductTabs } from './ProductTabs';
import { useHolderView } from './useHolderView';
import { useShareLink } from './useShareLink';
import { useSelectFromList } from './select-from-list/useSelectFromList';
import { SelectionDialog } from './SelectionDialog';
import { useSelection, type Selection } from './useSelection';

const SelectFromListPane = lazy(async () => ({
  default: (await loadWhenOnline(() => import('./select-from-list/SelectFromListPane'))).SelectFromListPane,
}));

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    // As high as what the frame leaves, so that its list alone scrolls.
    [roomyWindow]: { flexGrow: 1, height: 0, minHeight: '360px' },
    // Room for the bar at the bottom.
    [tallPhone]: {
      paddingBottom: 'var(--grid-foot)',
      '--grid-foot': 'calc(56px + env(safe-area-inset-bottom, 0px))',
    },
  },
});

interface ProductPageProps {
  readonly productKey: ProductKey;
  readonly tab: ProductTab;
  readonly onTabChange: (tab: ProductTab) => void;
  readonly onAssign: () => void;
  readonly onInstall: () => void;
  readonly onBack: () => void;
}

/** The page of one product: its users, its groups, and actions. */
export function ProductPage(props: ProductPageProps): ReactNode {
  const { product: words, common } = useMessages();
  const { products, error, refresh } = useProducts();
  const listed = products?.find(({ key }) => key === props.productKey);
  const unlisted = useUnlistedProduct(props.productKey, products !== undefined && !listed);
  const product = listed ?? unlisted.product;
  // It may be one of cloud licensing, which can't be read now.
  const isHidden = useMissingDoor() !== undefined;
  if (products && product) return <LoadedPage {...props} {...{ product, products }} />;
  if (products && !unlisted.isReading && isHidden) {
    return (
      <Wall title={words.notFoundTitle} text={words.notFoundInDoor}>
        <DoorNotice />
      </Wall>
    );
  }
  if (products && unlisted.error) return <ErrorNotice error={unlisted.error} onRetry={unlisted.retry} />;
  if (products && !unlisted.isReading) {
    return (
      <Wall title={words.notFoundTitle} text={words.notFoundBody}>
        <Button as="a" appearance="primary" href={hrefOf(routes.licenses)}>
          {words.seeAllLicenses}
        </Button>
      </Wall>
    );
  }
  return error ? (
    <ErrorNotice error={error} onRetry={refresh} />
  ) : (
    <Loading variant="product" isPage what={common.waits.products} early={common.stillConnecting} />
  );
}

interface LoadedPageProps extends ProductPageProps {
  readonly product: Product;
  readonly products: readonly Product[];
}

function LoadedPage(props: LoadedPageProps): ReactNode {
  const { product, products, tab, onTabChange, onAssign, onInstall, onBack } = props;
  const styles = useStyles();
  const messages = useMessages();
  const { me } = useServices();
  const selection = useSelection();
  const [view, setView] = useHolderView();
  const [dialog, setDialog] = useState<PageDialogProps['dialog']>();
  const share = useShareLink(product);
  const isNarrow = useIsNarrow();
  const isCompact = useIsCompact();
  const isReader = evaluatePermission(me, { kind: 'change-licenses' }) !== undefined;
  const mayChangeUsers =
    evaluatePermission(me, { kind: 'change-licenses-of', principal: { kind: 'user' } }) !== 'groups-only';
  const canSelect = product.owned !== undefined && !isReader && canRemove(product);
  const fromList = useSelectFromList(canSelect);
  useFollowGroups(product);
  const targets = useMemo(() => moveTargets(products, product.key), [products, product.key]);
  const reasons = disabledReasons(
    { me, product, selected: selection.selected, hasTargets: targets.length > 0 },
    messages,
  );
  const menu = (
    <ProductMenu
      installReason={reasons.install}
      onInstall={onInstall}
      onCopyLink={share.start}
      onManageCount={isCompact ? () => setDialog('count') : undefined}
    />
  );

  function showIssues(groupId: string): void {
    setView({ ...wholeView, filters: [`${issuesIn}${groupId}`] });
    onTabChange('users');
  }

  return (
    <div className={styles.page}>
      <ProductHeader product={product} onBack={onBack}>
        {isNarrow && menu}
      </ProductHeader>
      <ProductDifferences product={product.key} />
      <AccessNote product={product} />
      {share.error !== undefined && <ErrorNotice error={share.error} />}
      <ProductTabs
        {...{ product, tab, onTabChange, selection, canSelect, mayChangeUsers, view, reasons }}
        onViewChange={setView}
        onShowIssues={showIssues}
        onSelectFromList={canSelect ? fromList.open : undefined}
        onUnassign={() => setDialog('unassign')}
        onMove={() => setDialog('move')}
        onChangeApps={() => setDialog('apps')}
        onMigrate={() => setDialog('migrate')}
        note={share.isDone ? messages.product.linkShared : undefined}
      >
        {(!isNarrow || reasons.assign === undefined) && (
          <ProductCommands
            canAssign={reasons.assign === undefined}
            onAssign={onAssign}
            onManageCount={isCompact ? undefined : () => setDialog('count')}
          >
            {!isNarrow && menu}
          </ProductCommands>
        )}
      </ProductTabs>
      {fromList.isFileOver && <DropHint>{messages.fromList.dropHere}</DropHint>}
      {fromList.wasOpened && (
        <Suspense>
          <SelectFromListPane
            key={product.key}
            {...{ product, selection, fromList }}
            onSelected={() => tab === 'about' && onTabChange('users')}
          />
        </Suspense>
      )}
      <PageDialog {...{ dialog, product, targets, selection }} onClose={() => setDialog(undefined)} />
    </div>
  );
}

interface PageDialogProps {
  /** Undefined for none. */
  readonly dialog: 'unassign' | 'move' | 'apps' | 'migrate' | 'count' | undefined;
  readonly product: Product;
  readonly targets: readonly AssignableProduct[];
  readonly selection: Selection;
  readonly onClose: () => void;
}

/** The dialog that is open. One that has started a job clears the selection. */
function PageDialog({ dialog, product, targets, selection, onClose }: PageDialogProps): ReactNode {
  if (dialog === 'count') return <ManageCountDialog {...{ product, onClose }} />;
  if (dialog === undefined || !isOwned(product)) return undefined;
  return (
    <SelectionDialog
      {...{ dialog, product, targets }}
      principals={selection.principals()}
      onClose={(hasRun) => {
        onClose();
        if (hasRun) selection.clear();
      }}
    />
  );
}

/** A note on what the person's role or the product doesn't allow, if anything. */
function AccessNote({ product }: { readonly product: Product }): ReactNode {
  const { common, products, product: words } = useMessages();
  const { me } = useServices();
  const denial = evaluatePermission(me, { kind: 'change-licenses-of', principal: { kind: 'user' } });
  const notes = [
    ...(product.coverage.kind === 'assignable' ? [] : [products.coverage[product.coverage.because]]),
    ...(isOneWay(product) && denial !== 'read-only'
      ? [isUnlisted(product) ? words.removableIfAllowed : words.stillRemovable]
      : []),
    ...(product.owned?.isIncomplete ? [words.isIncomplete] : []),
    ...(denial === 'read-only' ? [common.readerMayNot] : []),
    ...(denial === 'groups-only' ? [common.groupsOnly] : []),
  ];
  if (notes.length === 0) return undefined;
  return <Notice intent="info">{notes.join(' ')}</Notice>;
}
