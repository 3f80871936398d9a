import { about } from './sv/about';
import { assign } from './sv/assign';
import { changes } from './sv/changes';
import { classify } from './sv/classify';
import { configure } from './sv/configure';
import { doors } from './sv/doors';
import { exporting } from './sv/exporting';
import { fromList } from './sv/fromList';
import { groups } from './sv/groups';
import { install } from './sv/install';
import { issues } from './sv/issues';
import { jobs } from './sv/jobs';
import { lists } from './sv/lists';
import { myApps } from './sv/myApps';
import { outcomes } from './sv/outcomes';
import { people } from './sv/people';
import { product } from './sv/product';
import { tenantCheck } from './sv/tenantCheck';
import { unassign } from './sv/unassign';
import { updates } from './sv/updates';
import type { Format } from './format';
import type { DeferredMessages } from './types';

/** Swedish of everything that the start does without. */
export const svDeferred = (f: Format): DeferredMessages => ({
  about: about(f),
  assign: assign(f),
  changes: changes(f),
  classify: classify(f),
  configure: configure(f),
  doors: doors(f),
  exporting: exporting(f),
  fromList: fromList(f),
  groups: groups(f),
  install: install(f),
  issues: issues(f),
  jobs: jobs(f),
  lists: lists(f),
  myApps: myApps(f),
  outcomes: outcomes(f),
  people: people(f),
  product: product(f),
  tenantCheck: tenantCheck(f),
  unassign: unassign(f),
  updates: updates(f),
});
