import type { HostContext } from '../../host/types';
import { hrefOf, routes } from '../../ui/routes';

/** Returns the hash at which the host opens the app; undefined if the app's own address decides. */
export function getDeepLink({ frameContext, subPageId }: HostContext): string | undefined {
  if (frameContext === 'settings') return hrefOf(routes.configure);
  const route = subPageId.replace(/^[#/]+/, '');
  return route === '' ? undefined : hrefOf(`/${route}`);
}
