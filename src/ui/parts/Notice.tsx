import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import type { ReactNode } from 'react';

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

/** A message in the page. It looks like Fluent's message bar, and is styled by `skeleton.css`. */
export function Notice({ intent, title, role, actions, children }: NoticeProps) {
  const isCalm = intent === 'info';
  const Icon = isCalm ? InfoRegular : ErrorCircleRegular;
  return (
    <div className={`notice notice-${intent}`} role={role}>
      <div className="notice-body">
        <Icon className="notice-icon" aria-hidden />
        <div className="notice-words">
          {title !== undefined && <span className="notice-title">{title}</span>}
          {children}
        </div>
      </div>
      {actions && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
