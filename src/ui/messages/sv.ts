import type { Format } from './format';
import { svRest } from './svRest';
import { svStart } from './svStart';
import type { Messages } from './types';

/** Swedish, in the terms of Microsoft's Swedish admin pages. */
export const sv = (f: Format): Messages => ({ ...svStart(f), ...svRest(f) });
