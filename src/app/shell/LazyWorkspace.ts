import { lazyWithPreload } from '../deferred/lazyWithPreload';

/** All pages with what they work with, fetched while the app still signs in. */
export const LazyWorkspace = lazyWithPreload(
  async () => (await import(/* webpackChunkName: "workspace" */ './WorkspaceView')).WorkspaceView,
);
