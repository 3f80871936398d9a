import { lazy } from 'react';
import { useLocation } from 'wouter';
import type { ProductKey } from '../licensing/keys';
import { MyAppsPage } from '../ui/pages/my-apps/MyAppsPage';
import { routes } from '../ui/routes';
import { Overlay } from './Overlay';

const InstallDialog = lazy(async () => ({
  default: (await import('../ui/pages/install/InstallDialog')).InstallDialog,
}));

/** My apps, with the install dialog on top where `installing` names a product. */
export function MyAppsRoute({ installing }: { readonly installing: ProductKey | undefined }) {
  const [, navigate] = useLocation();
  return (
    <>
      <MyAppsPage />
      {installing !== undefined && (
        <Overlay>
          <InstallDialog productKey={installing} onClose={() => navigate(routes.myApps)} />
        </Overlay>
      )}
    </>
  );
}
