import { isGuid } from '../../../base/ids';
import type { MatchEntry } from '../../../directory/types';

/** What a typed text is, by its shape. */
export function kindOfText(text: string): MatchEntry['kind'] {
  if (isGuid(text)) return 'object-id';
  return text.includes('@') ? 'address' : 'display-name';
}
