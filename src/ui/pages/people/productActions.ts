import type { ComponentType } from 'react';
import type { UserPrincipal } from '../../../base/principal';
import type { PreflightLine } from '../../../licensing/preflight/preflight';
import type { RemovalConsequence } from '../../../licensing/preflight/removalConsequence';
import type { Product } from '../../../licensing/product';
import type { Messages } from '../../messages/types';

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
  /** Text of the consequence of removing a product. */
  readonly Consequence: ComponentType<{
    readonly consequence: RemovalConsequence;
    readonly product: Product;
  }>;
  /** Returns what happens where products are assigned, before anything is sent. */
  readonly findingsOf: (line: PreflightLine, messages: Messages) => readonly string[];
}
