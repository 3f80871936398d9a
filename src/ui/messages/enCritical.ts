import { common } from './en/common';
import { errors } from './en/errors';
import { licenses } from './en/licenses';
import { products } from './en/products';
import { shell } from './en/shell';
import type { Format } from './format';

/** English of what the start shows. */
export const enCritical = (f: Format) => ({
  format: f,
  common: common(f),
  errors: errors(f),
  licenses: licenses(f),
  products: products(f),
  shell: shell(f),
});
