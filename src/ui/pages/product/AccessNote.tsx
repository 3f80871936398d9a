import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import { useServices } from '../../services';

/** Says in one line what the person's role or the product does not allow; nothing where all is allowed. */
export function AccessNote({ product }: { readonly product: Product }): ReactNode {
  const { common, products } = useMessages();
  const { me } = useServices();
  const notes = [
    ...(product.coverage.kind === 'assignable' ? [] : [products.coverage[product.coverage.because]]),
    ...(me.access === 'read' ? [common.readerMayNot] : []),
    ...(me.access === 'assign-to-groups' ? [common.groupsOnly] : []),
  ];
  if (notes.length === 0) return undefined;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{notes.join(' ')}</MessageBarBody>
    </MessageBar>
  );
}
