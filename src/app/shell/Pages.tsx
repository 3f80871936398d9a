import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { Host } from '../../host/types';
import { evaluatePermission } from '../../licensing/policy/evaluatePermission';
import { useStartMessages } from '../../ui/messages/StartMessagesContext';
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
import { AllMessages } from '../deferred/MessagesBoundary';
import { importPart } from '../deferred/importChunk';
import type { StartWait } from '../services/createServices';
import { LateParts } from '../deferred/DeferredLoader';
import { PageFrame } from './PageFrame';
import { PlacePage } from './RouteView';
import { readPlace } from '../parseRoute';
import type { Place } from '../parseRoute';
import { Shell } from './Shell';
import type { NavEntry } from './Shell';

const JobsBar = lazy(async () => ({
  default: (await importPart(() => import('../../ui/pages/jobs/JobsBar'))).JobsBar,
}));

/** What the pages are given besides their services. */
interface PagesProps {
  /** Its `settings` are set where the app is open to be set up as a tab. */
  readonly host: Pick<Host, 'settings' | 'onBack'>;
  /** Fetches the services that no start needs. */
  readonly loadRest: () => void;
  /** Present while the roles are still read. */
  readonly waiting: StartWait | undefined;
  /** Reads them again where that failed. */
  readonly onRetry: () => void;
}

/** Chooses the page by the route, inside the frame that all share. */
export function Pages({ host, loadRest, waiting, onRetry }: PagesProps) {
  const { settings } = host;
  const { me } = useServices();
  const { shell } = useStartMessages();
  const list = useJobList();
  const [location] = useLocation();
  const place = readPlace(location);
  const hasMoved = useHasMoved(frameKey(place));
  const address = useMemo(() => ({ query: readQuery(location), change: changeQuery }), [location]);
  // Kept here so that the list looks as it was left when a person comes back to it.
  const [search, setSearch] = useState('');
  const [listQuery, setListQuery] = useState('');
  const [jobsMark, setJobsMark] = useState<NavEntry['mark']>();
  const [isPageThere, setIsPageThere] = useState(false);
  const onThere = useCallback(() => setIsPageThere(true), []);
  const ownQuery = writeQuery(address.query);
  if (place.kind === 'licenses' && ownQuery !== listQuery) setListQuery(ownQuery);
  const isOwnAppsOnly = me.access === 'own-apps';
  if (place.kind === 'start' && !waiting)
    return <Redirect to={isOwnAppsOnly ? routes.myApps : routes.licenses} replace />;
  const canSteer = waiting !== undefined || !evaluatePermission(me, { kind: 'change-licenses' });
  const isLicenses = place.kind === 'licenses' || place.kind === 'product';
  // Only who goes to the pages of the organization finds the ways between them.
  const hasNavigation =
    waiting !== undefined || !isOwnAppsOnly || (!me.user.isGuest && (isLicenses || place.kind === 'jobs'));
  const open = place.kind === 'jobs' ? (place.id ?? 'jobs') : undefined;
  const entries = [
    { href: hrefOf(routes.licenses + listQuery), text: shell.licenses, isCurrent: isLicenses },
    {
      href: hrefOf(routes.jobs),
      text: shell.jobs,
      isCurrent: place.kind === 'jobs',
      mark: jobsMark,
    },
    { href: hrefOf(routes.myApps), text: shell.myApps, isCurrent: place.kind === 'my-apps' },
    { href: hrefOf(routes.about), text: shell.about, isCurrent: place.kind === 'about', isAtEnd: true },
  ];
  return (
    <Shell entries={hasNavigation && !settings ? entries : []}>
      {/* The list is empty until the jobs are loaded, after the start. */}
      {canSteer && !settings && list.length > 0 && (
        <ErrorBoundary>
          <Suspense>
            <AllMessages>
              <JobsBar {...{ list, open }} isStart={place.kind === 'licenses'} onMark={setJobsMark} />
            </AllMessages>
          </Suspense>
        </ErrorBoundary>
      )}
      <PageFrame key={frameKey(place)} takesFocus={hasMoved} onThere={onThere}>
        {place.kind === 'jobs' && <RolesFailure {...{ waiting, onRetry }} />}
        <AddressQueryContext value={address}>
          {place.kind === 'start' || (waiting && roleKinds.has(place.kind)) ? (
            <WaitingPage
              title={place.kind === 'my-apps' ? shell.myApps : shell.licenses}
              {...{ waiting, onRetry }}
            />
          ) : (
            <PlacePage
              place={place}
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
      <LateParts
        host={host}
        isPageThere={isPageThere && !waiting}
        needsRest={place.kind !== 'licenses' && place.kind !== 'start'}
        loadRest={loadRest}
      />
    </Shell>
  );
}

/** Pages that need the roles; jobs are listed from what this browser keeps. */
const roleKinds: ReadonlySet<Place['kind']> = new Set(['licenses', 'product', 'my-apps', 'configure']);

interface WaitingPageProps extends Pick<PagesProps, 'waiting' | 'onRetry'> {
  readonly title: string;
}

/** Stands in place of a page that needs the roles. */
function WaitingPage({ title, waiting, onRetry }: WaitingPageProps) {
  const { common } = useStartMessages();
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
function frameKey(place: Place): string {
  if (place.kind === 'product') return `product ${place.key}`;
  return place.kind === 'jobs' ? `jobs ${place.id}` : place.kind;
}

/** Whether the page changed since the start, leaving out the redirect of an empty route. */
function useHasMoved(page: string): boolean {
  const [hasMoved, setHasMoved] = useState(false);
  const first = useRef<string>(undefined);
  useEffect(() => {
    if (page === 'start') return;
    first.current ??= page;
    if (page !== first.current) setHasMoved(true);
  }, [page]);
  return hasMoved;
}
