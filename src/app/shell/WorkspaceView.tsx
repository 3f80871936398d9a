import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Redirect, Router, useLocation } from 'wouter';
import type { Host } from '../../host/types';
import { evaluatePermission } from '../../licensing/policy/evaluatePermission';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { AddressQueryContext } from '../../ui/addressQuery';
import { ErrorNotice } from '../../ui/parts/ErrorNotice';
import { Loading } from '../../ui/parts/Loading';
import { HiddenTitle, PageHeader } from '../../ui/parts/PageHeader';
import { queryOf, viewOf } from '../../ui/pages/licenses/licensesView';
import { useJobList } from '../../ui/queries/useJobList';
import {
  formatQuery,
  hrefOf,
  jobsCodec,
  parseQuery,
  parseSegments,
  routes,
  type Query,
} from '../../ui/routes';
import { ServicesContext, useServices } from '../../ui/services';
import { DeferredLoader } from '../deferred/DeferredLoader';
import { importChunk } from '../deferred/importChunk';
import { MessagesBoundary } from '../deferred/MessagesBoundary';
import { parseRoute, routeTable, type RouteMatch } from '../routes';
import type { PageContext } from './pageProps';
import type { AppServices, PendingRoles } from '../services/createServices';
import { changeQuery, useAddress } from './browserHistory';
import { ErrorBoundary } from './ErrorBoundary';
import { PageFrame, useHasNavigated } from './PageFrame';
import { Shell, type NavEntry } from './Shell';

const JobsBar = lazy(async () => ({
  default: (await importChunk(() => import('../../ui/pages/jobs/JobsBar'))).JobsBar,
}));
type CountComponent = (props: { readonly onBadgeChange: (mark: NavEntry['mark']) => void }) => ReactNode;
const IssuesCount = lazy<CountComponent>(async () => ({
  // Without its code there is no number, and all else works.
  default: await import('../../ui/pages/issues/IssuesCount').then(
    (loaded) => loaded.IssuesCount,
    () => () => undefined,
  ),
}));
const LimitedAccess = lazy(async () => ({
  default: (await importChunk(() => import('./LimitedAccess'))).LimitedAccess,
}));

interface WorkspaceViewProps {
  readonly appServices: AppServices;
  readonly host: Host;
  /** Reads the roles again after that failed. */
  readonly onRetry: () => void;
}

/** Provides the pages with their services and draws them. */
export function WorkspaceView({ appServices, host, onRetry }: WorkspaceViewProps) {
  const { queryClient, loadDeferred, pendingRoles } = appServices;
  return (
    <QueryClientProvider client={queryClient}>
      <ServicesContext value={appServices.services}>
        <Router hook={useAddress}>
          <Pages {...{ host, loadDeferred, pendingRoles, onRetry }} />
        </Router>
      </ServicesContext>
    </QueryClientProvider>
  );
}

interface PagesProps {
  /** Its `settings` are present where the host shows the app to set up a tab. */
  readonly host: Pick<Host, 'settings' | 'onBack'>;
  /** Fetches the services that the start doesn't need. */
  readonly loadDeferred: () => void;
  /** Present until the roles are read. */
  readonly pendingRoles: PendingRoles | undefined;
  /** Reads them again after that failed. */
  readonly onRetry: () => void;
}

/** Draws the page of the route, inside the frame that all pages share. */
function Pages({ host, loadDeferred, pendingRoles, onRetry }: PagesProps) {
  const { settings } = host;
  const { me } = useServices();
  const list = useJobList();
  const [location] = useLocation();
  const route = parseRoute(location);
  const hasNavigated = useHasNavigated(route.kind === 'start' ? undefined : route.pageKey);
  const address = useMemo(() => ({ query: parseQuery(location), change: changeQuery }), [location]);
  const context = usePageContext(settings, address.query);
  const [listQuery, setListQuery] = useState('');
  const [jobsMark, setJobsMark] = useState<NavEntry['mark']>();
  const issuesCount = useIssuesCount(route.kind === 'issues');
  const [isPageShown, setIsPageShown] = useState(false);
  const onShown = useCallback(() => setIsPageShown(true), []);
  const ownQuery = formatQuery(address.query);
  if (route.kind === 'licenses' && ownQuery !== listQuery) setListQuery(ownQuery);
  const isOwnAppsOnly = me.access === 'own-apps';
  if (route.kind === 'start' && !pendingRoles)
    return <Redirect to={isOwnAppsOnly ? routes.myApps : routes.licenses} replace />;
  const canManageJobs = pendingRoles !== undefined || !evaluatePermission(me, { kind: 'change-licenses' });
  // A person with apps of their own alone gets the navigation only on the pages of the organization.
  const hasNavigation =
    pendingRoles !== undefined || !isOwnAppsOnly || (!me.user.isGuest && route.access === 'organization');
  const job = jobsCodec.parse(parseSegments(location));
  return (
    <NavigationShell
      {...{ route, listQuery, jobsMark }}
      issuesMark={issuesCount.mark}
      isHidden={!hasNavigation || settings !== undefined}
    >
      {/* The list is empty until the jobs are loaded, after the start. */}
      {canManageJobs && !settings && list.length > 0 && (
        <ErrorBoundary>
          <Suspense>
            <MessagesBoundary>
              <JobsBar
                list={list}
                open={job && (job.jobId ?? 'jobs')}
                isStart={route.kind === 'licenses'}
                onBadgeChange={setJobsMark}
              />
            </MessagesBoundary>
          </Suspense>
        </ErrorBoundary>
      )}
      <PageFrame
        key={route.pageKey}
        shouldFocusHeading={hasNavigated}
        loading={route.loading}
        onShown={onShown}
      >
        {/* Jobs are shown without the roles, but none of them continues. */}
        {job && pendingRoles?.error && <ErrorNotice error={pendingRoles.error} onRetry={onRetry} />}
        <AddressQueryContext value={address}>
          {pendingRoles && route.needsRoles ? (
            <PendingPage {...{ route, pendingRoles, onRetry }} />
          ) : (
            <RouteView {...{ route, context }} isPending={pendingRoles !== undefined} />
          )}
        </AddressQueryContext>
      </PageFrame>
      <DeferredLoader
        host={host}
        isPageShown={isPageShown && !pendingRoles}
        needsDeferred={route.needsDeferred}
        loadDeferred={loadDeferred}
      >
        {issuesCount.isWanted && me.access !== 'own-apps' && me.access !== 'unverified' && !settings && (
          <IssuesCount onBadgeChange={issuesCount.onBadgeChange} />
        )}
      </DeferredLoader>
    </NavigationShell>
  );
}

/** Keeps the number of people with issues. It is wanted from the first visit of the page on: it takes calls for each product. */
function useIssuesCount(isPageOpen: boolean) {
  const [mark, onBadgeChange] = useState<NavEntry['mark']>();
  const [isWanted, setIsWanted] = useState(isPageOpen);
  if (isPageOpen && !isWanted) setIsWanted(true);
  return { mark, onBadgeChange, isWanted };
}

/** Returns what the pages are given. The search is kept here, so that the list looks the same when the person comes back to it. */
function usePageContext(settings: PageContext['settings'], query: Query): PageContext {
  const [search, setSearch] = useState('');
  return {
    settings,
    licenses: {
      view: { search, ...viewOf(query) },
      onViewChange(view) {
        setSearch(view.search);
        changeQuery(queryOf(view));
      },
    },
  };
}

interface NavigationShellProps {
  readonly route: RouteMatch;
  /** View of the list of products, which its entry leads back to. */
  readonly listQuery: string;
  /** Number of jobs that need attention. */
  readonly jobsMark: NavEntry['mark'];
  /** Number of people with issues. */
  readonly issuesMark: NavEntry['mark'];
  readonly isHidden: boolean;
  readonly children: ReactNode;
}

/** The shell, with the navigation entries of the route table. */
function NavigationShell(props: NavigationShellProps) {
  const { route, listQuery, jobsMark, issuesMark, isHidden, children } = props;
  const messages = useCriticalMessages();
  const entries = routeTable.flatMap(({ kind, navigation }): readonly NavEntry[] =>
    navigation
      ? [
          {
            href: hrefOf(navigation.route + (kind === 'licenses' ? listQuery : '')),
            text: navigation.text(messages),
            isCurrent: route.section === kind,
            isAtEnd: navigation.isAtEnd,
            mark: kind === 'jobs' ? jobsMark : kind === 'issues' ? issuesMark : undefined,
          },
        ]
      : [],
  );
  return <Shell entries={isHidden ? [] : entries}>{children}</Shell>;
}

interface RouteViewProps {
  readonly route: RouteMatch;
  /** The roles are still being read. */
  readonly isPending: boolean;
  readonly context: PageContext;
}

/** The page of a route. Without a known role, a page of the organization shows what Graph lets the person read. */
function RouteView({ route, isPending, context }: RouteViewProps) {
  const { access } = useServices().me;
  const isLimited = !isPending && (access === 'own-apps' || access === 'unverified');
  const page = route.render(context);
  const pageWithMessages = route.needsDeferred ? <MessagesBoundary>{page}</MessagesBoundary> : page;
  return isLimited && route.access === 'organization' ? (
    <LimitedAccess>{pageWithMessages}</LimitedAccess>
  ) : (
    pageWithMessages
  );
}

interface PendingPageProps {
  readonly route: RouteMatch;
  readonly pendingRoles: PendingRoles;
  readonly onRetry: () => void;
}

/** Takes the place of a page that needs the roles while they are read. */
function PendingPage({ route, pendingRoles, onRetry }: PendingPageProps) {
  const messages = useCriticalMessages();
  const { common, shell } = messages;
  const title = route.navigation?.text(messages) ?? shell.licenses;
  if (pendingRoles.error)
    return (
      <>
        <PageHeader title={title} />
        <ErrorNotice error={pendingRoles.error} onRetry={onRetry} />
      </>
    );
  return (
    <>
      <HiddenTitle title={title} />
      <Loading
        variant={route.loading}
        isPage
        what={common.waits.roles}
        since={pendingRoles.since}
        early={common.stillConnecting}
      />
    </>
  );
}
