import { parseDomainAccount } from '../../../base/accountName';
import { isGuid } from '../../../base/ids';
import type { MatchEntry } from '../../../directory/types';

/** Tells what a typed text is, by its shape. */
export function detectKind(text: string): MatchEntry['kind'] {
  if (isGuid(text)) return 'object-id';
  if (parseDomainAccount(text) !== undefined) return 'account';
  return text.includes('@') ? 'address' : 'display-name';
}
