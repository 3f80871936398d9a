import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
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
    '--icon': tokens.colorNeutralForeground3,
  },
  warning: {
    borderTopColor: tokens.colorStatusWarningBorder1,
    borderRightColor: tokens.colorStatusWarningBorder1,
    borderBottomColor: tokens.colorStatusWarningBorder1,
    borderLeftColor: tokens.colorStatusWarningBorder1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    '--icon': tokens.colorStatusWarningForeground3,
  },
  error: {
    borderTopColor: tokens.colorStatusDangerBorder1,
    borderRightColor: tokens.colorStatusDangerBorder1,
    borderBottomColor: tokens.colorStatusDangerBorder1,
    borderLeftColor: tokens.colorStatusDangerBorder1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    '--icon': tokens.colorStatusDangerForeground1,
  },
  // Stays beside the first line of the words.
  body: { display: 'flex', flex: '1 1 240px', minWidth: 0, gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, height: '20px', fontSize: '20px', color: 'var(--icon)' },
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

const icons = { info: InfoRegular, warning: WarningRegular, error: ErrorCircleRegular };

interface NoticeProps {
  readonly intent: keyof typeof icons;
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
  const Icon = icons[intent];
  return (
    <div className={mergeClasses(styles.box, intent !== 'info' && styles[intent])} role={role}>
      <div className={styles.body}>
        <Icon className={styles.icon} aria-hidden />
        <div className={styles.words}>
          {title !== undefined && <span className={styles.title}>{title}</span>}
          {children}
        </div>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
