import { enRest } from './enRest';
import { enStart } from './enStart';
import type { Format } from './format';

/** English, the canonical texts. */
export const en = (f: Format) => ({ ...enStart(f), ...enRest(f) });
