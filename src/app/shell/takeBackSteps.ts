import type { Host } from '../../host/types';
import { topBackStep } from '../../ui/parts/useBackStep';
import { currentRoute, goBack, interceptSteps, navigate } from './browserHistory';
import { parseRoute } from '../routes';

/**
 * Has the Back of the host and of the browser go one step: out of a dialog or pane, then to where the person came from, then
 * to the page that a deep link's page belongs to. Where nothing is left the host goes back itself. Returns the function
 * that ends it.
 */
export function takeBackSteps(host: Pick<Host, 'onBack'>): () => void {
  const stopHost = host.onBack(() => {
    const top = topBackStep();
    if (top) top.close();
    const { parent } = parseRoute(currentRoute());
    if (top || goBack()) return true;
    if (parent === undefined) return false;
    navigate(parent, { replace: true });
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
