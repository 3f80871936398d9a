import { createPart } from './deferred/lazyWithPreload';
import { importLateServices } from './deferred/importDeferredServices';

/** The pages that an address leads to, each fetched on its own. */
export const pageParts = {
  LicensesPage: createPart(async () => (await import('../ui/pages/licenses/LicensesPage')).LicensesPage),
  ProductPage: createPart(async () => (await import('../ui/pages/product/ProductPage')).ProductPage),
  // There is nothing to show of jobs without their engine, so that this page waits for both, or fails with either.
  JobsRoute: createPart(async () => {
    const [{ JobsRoute }] = await Promise.all([import('./shell/JobsRoute'), importLateServices()]);
    return JobsRoute;
  }),
  AboutPage: createPart(async () => (await import('../ui/pages/about/AboutPage')).AboutPage),
  MyAppsRoute: createPart(async () => (await import('./shell/MyAppsRoute')).MyAppsRoute),
};
