import type { ProductKey } from '../licensing/keys';

/** The tabs of a product's page. */
export type ProductTab = 'users' | 'groups' | 'about';

/** Where each screen is, as a route of this app: begins with a slash, has no hash sign. */
export const routes = {
  licenses: '/licenses',
  jobs: '/jobs',
  job: (id: string) => `/jobs/${encodeURIComponent(id)}`,
  myApps: '/my-apps',
  configure: '/configure',
  about: '/about',
  product: (key: ProductKey, tab: ProductTab = 'users') =>
    `/products/${encodeURIComponent(key)}${tab === 'users' ? '' : `/${tab}`}`,
  assign: (key: ProductKey) => `/products/${encodeURIComponent(key)}/assign`,
  productInstall: (key: ProductKey) => `/products/${encodeURIComponent(key)}/install`,
  /** The install dialog on top of My apps. */
  install: (key: ProductKey) => `/install/${encodeURIComponent(key)}`,
};

/** A route as the address of a link inside the app. */
export function hrefOf(route: string): string {
  return `#${route}`;
}
