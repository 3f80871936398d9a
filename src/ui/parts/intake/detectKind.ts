import { isGuid } from '../../../base/ids';
import type { MatchEntry } from '../../../directory/types';

/** Tells what a typed text is, by its shape. */
export function detectKind(text: string): MatchEntry['kind'] {
  if (isGuid(text)) return 'object-id';
  return text.includes('@') ? 'address' : 'display-name';
}
