import { common } from './sv/common';
import { errors } from './sv/errors';
import { licenses } from './sv/licenses';
import { products } from './sv/products';
import { shell } from './sv/shell';
import type { Format } from './format';
import type { CriticalMessages } from './types';

/** Swedish of what the start shows. */
export const svCritical = (f: Format): CriticalMessages => ({
  format: f,
  common: common(f),
  errors: errors(f),
  licenses: licenses(f),
  products: products(f),
  shell: shell(f),
});
