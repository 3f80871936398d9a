import { parseDomainAccount } from '../../../base/accountName';
import { isGuid } from '../../../base/ids';
import type { MatchEntry } from '../../../directory/types';

/** Detects by its shape whether a text is an id, an account, an address or a name. */
export function detectKind(text: string): MatchEntry['kind'] {
  if (isGuid(text)) return 'object-id';
  if (parseDomainAccount(text) !== undefined) return 'account';
  return text.includes('@') ? 'address' : 'display-name';
}
