import { Fragment, lazy, useEffect, useState } from 'react';
import { ProductPage } from '../../ui/pages/product/ProductPage';
import { formatQuery, parseQuery, productCodec, routes } from '../../ui/routes';
import type { ProductParams, ProductTab } from '../../ui/routes';
import { currentRoute, goUp, navigate } from './browserHistory';
import { Overlay } from './Overlay';
import { importChunk } from '../deferred/importChunk';

const AssignPane = lazy(async () => ({
  default: (await importChunk(() => import('../../ui/pages/assign/AssignPane'))).AssignPane,
}));
const InstallDialog = lazy(async () => ({
  default: (await importChunk(() => import('../../ui/pages/install/InstallDialog'))).InstallDialog,
}));

/** Joins the product's page with the pane and the dialog that its buttons open. */
export function ProductRoute({ productKey, view }: ProductParams) {
  // A pane or dialog lies on top of the tab that it was opened from.
  const [lastTab, setLastTab] = useState<ProductTab>('users');
  const isOverlay = view === 'assign' || view === 'install';
  const tab = isOverlay ? lastTab : view;
  if (tab !== lastTab) setLastTab(tab);
  // The address keeps the view of the page below while something lies on top of it.
  const query = (): string => formatQuery(parseQuery(currentRoute()));
  const ownRoute = productCodec.format({ productKey, view });
  useEffect(() => {
    // A link may spell the same route in another way or add parameters; the history then holds one spelling.
    const route = ownRoute + formatQuery(parseQuery(currentRoute()));
    if (currentRoute() !== route) navigate(route, { replace: true });
  }, [ownRoute]);
  const showPage = (): void => goUp(routes.product(productKey, tab) + query());
  // A pane that a link in it leads to another product starts again: its dialogs and what they hide are of the one before.
  return (
    <Fragment key={productKey}>
      <ProductPage
        productKey={productKey}
        tab={tab}
        onTabChange={(chosen) => navigate(routes.product(productKey, chosen) + query(), { replace: true })}
        onAssign={() => navigate(routes.assign(productKey) + query())}
        onInstall={() => navigate(routes.productInstall(productKey) + query())}
        onBack={() => goUp(routes.licenses)}
      />
      {view === 'assign' && (
        <Overlay>
          <AssignPane productKey={productKey} onClose={showPage} />
        </Overlay>
      )}
      {view === 'install' && (
        <Overlay>
          <InstallDialog productKey={productKey} onClose={showPage} />
        </Overlay>
      )}
    </Fragment>
  );
}
