import { about } from './en/about';
import { assign } from './en/assign';
import { changes } from './en/changes';
import { classify } from './en/classify';
import { configure } from './en/configure';
import { doors } from './en/doors';
import { exporting } from './en/exporting';
import { fromList } from './en/fromList';
import { groups } from './en/groups';
import { install } from './en/install';
import { issues } from './en/issues';
import { jobs } from './en/jobs';
import { lists } from './en/lists';
import { myApps } from './en/myApps';
import { outcomes } from './en/outcomes';
import { people } from './en/people';
import { product } from './en/product';
import { tenantCheck } from './en/tenantCheck';
import { unassign } from './en/unassign';
import { updates } from './en/updates';
import type { Format } from './format';

/** English of everything that the start does without. */
export const enDeferred = (f: Format) => ({
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
