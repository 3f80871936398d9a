import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { phone, touch } from './layouts';

const useStyles = makeStyles({
  commands: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    [phone]: { flex: '1 1 0' },
  },
  assign: { [phone]: { flexGrow: 1, minHeight: '44px' }, [touch]: { minHeight: '44px' } },
});

interface ProductCommandsProps {
  /** False if no license can be assigned here, as the page's note says. */
  readonly canAssign: boolean;
  readonly onAssign: () => void;
  /** Undefined if the menu has it. */
  readonly onManageCount: (() => void) | undefined;
  /** Menu of further actions. */
  readonly children: ReactNode;
}

/** The actions of a product while nothing is selected. */
export function ProductCommands(props: ProductCommandsProps): ReactNode {
  const { canAssign, onAssign, onManageCount, children } = props;
  const styles = useStyles();
  const { product: words } = useMessages();
  return (
    <div className={styles.commands}>
      {canAssign && (
        <Button className={styles.assign} appearance="primary" icon={<PersonAddRegular />} onClick={onAssign}>
          {words.assign}
        </Button>
      )}
      {onManageCount && (
        <Button appearance="subtle" icon={<OpenRegular />} onClick={onManageCount}>
          {words.manageCount}
        </Button>
      )}
      {children}
    </div>
  );
}
