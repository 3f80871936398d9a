import type { ReactNode } from 'react';
import { ChangeAppsDialog } from './ChangeAppsDialog';
import { isAssignable } from '../../../licensing/isAssignable';
import { MigrateDialog } from './MigrateDialog';
import { MoveDialog, type MoveDialogProps } from './MoveDialog';
import { switchablePlans } from './switchablePlans';
import { UnassignDialog } from './UnassignDialog';

interface SelectionDialogProps extends MoveDialogProps {
  readonly dialog: 'unassign' | 'move' | 'apps' | 'migrate';
}

/** The open dialog of an action on the selection. */
export function SelectionDialog({ dialog, targets, ...props }: SelectionDialogProps): ReactNode {
  switch (dialog) {
    case 'unassign':
      return <UnassignDialog {...props} />;
    case 'move':
      return <MoveDialog {...props} targets={targets} />;
    case 'migrate':
      return isAssignable(props.product) && <MigrateDialog {...props} product={props.product} />;
    case 'apps':
      return <ChangeAppsDialog {...props} plans={switchablePlans(props.product)} />;
  }
}
