import type { ReactNode } from 'react';
import type { CriticalMessages } from '../ui/messages/types';
import {
  jobsCodec,
  myAppsCodec,
  pageCodec,
  parseSegments,
  peopleCodec,
  productCodec,
  routes,
} from '../ui/routes';
import type { RouteCodec } from '../ui/routes';
import type { LoadingVariant } from '../ui/parts/Loading';
import { importDeferredServices } from './deferred/importDeferredServices';
import { lazyWithPreload, type LazyComponent } from './deferred/lazyWithPreload';
import { messageCache } from './deferred/messageCache';
import type { PageContext, PageProps } from './shell/pageProps';

/** A page of the app: its address, its code, and the conditions under which it opens. */
interface RouteDefinition<Kind extends string, Params extends object> {
  readonly kind: Kind;
  readonly codec: RouteCodec<Params>;
  /** Fetched when it is drawn, or before by {@link preloadRoute}. */
  readonly Page: LazyComponent<Params & PageProps>;
  /**
   * `organization` is for administrators: a person without a role that this app can see gets as much of it as Graph lets
   * them read. Default is `everyone`.
   */
  readonly access?: 'everyone' | 'organization';
  /** Waits until the roles of the person are read. Default is false. */
  readonly needsRoles?: boolean;
  /** Outline of the page while it is loading. Default is `table`. */
  readonly loading?: LoadingVariant;
  /** Uses services or messages that are loaded after the start. Default is true. */
  readonly needsDeferred?: boolean;
  /** Entry of the navigation that leads to the page; default none. */
  readonly navigation?: NavigationEntry & { readonly to: Params };
  /** Kind whose navigation entry is the current one while this page is open. Default is its own. */
  readonly section?: 'licenses';
  /** Returns what tells two pages of this kind apart; a change of other parameters keeps the page. Default is nothing. */
  readonly pageKey?: (params: Params) => string;
  /** Returns the route that Back leads to after a deep link; default none. */
  readonly parent?: (params: Params) => string | undefined;
}

/** Entry of the navigation. */
interface NavigationEntry {
  readonly text: (messages: CriticalMessages) => string;
  /** Stands at the other end. Default is false. */
  readonly isAtEnd?: boolean;
}

/** An address, matched to its page. */
export interface RouteMatch<Kind extends string = string> {
  readonly kind: Kind;
  readonly params: object;
  readonly access: 'everyone' | 'organization';
  readonly needsRoles: boolean;
  readonly needsDeferred: boolean;
  readonly loading: LoadingVariant;
  readonly navigation: NavigationEntry | undefined;
  readonly section: string;
  /** Changes when another page is shown. */
  readonly pageKey: string;
  readonly parent: string | undefined;
  /** Fetches the code of the page. */
  readonly preload: () => Promise<void>;
  render(context: PageContext): ReactNode;
}

function defineRoute<Kind extends string, Params extends object>(definition: RouteDefinition<Kind, Params>) {
  const { kind, codec, Page, access = 'everyone', needsRoles = false, needsDeferred = true } = definition;
  const { navigation, section = kind, loading = 'table', pageKey, parent } = definition;
  const open = (params: Params): RouteMatch<Kind> => ({
    ...{ kind, params, access, needsRoles, needsDeferred, loading, navigation, section },
    pageKey: `${kind} ${pageKey?.(params) ?? ''}`,
    parent: parent?.(params),
    preload: Page.preload,
    render: (context) => <Page {...params} context={context} />,
  });
  return {
    ...{ kind, open },
    navigation: navigation && { ...navigation, route: codec.format(navigation.to) },
    match: (segments: readonly string[]): RouteMatch<Kind> | undefined => {
      const params = codec.parse(segments);
      return params && open(params);
    },
  };
}

const LicensesRoute = lazyWithPreload(async () => (await import('./shell/LicensesRoute')).LicensesRoute);

/**
 * All pages, in the order of the navigation. To add a page, write it in `src/ui/pages` and give it an entry here; its texts
 * are in `src/ui/messages`.
 */
export const routeTable = [
  // Leads on to Licenses or My apps, depending on the roles.
  defineRoute({
    kind: 'start',
    codec: pageCodec(''),
    Page: LicensesRoute,
    needsRoles: true,
    needsDeferred: false,
    loading: 'start',
  }),
  defineRoute({
    kind: 'licenses',
    codec: pageCodec('licenses'),
    Page: LicensesRoute,
    access: 'organization',
    needsRoles: true,
    needsDeferred: false,
    loading: 'start',
    navigation: { to: {}, text: ({ shell }) => shell.licenses },
  }),
  defineRoute({
    kind: 'product',
    codec: productCodec,
    Page: lazyWithPreload(async () => (await import('./shell/ProductRoute')).ProductRoute),
    access: 'organization',
    needsRoles: true,
    loading: 'product',
    section: 'licenses',
    pageKey: ({ productKey }) => productKey,
    parent: ({ productKey, view }) =>
      view === 'assign' || view === 'install' ? routes.product(productKey) : routes.licenses,
  }),
  defineRoute({
    kind: 'issues',
    codec: pageCodec('issues'),
    Page: lazyWithPreload(async () => (await import('../ui/pages/issues/IssuesPage')).IssuesPage),
    access: 'organization',
    needsRoles: true,
    navigation: { to: {}, text: ({ shell }) => shell.issues },
  }),
  defineRoute({
    kind: 'people',
    codec: peopleCodec,
    Page: lazyWithPreload(async () => (await import('./shell/PeopleRoute')).PeopleRoute),
    access: 'organization',
    needsRoles: true,
    navigation: { to: { personId: undefined }, text: ({ shell }) => shell.people },
    pageKey: ({ personId }) => personId ?? '',
    parent: ({ personId }) => (personId === undefined ? undefined : routes.people),
  }),
  defineRoute({
    kind: 'jobs',
    codec: jobsCodec,
    // Without the engine of the jobs the page has nothing to show, so it waits for both, or fails with either.
    Page: lazyWithPreload(async () => {
      const [{ JobsRoute }] = await Promise.all([import('./shell/JobsRoute'), importDeferredServices()]);
      return JobsRoute;
    }),
    access: 'organization',
    navigation: { to: { jobId: undefined }, text: ({ shell }) => shell.jobs },
    pageKey: ({ jobId }) => jobId ?? '',
    parent: ({ jobId }) => (jobId === undefined ? undefined : routes.jobs),
  }),
  defineRoute({
    kind: 'my-apps',
    codec: myAppsCodec,
    Page: lazyWithPreload(async () => (await import('./shell/MyAppsRoute')).MyAppsRoute),
    needsRoles: true,
    loading: 'cards',
    navigation: { to: { installing: undefined }, text: ({ shell }) => shell.myApps },
    parent: ({ installing }) => (installing === undefined ? undefined : routes.myApps),
  }),
  defineRoute({
    kind: 'configure',
    codec: pageCodec('configure'),
    Page: lazyWithPreload(async () => (await import('./shell/ConfigureRoute')).ConfigureRoute),
    needsRoles: true,
    loading: 'form',
  }),
  defineRoute({
    kind: 'about',
    codec: pageCodec('about'),
    Page: lazyWithPreload(async () => (await import('../ui/pages/about/AboutPage')).AboutPage),
    navigation: { to: {}, text: ({ shell }) => shell.about, isAtEnd: true },
  }),
] as const;

const notFound = defineRoute({
  kind: 'not-found',
  codec: pageCodec('not-found'),
  Page: lazyWithPreload(async () => (await import('./shell/NotFound')).NotFound),
});

type RouteKind = (typeof routeTable)[number]['kind'] | 'not-found';

/** Matches a route such as `/products/<key>/groups` to its page. */
export function parseRoute(route: string): RouteMatch<RouteKind> {
  const segments = parseSegments(route);
  for (const { match } of routeTable) {
    const found = match(segments);
    if (found) return found;
  }
  return notFound.open({});
}

/**
 * Fetches the code of the page that a route leads to, and its messages in the language of a BCP 47 tag, while the person
 * isn't signed in yet. What fails is fetched again when the page is drawn.
 */
export function preloadRoute(route: string, locale: string): void {
  const { preload, needsDeferred } = parseRoute(route);
  const loads = needsDeferred
    ? [preload(), importDeferredServices(), messageCache.prefetch(locale)]
    : [preload()];
  for (const load of loads) load.catch(() => undefined);
}
