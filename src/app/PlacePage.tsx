import { lazy } from 'react';
import type { ReactNode } from 'react';
import type { TabSettings } from '../host/types';
import { LateMessagesContext } from '../ui/messages/LateMessagesContext';
import type { LicensesPageProps } from '../ui/pages/licenses/LicensesPage';
import { useServices } from '../ui/services';
import { ConfigureRoute } from './ConfigureRoute';
import { AllMessages } from './late/AllMessages';
import { pageParts } from './pageParts';
import { ProductRoute } from './ProductRoute';
import type { Place } from './readPlace';

const OffLimits = lazy(async () => ({ default: (await import('./OffLimits')).OffLimits }));
const NotFound = lazy(async () => ({ default: (await import('./NotFound')).NotFound }));

const withAllMessages = (children: ReactNode): ReactNode => <AllMessages>{children}</AllMessages>;

/** A place, and what the pages there are given. */
interface PlacePageProps extends LicensesPageProps {
  readonly place: Exclude<Place, { kind: 'start' }>;
  readonly settings: TabSettings | undefined;
}

/** The page of a place; people without a role have only their own apps. Licenses alone makes do with the words of the start. */
export function PlacePage({ place, settings, view, onView }: PlacePageProps) {
  const { me } = useServices();
  const isOwnAppsOnly = me.access === 'own-apps';
  if (place.kind === 'licenses')
    return isOwnAppsOnly ? (
      <OffLimits />
    ) : (
      <LateMessagesContext value={withAllMessages}>
        <pageParts.LicensesPage view={view} onView={onView} />
      </LateMessagesContext>
    );
  return (
    <AllMessages>
      <OtherPage place={place} settings={settings} isOwnAppsOnly={isOwnAppsOnly} />
    </AllMessages>
  );
}

interface OtherPageProps {
  readonly place: Exclude<Place, { kind: 'start' | 'licenses' }>;
  readonly settings: TabSettings | undefined;
  readonly isOwnAppsOnly: boolean;
}

function OtherPage({ place, settings, isOwnAppsOnly }: OtherPageProps) {
  switch (place.kind) {
    case 'product':
      return isOwnAppsOnly ? <OffLimits /> : <ProductRoute productKey={place.key} view={place.view} />;
    case 'jobs':
      return isOwnAppsOnly ? <OffLimits /> : <pageParts.JobsRoute jobId={place.id} />;
    case 'my-apps':
      return <pageParts.MyAppsRoute installing={place.installing} />;
    case 'configure':
      return <ConfigureRoute settings={settings} />;
    case 'about':
      return <pageParts.AboutPage />;
    case 'nowhere':
      return <NotFound />;
  }
}
