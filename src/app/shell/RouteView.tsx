import { lazy } from 'react';
import type { ReactNode } from 'react';
import type { TabSettings } from '../../host/types';
import { LateMessagesContext } from '../../ui/messages/LateMessagesContext';
import type { LicensesPageProps } from '../../ui/pages/licenses/LicensesPage';
import { ErrorNotice } from '../../ui/parts/ErrorNotice';
import { useServices } from '../../ui/services';
import { ConfigureRoute } from './ConfigureRoute';
import { AllMessages } from '../deferred/MessagesBoundary';
import { pageParts } from '../lazyPages';
import { ProductRoute } from './ProductRoute';
import type { Place } from '../parseRoute';
import { importPart } from '../deferred/importChunk';

const LimitedAccess = lazy(async () => ({
  default: (await importPart(() => import('./LimitedAccess'))).LimitedAccess,
}));
const NotFound = lazy(async () => ({ default: (await importPart(() => import('./NotFound'))).NotFound }));

const withAllMessages = (children: ReactNode): ReactNode => <AllMessages>{children}</AllMessages>;

/** A place, and what the pages there are given. */
interface PlacePageProps extends LicensesPageProps {
  readonly place: Exclude<Place, { kind: 'start' }>;
  /** The roles are still read. */
  readonly isWaiting: boolean;
  readonly settings: TabSettings | undefined;
}

/** The page of a place; where no role is known, as far as Graph lets it be read. Licenses alone makes do with the words of the start. */
export function PlacePage({ place, isWaiting, settings, view, onView }: PlacePageProps) {
  const { me, catalogueError } = useServices();
  const isLimited = !isWaiting && (me.access === 'own-apps' || me.access === 'unverified');
  const page =
    place.kind === 'licenses' ? (
      <>
        {catalogueError && <ErrorNotice error={catalogueError} />}
        <LateMessagesContext value={withAllMessages}>
          <pageParts.LicensesPage view={view} onView={onView} />
        </LateMessagesContext>
      </>
    ) : (
      <AllMessages>
        <OtherPage place={place} settings={settings} />
      </AllMessages>
    );
  const isOfOrganization = ['licenses', 'product', 'jobs'].includes(place.kind);
  return isLimited && isOfOrganization ? <LimitedAccess>{page}</LimitedAccess> : page;
}

interface OtherPageProps {
  readonly place: Exclude<Place, { kind: 'start' | 'licenses' }>;
  readonly settings: TabSettings | undefined;
}

function OtherPage({ place, settings }: OtherPageProps) {
  switch (place.kind) {
    case 'product':
      return <ProductRoute productKey={place.key} view={place.view} />;
    case 'jobs':
      return <pageParts.JobsRoute jobId={place.id} />;
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
