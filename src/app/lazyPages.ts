import { lazyWithPreload } from './deferred/lazyWithPreload';
import { importDeferredServices } from './deferred/importDeferredServices';

/** The pages that an address leads to, each fetched on its own. */
export const lazyPages = {
  LicensesPage: lazyWithPreload(async () => (await import('../ui/pages/licenses/LicensesPage')).LicensesPage),
  ProductPage: lazyWithPreload(async () => (await import('../ui/pages/product/ProductPage')).ProductPage),
  // There is nothing to show of jobs without their engine, so that this page waits for both, or fails with either.
  JobsRoute: lazyWithPreload(async () => {
    const [{ JobsRoute }] = await Promise.all([import('./shell/JobsRoute'), importDeferredServices()]);
    return JobsRoute;
  }),
  AboutPage: lazyWithPreload(async () => (await import('../ui/pages/about/AboutPage')).AboutPage),
  MyAppsRoute: lazyWithPreload(async () => (await import('./shell/MyAppsRoute')).MyAppsRoute),
};
