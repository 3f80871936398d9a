import { lazy } from 'react';
import type { TabSettings } from '../host/types';
import type { LicensesPageProps } from '../ui/pages/licenses/LicensesPage';
import { useServices } from '../ui/services';
import { ConfigureRoute } from './ConfigureRoute';
import { importLateServices } from './late/importLateServices';
import { NotFound } from './NotFound';
import { OffLimits } from './OffLimits';
import { ProductRoute } from './ProductRoute';
import type { Place } from './readPlace';

const LicensesPage = lazy(async () => ({
  default: (await import('../ui/pages/licenses/LicensesPage')).LicensesPage,
}));
const JobsRoute = lazy(async () => {
  // There is nothing to show of jobs without their engine, so that this page waits for both, or fails with either.
  const [{ JobsRoute: Route }] = await Promise.all([import('./JobsRoute'), importLateServices()]);
  return { default: Route };
});
const MyAppsRoute = lazy(async () => ({ default: (await import('./MyAppsRoute')).MyAppsRoute }));

/** A place, and what the pages there are given. */
export interface PlacePageProps extends LicensesPageProps {
  readonly place: Exclude<Place, { kind: 'start' }>;
  readonly settings: TabSettings | undefined;
}

/** The page of a place; people without a role have only their own apps. */
export function PlacePage({ place, settings, view, onView }: PlacePageProps) {
  const { me } = useServices();
  const isOwnAppsOnly = me.access === 'own-apps';
  switch (place.kind) {
    case 'licenses':
      return isOwnAppsOnly ? <OffLimits /> : <LicensesPage view={view} onView={onView} />;
    case 'product':
      return isOwnAppsOnly ? <OffLimits /> : <ProductRoute productKey={place.key} view={place.view} />;
    case 'jobs':
      return isOwnAppsOnly ? <OffLimits /> : <JobsRoute jobId={place.id} />;
    case 'my-apps':
      return <MyAppsRoute installing={place.installing} />;
    case 'configure':
      return <ConfigureRoute settings={settings} />;
    case 'nowhere':
      return <NotFound />;
  }
}
