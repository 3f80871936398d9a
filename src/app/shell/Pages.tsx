import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { Host } from '../../host/types';
import { evaluatePermission } from '../../licensing/policy/evaluatePermission';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { AddressQueryContext } from '../../ui/addressQuery';
import { ErrorNotice } from '../../ui/parts/ErrorNotice';
import { Loading } from '../../ui/parts/Loading';
import { PageHeader } from '../../ui/parts/PageHeader';
import { queryOf, viewOf } from '../../ui/pages/licenses/licensesView';
import { useJobList } from '../../ui/queries/useJobList';
import { hrefOf, routes } from '../../ui/routes';
import { useServices } from '../../ui/services';
import { changeQuery, readQuery, writeQuery } from './browserHistory';
import { ErrorBoundary } from './ErrorBoundary';
import { MessagesBoundary } from '../deferred/MessagesBoundary';
import { importChunk } from '../deferred/importChunk';
import type { PendingRoles } from '../services/createServices';
import { DeferredLoader } from '../deferred/DeferredLoader';
import { PageFrame } from './PageFrame';
import { RouteView } from './RouteView';
import { parseRoute } from '../parseRoute';
import type { Route } from '../parseRoute';
import { Shell } from './Shell';
import type { NavEntry } from './Shell';

const JobsBar = lazy(async () => ({
  default: (await importChunk(() => import('../../ui/pages/jobs/JobsBar'))).JobsBar,
}));

/** What the pages are given besides their services. */
interface PagesProps {
  /** Its `settings` are set where the app is open to be set up as a tab. */
  readonly host: Pick<Host, 'settings' | 'onBack'>;
  /** Fetches the services that no start needs. */
  readonly loadDeferred: () => void;
  /** Present while the roles are still read. */
  readonly waiting: PendingRoles | undefined;
  /** Reads them again where that failed. */
  readonly onRetry: () => void;
}

/** Chooses the page by the route, inside the frame that all share. */
export function Pages({ host, loadDeferred, waiting, onRetry }: PagesProps) {
  const { settings } = host;
  const { me } = useServices();
  const { shell } = useCriticalMessages();
  const list = useJobList();
  const [location] = useLocation();
  const route = parseRoute(location);
  const hasNavigated = useHasNavigated(frameKey(route));
  const address = useMemo(() => ({ query: readQuery(location), change: changeQuery }), [location]);
  // Kept here so that the list looks as it was left when a person comes back to it.
  const [search, setSearch] = useState('');
  const [listQuery, setListQuery] = useState('');
  const [jobsMark, setJobsMark] = useState<NavEntry['mark']>();
  const [isPageShown, setIsPageThere] = useState(false);
  const onShown = useCallback(() => setIsPageThere(true), []);
  const ownQuery = writeQuery(address.query);
  if (route.kind === 'licenses' && ownQuery !== listQuery) setListQuery(ownQuery);
  const isOwnAppsOnly = me.access === 'own-apps';
  if (route.kind === 'start' && !waiting)
    return <Redirect to={isOwnAppsOnly ? routes.myApps : routes.licenses} replace />;
  const canManageJobs = waiting !== undefined || !evaluatePermission(me, { kind: 'change-licenses' });
  const isLicenses = route.kind === 'licenses' || route.kind === 'product';
  // Only who goes to the pages of the organization finds the ways between them.
  const hasNavigation =
    waiting !== undefined || !isOwnAppsOnly || (!me.user.isGuest && (isLicenses || route.kind === 'jobs'));
  const open = route.kind === 'jobs' ? (route.id ?? 'jobs') : undefined;
  const entries = [
    { href: hrefOf(routes.licenses + listQuery), text: shell.licenses, isCurrent: isLicenses },
    {
      href: hrefOf(routes.jobs),
      text: shell.jobs,
      isCurrent: route.kind === 'jobs',
      mark: jobsMark,
    },
    { href: hrefOf(routes.myApps), text: shell.myApps, isCurrent: route.kind === 'my-apps' },
    { href: hrefOf(routes.about), text: shell.about, isCurrent: route.kind === 'about', isAtEnd: true },
  ];
  return (
    <Shell entries={hasNavigation && !settings ? entries : []}>
      {/* The list is empty until the jobs are loaded, after the start. */}
      {canManageJobs && !settings && list.length > 0 && (
        <ErrorBoundary>
          <Suspense>
            <MessagesBoundary>
              <JobsBar {...{ list, open }} isStart={route.kind === 'licenses'} onMark={setJobsMark} />
            </MessagesBoundary>
          </Suspense>
        </ErrorBoundary>
      )}
      <PageFrame key={frameKey(route)} autoFocus={hasNavigated} onShown={onShown}>
        {route.kind === 'jobs' && <RolesFailure {...{ waiting, onRetry }} />}
        <AddressQueryContext value={address}>
          {route.kind === 'start' || (waiting && roleKinds.has(route.kind)) ? (
            <WaitingPage
              title={route.kind === 'my-apps' ? shell.myApps : shell.licenses}
              {...{ waiting, onRetry }}
            />
          ) : (
            <RouteView
              route={route}
              isWaiting={waiting !== undefined}
              settings={settings}
              view={{ search, ...viewOf(address.query) }}
              onView={(view) => {
                setSearch(view.search);
                changeQuery(queryOf(view));
              }}
            />
          )}
        </AddressQueryContext>
      </PageFrame>
      <DeferredLoader
        host={host}
        isPageShown={isPageShown && !waiting}
        needsDeferred={route.kind !== 'licenses' && route.kind !== 'start'}
        loadDeferred={loadDeferred}
      />
    </Shell>
  );
}

/** Pages that need the roles; jobs are listed from what this browser keeps. */
const roleKinds: ReadonlySet<Route['kind']> = new Set(['licenses', 'product', 'my-apps', 'configure']);

interface WaitingPageProps extends Pick<PagesProps, 'waiting' | 'onRetry'> {
  readonly title: string;
}

/** Stands in place of a page that needs the roles. */
function WaitingPage({ title, waiting, onRetry }: WaitingPageProps) {
  const { common } = useCriticalMessages();
  return (
    <>
      <PageHeader title={title} />
      {waiting?.error ? (
        <ErrorNotice error={waiting.error} onRetry={onRetry} />
      ) : (
        <Loading rows={8} what={common.waits.roles} since={waiting?.since} />
      )}
    </>
  );
}

/** Says on Jobs, which are shown without the roles, why none goes on, and reads the roles again. */
function RolesFailure({ waiting, onRetry }: Pick<PagesProps, 'waiting' | 'onRetry'>) {
  return waiting?.error && <ErrorNotice error={waiting.error} onRetry={onRetry} />;
}

/** What opens on top of a page, and the tabs within one, leave the page as it is. */
function frameKey(route: Route): string {
  if (route.kind === 'product') return `product ${route.key}`;
  return route.kind === 'jobs' ? `jobs ${route.id}` : route.kind;
}

/** Whether the page changed since the start, leaving out the redirect of an empty route. */
function useHasNavigated(page: string): boolean {
  const [hasNavigated, setHasMoved] = useState(false);
  const first = useRef<string>(undefined);
  useEffect(() => {
    if (page === 'start') return;
    first.current ??= page;
    if (page !== first.current) setHasMoved(true);
  }, [page]);
  return hasNavigated;
}
