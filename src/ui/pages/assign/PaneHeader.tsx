import {
  Button,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';

const useStyles = makeStyles({
  header: {
    gap: tokens.spacingVerticalXXS,
    paddingBlock: `${tokens.spacingVerticalM} ${tokens.spacingVerticalS}`,
    paddingInline: tokens.spacingHorizontalL,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'center',
    width: '100%',
  },
  title: { gridColumn: '-2 / -1', minWidth: 0, overflowWrap: 'anywhere' },
  back: { marginInlineEnd: tokens.spacingHorizontalXS },
  button: { '@media (pointer: coarse)': { minWidth: '44px', minHeight: '44px' } },
});

interface PaneHeaderProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Goes back to the first page; undefined on that page. */
  readonly onBack?: (() => void) | undefined;
  /** Content under the title. */
  readonly children?: ReactNode;
}

/** The header of the pane: its title, what is below it, and the buttons that close it or go back. */
export function PaneHeader({ title, onClose, onBack, children }: PaneHeaderProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const isReachable = useWasFocused();
  return (
    <DrawerHeader className={styles.header}>
      <div className={styles.row}>
        {onBack && (
          <Button
            className={mergeClasses(styles.button, styles.back)}
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={assign.optionsBack}
            onClick={onBack}
          />
        )}
        <DrawerHeaderTitle
          className={styles.title}
          action={
            <Button
              className={styles.button}
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={assign.closePane}
              tabIndex={isReachable ? 0 : -1}
              onClick={onClose}
            />
          }
        >
          {title}
        </DrawerHeaderTitle>
      </div>
      {children}
    </DrawerHeader>
  );
}

/**
 * Returns false until an element has got the focus. Fluent focuses the first control of a pane that opens, and that is
 * to be the one that people open it for, not the one that closes it.
 */
function useWasFocused(): boolean {
  const [wasFocused, setWasFocused] = useState(false);
  useEffect(() => {
    const onFocus = (): void => setWasFocused(true);
    document.addEventListener('focusin', onFocus, { once: true });
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  return wasFocused;
}
