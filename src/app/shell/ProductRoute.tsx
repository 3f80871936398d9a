import { lazy, useEffect, useState } from 'react';
import type { ProductKey } from '../../licensing/keys';
import { routes } from '../../ui/routes';
import type { ProductTab } from '../../ui/routes';
import { currentRoute, goUp, navigate, readQuery, writeQuery } from './browserHistory';
import { Overlay } from './Overlay';
import { lazyPages } from '../lazyPages';
import { importChunk } from '../deferred/importChunk';

const AssignPane = lazy(async () => ({
  default: (await importChunk(() => import('../../ui/pages/assign/AssignPane'))).AssignPane,
}));
const InstallDialog = lazy(async () => ({
  default: (await importChunk(() => import('../../ui/pages/install/InstallDialog'))).InstallDialog,
}));

/** A product's page, and what is open on top of it. */
interface ProductRouteProps {
  readonly productKey: ProductKey;
  readonly view: ProductTab | 'assign' | 'install';
}

/** Joins the product's page with the pane and the dialog that its buttons open. */
export function ProductRoute({ productKey, view }: ProductRouteProps) {
  // A pane or dialog lies on top of the tab that it was opened from.
  const [lastTab, setLastTab] = useState<ProductTab>('users');
  const isOverlay = view === 'assign' || view === 'install';
  const tab = isOverlay ? lastTab : view;
  if (tab !== lastTab) setLastTab(tab);
  // How the page below is looked at stays in the address while something lies on top of it.
  const query = (): string => writeQuery(readQuery(currentRoute()));
  const ownRoute = routeOf(productKey, view);
  useEffect(() => {
    // A link may spell the same route in another way; the history then knows it by one name, and what came along goes.
    const route = ownRoute + writeQuery(readQuery(currentRoute()));
    if (currentRoute() !== route) navigate(route, { replace: true });
  }, [ownRoute]);
  const showPage = (): void => goUp(routes.product(productKey, tab) + query());
  return (
    <>
      <lazyPages.ProductPage
        productKey={productKey}
        tab={tab}
        onTab={(chosen) => navigate(routes.product(productKey, chosen) + query(), { replace: true })}
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
    </>
  );
}

function routeOf(productKey: ProductKey, view: ProductRouteProps['view']): string {
  if (view === 'assign') return routes.assign(productKey);
  return view === 'install' ? routes.productInstall(productKey) : routes.product(productKey, view);
}
