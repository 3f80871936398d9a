import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import { isAssignable } from '../../../licensing/isAssignable';
import type { ProductKey } from '../../../licensing/keys';
import { evaluatePermission } from '../../../licensing/policy/evaluatePermission';
import type { AssignableProduct, Product } from '../../../licensing/product';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { ConfirmDialog } from '../../parts/ConfirmDialog';
import { ErrorNotice } from '../../parts/ErrorNotice';
import { Loading } from '../../parts/Loading';
import { useBackStep } from '../../parts/useBackStep';
import { useIsNarrow } from '../../parts/useIsNarrow';
import { useProducts } from '../../queries/useProducts';
import { useServices } from '../../services';
import { AssignFlow, type UnsavedList } from './AssignFlow';

/** Which product is assigned, and how the pane goes away. */
interface AssignPaneProps {
  readonly productKey: ProductKey;
  readonly onClose: () => void;
}

/** The pane **Assign licenses**: choose people and groups, see what would happen, assign, see what happened. */
export function AssignPane({ productKey, onClose }: AssignPaneProps): ReactNode {
  const { assign } = useMessages();
  const isNarrow = useIsNarrow();
  const [unsaved, setUnsaved] = useState<UnsavedList>();
  const [isAsking, setIsAsking] = useState(false);
  const close = (): void => (unsaved ? setIsAsking(true) : onClose());
  useBackStep(close, !unsaved);
  return (
    <>
      <OverlayDrawer
        open
        position="end"
        size={isNarrow ? 'full' : 'medium'}
        onOpenChange={(_event, { open }) => !open && close()}
      >
        <DrawerHeader>
          <DrawerHeaderTitle>{assign.title}</DrawerHeaderTitle>
        </DrawerHeader>
        <PaneContent productKey={productKey} onClose={close} onUnsavedChange={setUnsaved} />
      </OverlayDrawer>
      {isAsking && unsaved && (
        <ConfirmDialog
          title={assign.discardListTitle}
          confirm={assign.discardList}
          dismiss={assign.keepEditing}
          onConfirm={() => {
            unsaved.discard();
            onClose();
          }}
          onDismiss={() => setIsAsking(false)}
        >
          {assign.discardListText}
        </ConfirmDialog>
      )}
    </>
  );
}

interface PaneContentProps extends AssignPaneProps {
  readonly onUnsavedChange: (unsaved: UnsavedList | undefined) => void;
}

/** The flow, or why there is none. */
function PaneContent({ productKey, onClose, onUnsavedChange }: PaneContentProps): ReactNode {
  const { me } = useServices();
  const messages = useMessages();
  const { common } = messages;
  const { products, error, refresh } = useProducts();
  const product = products?.find(({ key }) => key === productKey);
  const assignable = useMemo(() => products?.filter(isAssignable) ?? [], [products]);
  const canAssign = !evaluatePermission(me, { kind: 'change-licenses' });
  const kept = useLastAssignable(product && isAssignable(product) ? product : undefined, productKey);
  const closedReason = products && closedText(product, messages);
  if (kept && canAssign) {
    // What was read for one product says nothing of another.
    return (
      <AssignFlow key={kept.key} product={kept} {...{ closedReason, assignable, onClose, onUnsavedChange }} />
    );
  }
  return (
    <>
      <DrawerBody>
        {!products && error && <ErrorNotice error={error} onRetry={refresh} />}
        {!products && !error && <Loading what={common.waits.products} />}
        {product && !canAssign ? <p>{common.readerMayNot}</p> : closedReason && <p>{closedReason}</p>}
      </DrawerBody>
      <DrawerFooter>
        <Button onClick={onClose}>{common.close}</Button>
      </DrawerFooter>
    </>
  );
}

/** The product as it was last assignable: its list, and the job that was begun, stay when it is suspended meanwhile. */
function useLastAssignable(
  now: AssignableProduct | undefined,
  productKey: ProductKey,
): AssignableProduct | undefined {
  const [kept, setKept] = useState(now);
  if (now && now !== kept) setKept(now);
  return now ?? (kept?.key === productKey ? kept : undefined);
}

/** Why nobody can be given the product, in words; undefined where people can. */
function closedText(product: Product | undefined, messages: Messages): string | undefined {
  if (!product) return messages.product.notFoundBody;
  const { coverage } = product;
  return coverage.kind === 'assignable' ? undefined : messages.products.coverage[coverage.because];
}
