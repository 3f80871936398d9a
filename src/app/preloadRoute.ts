import { importDeferredServices } from './deferred/importDeferredServices';
import { messageCache } from './deferred/messageCache';
import { lazyPages } from './lazyPages';
import { parseRoute } from './parseRoute';

/**
 * Fetches the code of the page that a route leads to, and the words of a BCP 47 tag for it, while nobody is signed in yet.
 * Whatever fails is fetched again when it is drawn.
 */
export function preloadRoute(route: string, locale: string): void {
  for (const loading of loadsOf(route, locale)) loading.catch(() => undefined);
}

function loadsOf(route: string, locale: string): readonly Promise<unknown>[] {
  switch (parseRoute(route).kind) {
    case 'start':
    case 'licenses':
      return [lazyPages.LicensesPage.preload()];
    case 'product':
      return [lazyPages.ProductPage.preload(), importDeferredServices(), messageCache.prefetch(locale)];
    case 'jobs':
      return [lazyPages.JobsRoute.preload(), messageCache.prefetch(locale)];
    case 'my-apps':
      return [lazyPages.MyAppsRoute.preload(), importDeferredServices(), messageCache.prefetch(locale)];
    case 'about':
      return [lazyPages.AboutPage.preload(), importDeferredServices(), messageCache.prefetch(locale)];
    default:
      return [messageCache.prefetch(locale)];
  }
}
