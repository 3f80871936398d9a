import { parseProductKey, type ProductKey } from '../licensing/keys';

/** The tabs of a product's page. */
export type ProductTab = 'users' | 'groups' | 'issues' | 'about';

const queryNames = ['filter', 'sort', 'groups', 'group', 'product'] as const;

/**
 * Parameters of the query that hold the view of a page. None ever holds a person, a search or a selection; `filter` can hold
 * departments, companies, countries, and ids of groups.
 */
export type QueryName = (typeof queryNames)[number];

/** Texts by parameter; an absent one is not in the address. */
export type Query = Readonly<Partial<Record<QueryName, string>>>;

/** Codec of the addresses of one page: `parse(format(params))` is `params`. */
export interface RouteCodec<Params extends object> {
  /** Reads the segments of a path; undefined if they are another page's. */
  parse(segments: readonly string[]): Params | undefined;
  /** Writes a route, which begins with a slash and has no hash sign. */
  format(params: Params): string;
}

/** Creates the codec of a page without parameters. */
export function pageCodec(name: string): RouteCodec<object> {
  return {
    parse: ([first, ...more]) => (first === name && more.length === 0 ? {} : undefined),
    format: () => formatPath(name),
  };
}

const productViews = ['users', 'groups', 'issues', 'about', 'assign', 'install'] as const;

/** Address of a product's page: one of its tabs, or a pane or dialog on top of it. */
export interface ProductParams {
  readonly productKey: ProductKey;
  readonly view: (typeof productViews)[number];
}

/** `/products/<key>`, with the view after it unless that is `users`. */
export const productCodec: RouteCodec<ProductParams> = {
  parse([root, key, name = 'users', ...more]) {
    const view = productViews.find((known) => known === name);
    if (root !== 'products' || !key || !view || more.length > 0) return undefined;
    return { productKey: parseProductKey(key), view };
  },
  format: ({ productKey, view }) =>
    view === 'users' ? formatPath('products', productKey) : formatPath('products', productKey, view),
};

/** Address of the search for people, or of one person. */
export interface PeopleParams {
  /** Object id; undefined for the search. */
  readonly personId: string | undefined;
}

/** `/people` and `/people/<id>`. */
export const peopleCodec: RouteCodec<PeopleParams> = {
  parse: ([root, personId, ...more]) => (root === 'people' && more.length === 0 ? { personId } : undefined),
  format: ({ personId }) => (personId === undefined ? formatPath('people') : formatPath('people', personId)),
};

/** Address of the history of jobs, or of one job. */
export interface JobsParams {
  /** Undefined for the history. */
  readonly jobId: string | undefined;
}

/** `/jobs` and `/jobs/<id>`. */
export const jobsCodec: RouteCodec<JobsParams> = {
  parse: ([root, jobId, ...more]) => (root === 'jobs' && more.length === 0 ? { jobId } : undefined),
  format: ({ jobId }) => (jobId === undefined ? formatPath('jobs') : formatPath('jobs', jobId)),
};

/** Address of My apps. */
export interface MyAppsParams {
  /** Product whose install dialog is open on top; undefined for none. */
  readonly installing: ProductKey | undefined;
}

/** `/my-apps` and `/install/<key>`. */
export const myAppsCodec: RouteCodec<MyAppsParams> = {
  parse([root, key, ...more]) {
    if (more.length > 0) return undefined;
    if (root === 'install' && key) return { installing: parseProductKey(key) };
    return root === 'my-apps' && key === undefined ? { installing: undefined } : undefined;
  },
  format: ({ installing }) =>
    installing === undefined ? formatPath('my-apps') : formatPath('install', installing),
};

/** Routes of the pages that other pages link to. */
export const routes = {
  licenses: formatPath('licenses'),
  issues: formatPath('issues'),
  people: peopleCodec.format({ personId: undefined }),
  person: (personId: string) => peopleCodec.format({ personId }),
  jobs: jobsCodec.format({ jobId: undefined }),
  job: (jobId: string) => jobsCodec.format({ jobId }),
  myApps: myAppsCodec.format({ installing: undefined }),
  /** The install dialog on top of My apps. */
  install: (productKey: ProductKey) => myAppsCodec.format({ installing: productKey }),
  configure: formatPath('configure'),
  about: formatPath('about'),
  product: (productKey: ProductKey, tab: ProductTab = 'users') =>
    productCodec.format({ productKey, view: tab }),
  assign: (productKey: ProductKey) => productCodec.format({ productKey, view: 'assign' }),
  productInstall: (productKey: ProductKey) => productCodec.format({ productKey, view: 'install' }),
};

/** Formats a route as the address of a link inside the app. */
export function hrefOf(route: string): string {
  return `#${route}`;
}

function formatPath(...segments: readonly string[]): string {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

/**
 * Reads the segments of a route, without its query. Mail and chat programs change links: they encode them once more, add a
 * query or a fragment, or put braces around a GUID.
 */
export function parseSegments(route: string): readonly string[] {
  let path = route.replace(/[?#].*/s, '').replace(/^\/+/, '');
  // Encoded as a whole, slashes included.
  if (!path.includes('/')) path = decode(path, /%(25)*2f/i).replace(/[?#].*/s, '');
  return path
    .replace(/^\/+|\/+$/g, '')
    .split('/')
    .map((segment) =>
      decode(segment, /%/)
        .replace(/[?#].*/s, '')
        .replace(/[{}]/g, ''),
    );
}

/** Decodes while `isEncoded` matches, at most three times: each program that passes a link on may encode it again. */
function decode(part: string, isEncoded: RegExp): string {
  let text = part;
  try {
    for (let turn = 0; turn < 3 && isEncoded.test(text); turn += 1) text = decodeURIComponent(text);
  } catch {
    // A lone percent sign in a mistyped link is kept.
  }
  return text;
}

/** Reads the parameters of a route that this app knows, and drops the others. */
export function parseQuery(route: string): Query {
  const [, text = ''] = (route.split('#')[0] ?? '').split('?');
  const given = new URLSearchParams(text);
  return Object.fromEntries(
    queryNames.flatMap((name) => {
      const value = given.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** Writes a query as the end of a route; empty if it has no parameters. */
export function formatQuery(query: Query): string {
  const given = Object.entries(query).filter(([, text]) => text !== '');
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}
