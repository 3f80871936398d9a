import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { useServices } from '../../services';
import { isOneWay, isUnlisted } from './disabledReasons';

/** Says in one line what the person's role or the product does not allow; nothing where all is allowed. */
export function AccessNote({ product }: { readonly product: Product }): ReactNode {
  const { common, products, product: words } = useMessages();
  const { me } = useServices();
  const denial = evaluatePermission(me, { kind: 'change-licenses-of', principal: { kind: 'user' } });
  const notes = [
    ...(product.coverage.kind === 'assignable' ? [] : [products.coverage[product.coverage.because]]),
    ...(isOneWay(product) && denial !== 'read-only'
      ? [isUnlisted(product) ? words.removableIfAllowed : words.stillRemovable]
      : []),
    ...(product.owned?.isIncomplete ? [words.isIncomplete] : []),
    ...(denial === 'read-only' ? [common.readerMayNot] : []),
    ...(denial === 'groups-only' ? [common.groupsOnly] : []),
  ];
  if (notes.length === 0) return undefined;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{notes.join(' ')}</MessageBarBody>
    </MessageBar>
  );
}
