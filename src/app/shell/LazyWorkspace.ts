import { createPart } from '../deferred/lazyWithPreload';

/** All pages with what they work with, fetched while the app still signs in. */
export const WorkspacePart = createPart(
  async () => (await import(/* webpackChunkName: "workspace" */ './Workspace')).WorkspaceView,
);
