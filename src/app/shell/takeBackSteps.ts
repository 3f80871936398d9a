import type { Host } from '../../host/types';
import { topBackStep } from '../../ui/parts/useBackStep';
import { routes } from '../../ui/routes';
import { currentRoute, goBack, interceptSteps, navigate } from './browserHistory';
import { parseRoute } from '../parseRoute';

/**
 * Has the Back of the host and of the browser go one step: out of a dialog or pane, then to where the person came from, then
 * to the page that a deep link's page belongs to. Where nothing is left the host goes back itself. Returns the function
 * that ends it.
 */
export function takeBackSteps(host: Pick<Host, 'onBack'>): () => void {
  const stopHost = host.onBack(() => {
    const top = topBackStep();
    if (top) top.close();
    const owner = top ? undefined : ownerOf(currentRoute());
    if (top || goBack()) return true;
    if (owner === undefined) return false;
    navigate(owner, { replace: true });
    return true;
  });
  const stopBrowser = interceptSteps((isBack) => {
    const top = topBackStep();
    if (!isBack || !top || top.hasRoute) return false;
    top.close();
    return true;
  });
  return () => {
    stopHost();
    stopBrowser();
  };
}

/** The page that another one belongs to; undefined for those that stand by themselves. */
function ownerOf(address: string): string | undefined {
  const route = parseRoute(address);
  if (route.kind === 'product') {
    const isOverlay = route.view === 'assign' || route.view === 'install';
    return isOverlay ? routes.product(route.key) : routes.licenses;
  }
  if (route.kind === 'jobs') return route.id === undefined ? undefined : routes.jobs;
  return route.kind === 'my-apps' && route.installing !== undefined ? routes.myApps : undefined;
}
