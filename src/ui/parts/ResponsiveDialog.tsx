import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  mergeClasses,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useIsNarrow } from './useIsNarrow';

/** A window that is too low for a title, a list and buttons at once: the dialog fills it and scrolls as a whole. */
const low = '@media (max-height: 479px)';

const useStyles = makeStyles({
  surface: {
    maxWidth: '760px',
    width: 'calc(100vw - 32px)',
    boxSizing: 'border-box',
    [low]: { width: '100vw', maxHeight: '100dvh', paddingBlock: tokens.spacingVerticalM, overflowY: 'auto' },
  },
  body: { [low]: { maxHeight: 'none' } },
  scroller: { [low]: { maxHeight: 'none', overflowY: 'visible' } },
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  // Stays in view above the buttons while the rest scrolls.
  foot: { gridColumn: '1 / -1', gridRow: '3', display: 'grid', gap: tokens.spacingVerticalS },
  actions: { gridRowStart: '4', gridRowEnd: '4' },
  extent: { alignSelf: 'center', textAlign: 'center' },
  // The window's own height: the address bar of a phone isn't part of it.
  pane: { height: '100dvh' },
  paneFooter: {
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: `max(${tokens.spacingVerticalL}, env(safe-area-inset-bottom))`,
  },
  paneFoot: { display: 'grid', gap: tokens.spacingVerticalS },
  // High enough for a finger.
  paneActions: { display: 'grid', gap: tokens.spacingVerticalS, '> button': { minHeight: '44px' } },
});

interface ResponsiveDialogProps {
  readonly title: string;
  /** Content that scrolls. */
  readonly children: ReactNode;
  /** Stays in view above the buttons. */
  readonly foot?: ReactNode;
  /** Text that goes on from the primary button's, with the number of what it acts on. */
  readonly extent?: ReactNode;
  /** Absent in a dialog that only closes. */
  readonly primary?: ReactNode;
  /** Button that closes the dialog. */
  readonly secondary: ReactNode;
  readonly onClose: () => void;
}

/** A dialog. On a phone it fills the screen, with the primary button on top of the other one. */
export function ResponsiveDialog(props: ResponsiveDialogProps): ReactNode {
  const { title, children, foot, extent, primary, secondary, onClose } = props;
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  // Turning the phone would mount everything again.
  const [isPane] = useState(isNarrow);
  const onOpenChange = (_event: unknown, { open }: { readonly open: boolean }): void => {
    if (!open) onClose();
  };
  if (isPane) {
    return (
      <OverlayDrawer open position="end" size="full" className={styles.pane} onOpenChange={onOpenChange}>
        <DrawerHeader>
          <DrawerHeaderTitle>{title}</DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>
          <div className={styles.content}>{children}</div>
        </DrawerBody>
        <DrawerFooter className={styles.paneFooter}>
          {foot !== undefined && <div className={styles.paneFoot}>{foot}</div>}
          <div className={styles.paneActions}>
            {primary}
            {extent !== undefined && <span className={styles.extent}>{extent}</span>}
            {secondary}
          </div>
        </DrawerFooter>
      </OverlayDrawer>
    );
  }
  return (
    <Dialog open modalType="modal" onOpenChange={onOpenChange}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.scroller}>
            <div className={styles.content}>{children}</div>
          </DialogContent>
          {foot !== undefined && <div className={styles.foot}>{foot}</div>}
          <DialogActions className={mergeClasses(foot !== undefined && styles.actions)}>
            {secondary}
            {primary}
            {extent !== undefined && <span className={styles.extent}>{extent}</span>}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
