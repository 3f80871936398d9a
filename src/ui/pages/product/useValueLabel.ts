import { useCallback, useMemo } from 'react';
import type { IssueCode } from '../../../licensing/types';
import type { ProductKey } from '../../../licensing/keys';
import { useMessages } from '../../messages/MessagesContext';
import type { ValueKind } from '../../parts/HolderGrid/HolderGrid.types';
import { countryNames } from '../../parts/HolderGrid/holderTexts';
import { useGroups } from '../../queries/useGroups';

/** Returns the text of a value; `name` is that of a group, if it's known from elsewhere. */
export type ValueLabel = (kind: ValueKind, value: string, name?: string) => string;

/** Returns the texts of the values that people are filtered by. Groups are named by those of the product. */
export function useValueLabel(product: ProductKey): ValueLabel {
  const { product: words, lists, format } = useMessages();
  const { data: groups } = useGroups(product);
  const countryOf = useMemo(() => countryNames(format.locale), [format.locale]);
  const names = useMemo(
    () => new Map(groups?.map(({ group }) => [group.id.toLowerCase(), group.displayName])),
    [groups],
  );
  return useCallback<ValueLabel>(
    (kind, value, name) => {
      if (value === '') return lists.notSet;
      switch (kind) {
        case 'location':
          return countryOf(value);
        case 'account':
          return value === 'blocked' ? lists.signInBlocked : lists.signInAllowed;
        case 'userType':
          return value === 'guest' ? words.guest : lists.member;
        case 'group':
          return names.get(value) ?? name ?? lists.unnamedGroup(value);
        case 'issue':
          return words.issue[value as IssueCode] ?? value;
        default:
          return value;
      }
    },
    [words, lists, countryOf, names],
  );
}
