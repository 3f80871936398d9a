import type { ComponentType } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import type { Product } from '../../../licensing/product';

/** Props of the dialog of an action on one product. */
export interface ProductDialogProps {
  readonly dialog: 'unassign' | 'move';
  readonly person: UserPrincipal;
  readonly product: Product;
  readonly onClose: () => void;
}

/** Actions of the product's page that a person's page offers too; `app/` hands them over, since pages don't know each other. */
export interface ProductActions {
  /** True if licenses of the product can be removed, even if none can be assigned. */
  readonly canRemove: (product: Product) => boolean;
  readonly Dialog: ComponentType<ProductDialogProps>;
}
