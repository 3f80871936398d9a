import { assign } from './en/assign';
import { changes } from './en/changes';
import { common } from './en/common';
import { configure } from './en/configure';
import { errors } from './en/errors';
import { install } from './en/install';
import { jobs } from './en/jobs';
import { licenses } from './en/licenses';
import { myApps } from './en/myApps';
import { outcomes } from './en/outcomes';
import { product } from './en/product';
import { products } from './en/products';
import { shell } from './en/shell';
import { unassign } from './en/unassign';
import type { Format } from './format';

/** English, the canonical texts. */
export const en = (f: Format) => ({
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
