import { importLateServices } from './late/importLateServices';
import { pageParts } from './pageParts';
import { readPlace } from './readPlace';

/**
 * Fetches the code of the page that a route leads to, while nobody is signed in yet. Whatever fails is fetched again
 * when it is drawn.
 */
export function preloadPlace(route: string): void {
  for (const loading of loadsOf(route)) loading.catch(() => undefined);
}

function loadsOf(route: string): readonly Promise<unknown>[] {
  switch (readPlace(route).kind) {
    case 'start':
    case 'licenses':
      return [pageParts.LicensesPage.preload()];
    case 'product':
      return [pageParts.ProductPage.preload(), importLateServices()];
    case 'jobs':
      return [pageParts.JobsRoute.preload()];
    case 'my-apps':
      return [pageParts.MyAppsRoute.preload(), importLateServices()];
    default:
      return [];
  }
}
