import { lazy } from 'react';
import type { ReactNode } from 'react';
import type { TabSettings } from '../../host/types';
import { DeferredMessagesContext } from '../../ui/messages/DeferredMessagesContext';
import type { LicensesPageProps } from '../../ui/pages/licenses/LicensesPage';
import { ErrorNotice } from '../../ui/parts/ErrorNotice';
import { useServices } from '../../ui/services';
import { ConfigureRoute } from './ConfigureRoute';
import { MessagesBoundary } from '../deferred/MessagesBoundary';
import { lazyPages } from '../lazyPages';
import { ProductRoute } from './ProductRoute';
import type { Route } from '../parseRoute';
import { importChunk } from '../deferred/importChunk';

const LimitedAccess = lazy(async () => ({
  default: (await importChunk(() => import('./LimitedAccess'))).LimitedAccess,
}));
const NotFound = lazy(async () => ({ default: (await importChunk(() => import('./NotFound'))).NotFound }));

const withAllMessages = (children: ReactNode): ReactNode => <MessagesBoundary>{children}</MessagesBoundary>;

/** A place, and what the pages there are given. */
interface RouteViewProps extends LicensesPageProps {
  readonly route: Exclude<Route, { kind: 'start' }>;
  /** The roles are still read. */
  readonly isWaiting: boolean;
  readonly settings: TabSettings | undefined;
}

/** The page of a place; where no role is known, as far as Graph lets it be read. Licenses alone makes do with the words of the start. */
export function RouteView({ route, isWaiting, settings, view, onView }: RouteViewProps) {
  const { me, catalogueError } = useServices();
  const isLimited = !isWaiting && (me.access === 'own-apps' || me.access === 'unverified');
  const page =
    route.kind === 'licenses' ? (
      <>
        {catalogueError && <ErrorNotice error={catalogueError} />}
        <DeferredMessagesContext value={withAllMessages}>
          <lazyPages.LicensesPage view={view} onView={onView} />
        </DeferredMessagesContext>
      </>
    ) : (
      <MessagesBoundary>
        <OtherPage route={route} settings={settings} />
      </MessagesBoundary>
    );
  const isOfOrganization = ['licenses', 'product', 'jobs'].includes(route.kind);
  return isLimited && isOfOrganization ? <LimitedAccess>{page}</LimitedAccess> : page;
}

interface OtherPageProps {
  readonly route: Exclude<Route, { kind: 'start' | 'licenses' }>;
  readonly settings: TabSettings | undefined;
}

function OtherPage({ route, settings }: OtherPageProps) {
  switch (route.kind) {
    case 'product':
      return <ProductRoute productKey={route.key} view={route.view} />;
    case 'jobs':
      return <lazyPages.JobsRoute jobId={route.id} />;
    case 'my-apps':
      return <lazyPages.MyAppsRoute installing={route.installing} />;
    case 'configure':
      return <ConfigureRoute settings={settings} />;
    case 'about':
      return <lazyPages.AboutPage />;
    case 'not-found':
      return <NotFound />;
  }
}
