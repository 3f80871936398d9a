import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    boxSizing: 'border-box',
    minHeight: '36px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  error: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  warning: {
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  warningIcon: { color: tokens.colorStatusWarningForeground3 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  // Stays beside the first line of the words.
  body: { display: 'flex', flex: '1 1 240px', minWidth: 0, gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, height: '20px', fontSize: '20px', color: tokens.colorNeutralForeground3 },
  words: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  title: { marginInlineEnd: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    ':empty': { display: 'none' },
  },
});

interface NoticeProps {
  readonly intent: 'info' | 'warning' | 'error';
  /** Stands in bold before the text. Default is none. */
  readonly title?: string;
  /** `alert` and `status` are announced. Default is neither. */
  readonly role?: 'alert' | 'status';
  /** Buttons or links, at the end of the line where they fit. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A message in the page. It looks like Fluent's message bar, which is as large as the start page's own code. */
export function Notice({ intent, title, role, actions, children }: NoticeProps) {
  const styles = useStyles();
  const isCalm = intent === 'info';
  const Icon = isCalm ? InfoRegular : ErrorCircleRegular;
  return (
    <div className={mergeClasses(styles.box, !isCalm && styles[intent])} role={role}>
      <div className={styles.body}>
        <Icon className={mergeClasses(styles.icon, !isCalm && styles[`${intent}Icon`])} aria-hidden />
        <div className={styles.words}>
          {title !== undefined && <span className={styles.title}>{title}</span>}
          {children}
        </div>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
