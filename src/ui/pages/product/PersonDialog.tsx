import { useMemo, type ReactNode } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import { isOwned } from '../../../licensing/isAssignable';
import type { Product } from '../../../licensing/product';
import { useProducts } from '../../queries/useProducts';
import { moveTargets } from './moveTargets';
import { SelectionDialog } from './SelectionDialog';

interface PersonDialogProps {
  readonly dialog: 'unassign' | 'move';
  readonly person: UserPrincipal;
  readonly product: Product;
  readonly onClose: () => void;
}

/** The dialog that removes or moves one product of one person; nothing for a product that the tenant doesn't own. */
export function PersonDialog({ dialog, person, product, onClose }: PersonDialogProps): ReactNode {
  const { products } = useProducts();
  const principals = useMemo(() => [person], [person]);
  const targets = useMemo(() => moveTargets(products ?? [], product.key), [products, product.key]);
  return isOwned(product) && <SelectionDialog {...{ dialog, product, principals, targets, onClose }} />;
}
