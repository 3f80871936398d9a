import { Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { ReactNode } from 'react';
import type { LicensedGroup } from '../../../licensing/types';
import { useMessages } from '../../messages/MessagesContext';
import { groupState } from './groupState';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  icon: { flexShrink: 0, fontSize: '16px' },
  good: { color: tokens.colorStatusSuccessForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
});

/** How far Entra is with a group's licenses, in the words that admins know. */
export function GroupStateText({ group }: { readonly group: LicensedGroup }): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();
  switch (groupState(group)) {
    case 'busy':
      return (
        <div className={styles.line}>
          <Spinner size="extra-tiny" aria-hidden />
          {words.groupBusy}
        </div>
      );
    case 'errors':
      return (
        <div className={styles.line}>
          <ErrorCircleRegular className={mergeClasses(styles.icon, styles.bad)} aria-hidden />
          {words.groupErrors}
        </div>
      );
    case 'done':
      return (
        <div className={styles.line}>
          <CheckmarkCircleRegular className={mergeClasses(styles.icon, styles.good)} aria-hidden />
          {words.groupDone}
        </div>
      );
    case 'unknown':
      return words.groupUnknown;
  }
}
