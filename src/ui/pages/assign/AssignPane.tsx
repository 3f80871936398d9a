import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { isAssignable } from '../../../licensing/isAssignable';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { AssignFlow } from './AssignFlow';

/** Which product is assigned, and how the pane goes away. */
export interface AssignPaneProps {
  readonly productKey: string;
  readonly onClose: () => void;
}

/** The pane **Assign licenses**: choose people and groups, see what would happen, assign, see what happened. */
export function AssignPane({ productKey, onClose }: AssignPaneProps): ReactNode {
  const { assign } = useMessages();
  const isNarrow = useIsNarrow();
  return (
    <OverlayDrawer
      open
      position="end"
      size={isNarrow ? 'full' : 'medium'}
      onOpenChange={(_event, { open }) => !open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle>{assign.title}</DrawerHeaderTitle>
      </DrawerHeader>
      <PaneContent productKey={productKey} onClose={onClose} />
    </OverlayDrawer>
  );
}

/** The flow, or why there is none. */
function PaneContent({ productKey, onClose }: AssignPaneProps): ReactNode {
  const { me } = useServices();
  const { product: words, products: productWords, common } = useMessages();
  const { products, error, refresh } = useProducts();
  const product = products?.find(({ key }) => key === productKey);
  const assignable = useMemo(() => products?.filter(isAssignable) ?? [], [products]);
  const canAssign = me.access === 'assign-to-all' || me.access === 'assign-to-groups';
  if (product && isAssignable(product) && canAssign) {
    // What was read for one product says nothing of another.
    return <AssignFlow key={product.key} {...{ product, assignable, onClose }} />;
  }
  return (
    <>
      <DrawerBody>
        {!products && error && <ErrorNotice error={error} onRetry={refresh} />}
        {!products && !error && <Loading />}
        {products && !product && <p>{words.notFoundBody}</p>}
        {product && !canAssign && <p>{common.readerMayNot}</p>}
        {product && canAssign && product.coverage.kind !== 'assignable' && (
          <p>{productWords.coverage[product.coverage.because]}</p>
        )}
      </DrawerBody>
      <DrawerFooter>
        <Button onClick={onClose}>{common.close}</Button>
      </DrawerFooter>
    </>
  );
}
