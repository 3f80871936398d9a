import { createPart } from './late/createPart';
import { importLateServices } from './late/importLateServices';

/** The pages that an address leads to, each fetched on its own. */
export const pageParts = {
  LicensesPage: createPart(async () => (await import('../ui/pages/licenses/LicensesPage')).LicensesPage),
  ProductPage: createPart(async () => (await import('../ui/pages/product/ProductPage')).ProductPage),
  // There is nothing to show of jobs without their engine, so that this page waits for both, or fails with either.
  JobsRoute: createPart(async () => {
    const [{ JobsRoute }] = await Promise.all([import('./JobsRoute'), importLateServices()]);
    return JobsRoute;
  }),
  AboutPage: createPart(async () => (await import('../ui/pages/about/AboutPage')).AboutPage),
  MyAppsRoute: createPart(async () => (await import('./MyAppsRoute')).MyAppsRoute),
};
