import { assign } from './sv/assign';
import { changes } from './sv/changes';
import { common } from './sv/common';
import { configure } from './sv/configure';
import { errors } from './sv/errors';
import { install } from './sv/install';
import { jobs } from './sv/jobs';
import { licenses } from './sv/licenses';
import { myApps } from './sv/myApps';
import { outcomes } from './sv/outcomes';
import { product } from './sv/product';
import { products } from './sv/products';
import { shell } from './sv/shell';
import { unassign } from './sv/unassign';
import type { Format } from './format';
import type { Messages } from './types';

/** Swedish, in the terms of Microsoft's Swedish admin pages. */
export const sv = (f: Format): Messages => ({
  format: f,
  common: common(f),
  shell: shell(f),
  products: products(f),
  licenses: licenses(f),
  product: product(f),
  assign: assign(f),
  unassign: unassign(f),
  changes: changes(f),
  jobs: jobs(f),
  install: install(f),
  myApps: myApps(f),
  configure: configure(f),
  errors: errors(f),
  outcomes: outcomes(f),
});
