import type { ReactNode } from 'react';
import { ChangeAppsDialog } from './ChangeAppsDialog';
import { MoveDialog, type MoveDialogProps } from './MoveDialog';
import { switchablePlans } from './switchablePlans';
import { UnassignDialog } from './UnassignDialog';

interface SelectionDialogProps extends MoveDialogProps {
  readonly dialog: 'unassign' | 'move' | 'apps';
}

/** The open dialog of an action on the selection. */
export function SelectionDialog({ dialog, targets, ...props }: SelectionDialogProps): ReactNode {
  switch (dialog) {
    case 'unassign':
      return <UnassignDialog {...props} />;
    case 'move':
      return <MoveDialog {...props} targets={targets} />;
    case 'apps':
      return <ChangeAppsDialog {...props} plans={switchablePlans(props.product)} />;
  }
}
