import type { HostContext } from '../../host/types';
import { hrefOf, routes } from '../../ui/routes';

/** Where the host wants the app to open, as a hash; undefined leaves it to the app's own address. */
export function getDeepLink({ frameContext, subPageId }: HostContext): string | undefined {
  if (frameContext === 'settings') return hrefOf(routes.configure);
  const route = subPageId.replace(/^[#/]+/, '');
  return route === '' ? undefined : hrefOf(`/${route}`);
}
