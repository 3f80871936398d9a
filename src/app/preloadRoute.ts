import { importLateServices } from './deferred/importDeferredServices';
import { wordStore } from './deferred/messageCache';
import { pageParts } from './lazyPages';
import { readPlace } from './parseRoute';

/**
 * Fetches the code of the page that a route leads to, and the words of a BCP 47 tag for it, while nobody is signed in yet.
 * Whatever fails is fetched again when it is drawn.
 */
export function preloadPlace(route: string, locale: string): void {
  for (const loading of loadsOf(route, locale)) loading.catch(() => undefined);
}

function loadsOf(route: string, locale: string): readonly Promise<unknown>[] {
  switch (readPlace(route).kind) {
    case 'start':
    case 'licenses':
      return [pageParts.LicensesPage.preload()];
    case 'product':
      return [pageParts.ProductPage.preload(), importLateServices(), wordStore.fetch(locale)];
    case 'jobs':
      return [pageParts.JobsRoute.preload(), wordStore.fetch(locale)];
    case 'my-apps':
      return [pageParts.MyAppsRoute.preload(), importLateServices(), wordStore.fetch(locale)];
    case 'about':
      return [pageParts.AboutPage.preload(), importLateServices(), wordStore.fetch(locale)];
    default:
      return [wordStore.fetch(locale)];
  }
}
