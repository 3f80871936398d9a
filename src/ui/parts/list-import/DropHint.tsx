import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  drop: {
    position: 'fixed',
    inset: tokens.spacingHorizontalM,
    zIndex: 2,
    display: 'grid',
    placeItems: 'center',
    textAlign: 'center',
    // The file is dropped on the window below.
    pointerEvents: 'none',
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.95,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Overlay of the window while a file is dragged over it. */
export function DropHint({ children }: { readonly children: string }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.drop} aria-hidden>
      {children}
    </div>
  );
}
